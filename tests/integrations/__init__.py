"""Lets the tools that archlint works with try it: pre-commit, GitHub, GitLab, Azure, tox, nox.

`python -m tests.integrations` installs them, so it needs pip, npm, git and the network.
"""
