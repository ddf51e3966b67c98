"""The worker: a process that studies files for another, so that a crash costs one file.

It answers each path from its standard input on its standard output, in order. First of all it
says that it is there, which tells a worker that died of a file from one that never started.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from archlint.sources.study.answers import Answer, answer, receive, send

READY = b"ready"


def main(study: Callable[[Path], Answer] = answer) -> None:
    """Answer over the standard streams until the other side closes them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side decides when to stop
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    send(answers, READY)
    while (question := receive(questions)) is not None:
        send(answers, msgspec.msgpack.encode(study(Path(os.fsdecode(question)))))
