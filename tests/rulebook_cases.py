"""The examples of a page, as `archlint.testing` reads them for everyone's rules."""

from archlint.testing.examples import (
    BrokenExampleError,
    Console,
    Example,
    Fence,
    examples,
    headings,
)

__all__ = ["BrokenExampleError", "Console", "Example", "Fence", "examples", "headings"]
