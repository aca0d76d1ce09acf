"""What the query benchmark needs: a multiplied graph, and the endpoints that it compares."""
