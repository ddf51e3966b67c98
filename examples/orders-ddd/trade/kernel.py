"""The shared kernel: what every context means by an event and by an aggregate."""

from dataclasses import dataclass
from typing import Protocol


class RuleBrokenError(Exception):
    """An aggregate refuses what it was asked to do."""


class UnknownAggregateError(LookupError):
    """There is no aggregate of that id."""


@dataclass(frozen=True, slots=True)
class DomainEvent:
    """Something that has happened."""


class EventPublisher(Protocol):
    def publish(self, event: DomainEvent) -> None: ...


class AggregateRoot:
    """Guards the rules of what it contains, and notes what has happened to it."""

    _events: tuple[DomainEvent, ...] = ()

    def record(self, event: DomainEvent) -> None:
        self._events = (*self._events, event)

    def release_events(self) -> tuple[DomainEvent, ...]:
        """Hand out what has happened since the last time, and forget it."""
        events, self._events = self._events, ()
        return events
