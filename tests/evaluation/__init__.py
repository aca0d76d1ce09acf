"""The extraction measured against hand-made gold; `python -m tests.evaluation SHARED`."""
