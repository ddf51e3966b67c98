"""Collecting: the search for dead cycles, put off while very many facts come to life.

Facts live as long as the run and hold no cycles. Python would look through all of them again and
again, which takes several times as long as to decode them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be searched for dead cycles inside the block."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()  # all that has come to life counts as old, and is not searched at once
            gc.enable()
