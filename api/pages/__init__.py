"""Pages for people: made on the server, readable without script, on paper and by screen readers."""
