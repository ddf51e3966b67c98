"""Parcels in a SQL database: their mapping and their repository."""

from sqlalchemy import Column, Enum, Integer, String, Table, select
from sqlalchemy.orm import Session, registry

from trade.kernel import EventPublisher, UnknownAggregateError
from trade.shipping.domain.parcel import Parcel, ParcelRepository, ParcelState


def map_shipping(mapper_registry: registry) -> None:
    """Map the aggregate of shipping; call it once in the life of a program."""
    parcels = Table(
        "parcels",
        mapper_registry.metadata,
        Column("id", String, primary_key=True),
        Column("order_id", String, nullable=False, unique=True),
        Column("pieces", Integer, nullable=False),
        Column("state", Enum(ParcelState), nullable=False),
    )
    mapper_registry.map_imperatively(Parcel, parcels, properties={"_state": parcels.c.state})


class SqlParcelRepository(ParcelRepository):
    def __init__(self, session: Session, publisher: EventPublisher) -> None:
        self._session = session
        self._publisher = publisher

    def of_order(self, order_id: str) -> Parcel:
        parcel = self._session.scalars(select(Parcel).filter_by(order_id=order_id)).one_or_none()
        if parcel is None:
            raise UnknownAggregateError(order_id)
        return parcel

    def save(self, parcel: Parcel) -> None:
        self._session.add(parcel)
        self._session.flush()
        for event in parcel.release_events():
            self._publisher.publish(event)
