"""Small readers of one kind of fact each, shared by the genres."""
