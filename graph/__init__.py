"""The store, its questions, the links across documents, measures and exports."""
