"""Bounded contexts: which module lies in which, and who reaches into another one."""
