"""The worker: a process that skims a share of the files for another one.

It takes their paths from its standard input, all at once, and writes a line of JSON for each; the
first line only says that it is there. `null` means that the file is better skimmed where the
question came from, so that a fault of archlint shows itself there.
"""

import os
import signal
import sys
from pathlib import Path

import msgspec

from archlint.sources.skim.answers import answer

READY = b"ready\n"
SEPARATOR = b"\0"


def main() -> None:
    """Answer over the standard streams."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side decides when to stop
    output = sys.stdout.buffer
    output.write(READY)
    output.flush()
    for path in sys.stdin.buffer.read().split(SEPARATOR):
        output.write(_line(Path(os.fsdecode(path))))
        output.flush()  # what is told before a crash is not lost


def _line(path: Path) -> bytes:
    try:
        return msgspec.json.encode(answer(path)) + b"\n"
    except Exception:  # noqa: BLE001 - it shows itself on the other side
        return b"null\n"
