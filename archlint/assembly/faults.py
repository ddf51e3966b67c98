"""What a user has to mend before anything can be judged."""

from archlint.model.faults import ArchlintError


class NothingToJudgeError(ArchlintError):
    """There is nothing to judge; the message says what to do about it."""
