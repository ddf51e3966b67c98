"""How fast archlint is beside its peers on real code: `python -m benchmarks.speed`."""
