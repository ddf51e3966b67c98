"""Asks the frameworks themselves whether the programs of the cases about handlers are valid.

`python -m tests.frameworks` installs them, so it needs pip and the network. The versions are those
of the requirements files beside this; `--newest` takes what is current instead, which tells where
a framework has moved on.
"""
