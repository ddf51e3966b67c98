"""Where the baseline is kept: a folder of files, one for each finding that was accepted."""
