"""Ratios of speed and memory, measured in one run: machines are shared and noisy.

Each module has ``run(shared) -> Iterator[str]``; `python -m tests.benchmarks SHARED [NAME …]`.
"""
