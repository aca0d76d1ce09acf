"""The invented council's papers: what makes the files in ``loaders/samples``."""
