"""The composition root: maps, connects, subscribes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, registry, sessionmaker

from trade.bus import EventBus
from trade.sales.application.ordering import Ordering
from trade.sales.events import OrderCancelled, OrderSubmitted
from trade.sales.infrastructure.mapping import map_sales
from trade.sales.infrastructure.repository import SqlOrderRepository
from trade.shipping.application.packing import Packing
from trade.shipping.infrastructure.parcels import SqlParcelRepository, map_shipping


@dataclass(frozen=True, slots=True)
class Trade:
    """Both contexts, inside one transaction."""

    ordering: Ordering
    packing: Packing
    bus: EventBus


class Program:
    def __init__(self, database_url: str) -> None:
        engine = create_engine(database_url)
        mappings().metadata.create_all(engine)
        self._sessions = sessionmaker(engine)

    @contextmanager
    def transaction(self) -> Iterator[Trade]:
        with self._sessions.begin() as session:
            yield assemble(session)


def assemble(session: Session) -> Trade:
    bus = EventBus()
    packing = Packing(SqlParcelRepository(session, bus))
    bus.subscribe(OrderSubmitted, packing.start)
    bus.subscribe(OrderCancelled, packing.stop)
    return Trade(Ordering(SqlOrderRepository(session, bus)), packing, bus)


@cache
def mappings() -> registry:
    mapper_registry = registry()
    map_sales(mapper_registry)
    map_shipping(mapper_registry)
    return mapper_registry
