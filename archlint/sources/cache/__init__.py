"""The cache: facts of files that were read before, kept by what the files hold."""
