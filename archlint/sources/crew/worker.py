"""The worker: a process that reads files for another, so that a crash costs one file.

It answers each path from its standard input on its standard output, in order. First of all it
says that it is there, which tells a worker that died of a file from one that never started.
"""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from traceback import format_exc

import msgspec

from archlint.sources.crew.answers import Answer, Read, answer
from archlint.sources.crew.frames import receive, send
from archlint.sources.crew.packing import packed
from archlint.sources.crew.readers import READERS

READY = b"ready"

_QUESTION = msgspec.msgpack.Decoder(list[bytes])
_SELDOM = 100_000


def main() -> None:
    """Work with the reader that the last argument names."""
    work(READERS[sys.argv[-1]].load())


def asking(paths: Sequence[str]) -> bytes:
    """Return the message that asks for some files."""
    return msgspec.msgpack.encode([os.fsencode(path) for path in paths])


def work(read: Read[object]) -> None:
    """Answer over the standard streams until the other side closes them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side decides when to stop
    gc.freeze()
    gc.set_threshold(_SELDOM)  # syntax trees are large and without cycles
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    send(answers, READY)
    while (question := receive(questions)) is not None:
        for path in _QUESTION.decode(question):
            send(answers, _told(os.fsdecode(path), read))


def _told(path: str, read: Read[object]) -> bytes:
    try:
        return packed(answer(path, read))
    except Exception:  # noqa: BLE001 - a fact that cannot be sent is a fault, and no crash
        return packed(Answer(fault=format_exc()))
