"""Packing: answers as bytes, as they pass between processes and are kept; the bodies in them apart.

Bodies stay packed until somebody asks. Only they are unpacked again and again, so what they say is
looked through when they come: bytes that are no body are no answer.
"""

from collections.abc import Callable

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
        if not isinstance(content, bytes):
            raise TypeError("a body is packed in bytes")
        found = Body(content, desk.open)
        found.callees  # noqa: B018 - opens it, and is known from now on
        return found

    return msgspec.msgpack.Decoder(reader.answer, dec_hook=body).decode


def _packed_body(body: object) -> bytes:
    if not isinstance(body, Body):
        raise NotImplementedError
    return body.packed or msgspec.msgpack.encode(body.contents.statements)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_packed_body)
