"""Judges the reports of real runs by validators that other people wrote.

`python -m tests.validators` installs them, so it needs pip, npm and the network. Further projects
can be named; they are copied, and judged as they are.
"""
