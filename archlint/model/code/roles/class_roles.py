"""The roles of classes: what one may be for."""

from enum import StrEnum


class ClassRole(StrEnum):
    """What a class is for."""

    EXCEPTION = "exception"
    ENUM = "enum"
    PORT = "port"
    RECORD = "record"
    FRAMEWORK = "framework"
    VALUE_OBJECT = "value-object"
    MESSAGE = "message"
    SERVICE = "service"
    SEEDWORK = "seedwork"
    TABLE = "table"
    DTO = "dto"
    SNAPSHOT = "snapshot"
    AGGREGATE_ROOT = "aggregate-root"
    ENTITY = "entity"
    OTHER = "other"


GIVEN_ROLES = tuple(role for role in ClassRole if role is not ClassRole.TABLE)
"""The roles that a class can be given; a table is one by what its mapper sees in it."""
