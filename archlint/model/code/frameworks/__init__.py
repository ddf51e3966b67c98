"""Frameworks: by which ways the core knows the libraries that belong outside."""
