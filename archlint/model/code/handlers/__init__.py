"""Handlers: the functions through which the outside world calls the program."""
