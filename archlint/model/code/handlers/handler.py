"""A handler: a function that the outside world calls, and why it is taken for one."""

from dataclasses import dataclass
from enum import StrEnum

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.finding import Confidence


class HandlerKind(StrEnum):
    """By which way the outside world comes in."""

    HTTP = "http"
    GRAPHQL = "graphql"
    RPC = "rpc"
    CLI = "cli"
    TASK = "task"
    MESSAGE = "message"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Sign:
    """What gives a handler away; `framework` is "" where no framework is involved."""

    kind: HandlerKind
    framework: str
    reason: str
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class Handler:
    """A function that the outside world calls."""

    function: ProjectFunction
    sign: Sign

    @property
    def kind(self) -> HandlerKind:
        """By which way the outside world comes in."""
        return self.sign.kind

    @property
    def framework(self) -> str:
        """The library that calls it, "" where none is known."""
        return self.sign.framework

    @property
    def confidence(self) -> Confidence:
        """HIGH where every name was resolved."""
        return self.sign.confidence

    @property
    def reason(self) -> str:
        """What gives it away, in words."""
        return self.sign.reason
