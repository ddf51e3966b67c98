"""The error that a source raises when no facts can be had from it."""


class UnreadableError(Exception):
    """A file cannot be read or parsed; `line` and `column` count from 1."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"{reason} (line {line}, column {column})")
        self.reason = reason
        self.line = line
        self.column = column
