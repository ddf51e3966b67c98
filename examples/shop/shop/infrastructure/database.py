"""The database: an engine, and sessions that speak to it."""

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

from shop.adapters.repositories.tables import Base


def open_database(url: str) -> sessionmaker[Session]:
    """Connect, create the tables that are missing, and return a maker of sessions."""
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    return sessionmaker(engine)
