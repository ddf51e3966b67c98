"""Benchmarks: how good and how fast archlint is beside its peers."""
