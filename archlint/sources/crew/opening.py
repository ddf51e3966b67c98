"""Opening: the desk on which packed bodies are unpacked, and which holds no more than so many."""

import msgspec

from archlint.model.facts.bodies import Contents
from archlint.model.facts.statements import Statement

ROOM = 3 << 20
"""Packed bytes of the bodies that stay open; open they take ten times as much. Few projects have
more, and of those that do the first stay: checks go through all bodies in the same order again and
again, and of the last ones none would be open when its turn comes."""

MANY = 4 * ROOM
"""Packed bytes of all bodies from which on none stays open: those that could are too few to matter,
and need room where it is scarce."""

CORNER = 1 << 20
"""Packed bytes of the bodies that lie open beside those, until they are put away together."""

_BODY = msgspec.msgpack.Decoder(tuple[Statement, ...])


class Desk:
    """Unpacks bodies, and keeps as many of them open as there is room for."""

    def __init__(self, room: int = ROOM, corner: int = CORNER) -> None:
        self._open: dict[bytes, Contents] = {}
        self._aside: dict[bytes, Contents] = {}
        self._room = room
        self._corner = self._left = corner
        self._among = 0

    def expect(self, packed: bytes) -> None:
        """Look a body through that may be opened; raise as `open` does where it is none."""
        _BODY.decode(packed)
        self._among += len(packed)
        if self._among > MANY:
            self._open.clear()
            self._room = 0

    def open(self, packed: bytes) -> Contents:
        """Return what a body says; raise MsgspecError or RecursionError where it is none."""
        return self._open.get(packed) or self._aside.get(packed) or self._opened(packed)

    def _opened(self, packed: bytes) -> Contents:
        found = Contents(_BODY.decode(packed))
        if len(packed) <= self._room:
            self._room -= len(packed)
            self._open[packed] = found
            return found
        if len(packed) > self._left:
            self._aside.clear()
            self._left = self._corner
        self._left -= len(packed)
        self._aside[packed] = found
        return found
