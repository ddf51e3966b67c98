"""Packing: answers as bytes, as they pass between processes and are kept; the bodies in them apart.

Bodies stay packed until somebody asks, each with what it calls beside it. Only they are unpacked
again and again, so what they say is looked through when they come: bytes that are no body are no
answer.
"""

from collections.abc import Callable
from sys import intern

import msgspec

from archlint.model.facts.bodies import Body
from archlint.sources.crew.answers import Answer
from archlint.sources.crew.opening import Desk
from archlint.sources.crew.readers import Reader
from archlint.sources.facts import Fact


def packed(answer: Answer[Fact]) -> bytes:
    """Return an answer as bytes; raise ValueError or RecursionError where it cannot be."""
    return _ENCODER.encode(answer)


def unpacking(reader: Reader[Fact]) -> Callable[[bytes], Answer[Fact]]:
    """Return what unpacks the answers of a reader; it raises MsgspecError or RecursionError."""
    desk = Desk()

    def body(_: type, content: object) -> Body:
        match content:
            case [bytes(statements), str(callees)]:
                desk.expect(statements)
                return Body(statements, desk.open, tuple(map(intern, callees.split())))
        raise TypeError("a body is packed in bytes, beside what it calls")

    return msgspec.msgpack.Decoder(reader.answer, dec_hook=body).decode


def _packed_body(body: object) -> tuple[bytes, str]:
    if not isinstance(body, Body):
        raise NotImplementedError
    statements = body.packed or msgspec.msgpack.encode(body.contents.statements)
    return statements, " ".join(body.callees)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_packed_body)
