"""The command line, the HTTP service and the pages: parse, call one function, render."""
