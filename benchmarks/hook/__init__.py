"""What a hook costs who commits, beside an interpreter that does nothing: `benchmarks.hook`."""
