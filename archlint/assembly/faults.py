"""What a user has to mend before anything can be judged."""


class NothingToJudgeError(Exception):
    """There is nothing to judge; the message says what to do about it."""
