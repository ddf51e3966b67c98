"""A bus inside the process: who publishes does not know who listens."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from trade.kernel import DomainEvent, EventPublisher

Event = TypeVar("Event", bound=DomainEvent)


class EventBus(EventPublisher):
    def __init__(self) -> None:
        self._listeners: defaultdict[type, list[Callable[[Any], None]]] = defaultdict(list)

    def subscribe(self, kind: type[Event], listener: Callable[[Event], None]) -> None:
        self._listeners[kind].append(listener)

    def publish(self, event: DomainEvent) -> None:
        for listener in self._listeners[type(event)]:
            listener(event)
