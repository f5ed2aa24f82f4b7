"""Speed and memory, measured anew at each run: `python -m evals.benchmarks`."""
