"""Faults that are told to whoever uses archlint, on the command line or as a library."""


class ArchlintError(Exception):
    """There is no audit, for a reason that the user can mend; the message says how.

    All exceptions that archlint raises on purpose are of this kind.
    """
