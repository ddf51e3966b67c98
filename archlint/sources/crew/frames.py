"""Frames: how messages pass between processes, each behind its length.

What is in them is never pickled: what a process reads is input from outside, even from a process
of our own.
"""

from struct import Struct
from typing import BinaryIO

_LENGTH = Struct("<I")


def send(stream: BinaryIO, content: bytes) -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one message; None when the other side has gone."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    size: int = _LENGTH.unpack(header)[0]
    content = stream.read(size)
    return content if len(content) == size else None
