"""The words by which projects call the roles of their classes."""

import re
from collections.abc import Iterable

_HUMP = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")

ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "TextChoices",
                   "IntegerChoices", "Choices"})  # fmt: skip
RECORDS = frozenset({"TypedDict", "NamedTuple", "namedtuple()", "namedtuple"})
FRAMEWORK_BASES = (
    "BaseSettings", "Form", "FormSet", "Serializer", "Schema", "View", "ViewSet", "Admin",
    "AppConfig", "Manager", "QuerySet", "TestCase", "BaseCommand", "FilterSet", "Middleware",
    "Resource", "Thread", "NodeVisitor", "TypeDecorator", "Interface",
)  # fmt: skip
VALUE_OBJECT_FOLDERS = frozenset({"valueobjects", "valueobject", "vo", "vos", "values"})
MESSAGE_WORDS = ("Event", "Command", "Query", "Message")
MESSAGE_FOLDERS = frozenset(
    {"events", "event", "commands", "command", "queries", "query", "messages", "message"}
)
SERVICE_WORDS = (
    "Service", "Policy", "Specification", "Spec", "Factory", "Handler", "UseCase", "Usecase",
    "Interactor", "Repository", "Repo", "Gateway", "Port", "Adapter", "Provider", "Mapper",
    "Builder", "Strategy", "Calculator", "Manager", "Bus", "UnitOfWork", "Uow", "UOW", "Client",
    "Publisher", "Subscriber", "Listener", "Dispatcher", "Mediator", "Validator", "Generator",
    "Parser", "Converter", "Serializer", "Presenter", "Controller", "Facade", "Registry",
    "Storage", "Store", "Cache", "Hasher", "Encoder", "Decoder", "Sender", "Notifier", "Finder",
    "Reader", "Writer", "Loader", "Checker", "Evaluator", "Engine", "Visitor", "Middleware",
    "Container", "Resolver", "Translator", "Assembler", "Dao", "DAO", "Mixin",
)  # fmt: skip
DOERS = frozenset(
    {"Mediator", "Dispatcher", "Facade", "Factory", "Interactor", "Middleware", "Hasher",
     "Notifier", "Serializer", "UnitOfWork", "UnitofWork", "EventBus",
     "MessageBus", "CommandBus", "QueryBus"}
)  # fmt: skip
"""Names of services that are no nouns of any domain, so that no other word has to come before."""
SERVICE_FOLDERS = frozenset(
    {"services", "service", "specifications", "policies", "rules", "factories", "handlers",
     "usecases", "repositories", "repository", "ports", "gateways"}
)  # fmt: skip
BASE_NAMES = frozenset(
    {"Entity", "BaseEntity", "EntityBase", "DomainEntity", "GenericEntity", "AggregateRoot",
     "Aggregate", "BaseAggregate", "BaseAggregateRoot", "RootEntity", "ValueObject", "Base",
     "BaseValueObject", "DomainEvent", "BaseModel", "DomainModel", "Model", "Identifiable"}
)  # fmt: skip
ENTITY_BASE = re.compile(r"(Entity|Entity(Base|Model)|Aggregate|AggregateRoot)(Base)?$")
AGGREGATE_BASE = re.compile(r"Aggregate|^RootEntity$")
DTO_FOLDERS = frozenset(
    {"dto", "dtos", "schemas", "schema", "requests", "request", "responses", "response",
     "serializers", "readmodels", "readmodel", "viewmodels", "viewmodel", "presenters", "views",
     "inputs", "outputs", "params", "payloads", "contracts", "projections"}
)  # fmt: skip
DTO_WORDS = (
    "DTO", "Dto", "Request", "Response", "Schema", "Payload", "ReadModel", "ViewModel", "Create",
    "Update", "Read", "Public", "Private", "Raw", "Input", "Output", "Params", "Props", "Out",
    "Filters",
)  # fmt: skip
DTO_PREFIXES = ("Create", "Update", "Patch", "Get", "List", "Register", "Delete", "New")
VAGUE_DTO_WORDS = ("Result", "Info", "Data", "Row", "View", "Config", "Filter", "Criteria",
                   "Page", "Summary", "Details", "Options", "Metadata", "Context", "Token",
                   "Credentials", "Minimal", "Pagination", "Stats", "Statistics")  # fmt: skip
SQLMODEL = "sqlmodel.SQLModel"
SCHEMA_BASES = frozenset({"pydantic.BaseModel", "pydantic.main.BaseModel", SQLMODEL})
PERSISTENCE_FOLDERS = frozenset(
    {
        "db",
        "database",
        "databases",
        "persistence",
        "orm",
        "tables",
        "infrastructure",
        "infra",
        "sqlalchemy",
        "sql",
        "postgres",
        "mongo",
        "storage",
        "daos",
        "dao",
    }
)
ENTITY_FOLDERS = frozenset(
    {"entities", "entity", "aggregates", "aggregate", "aggregateroots", "aggregateroot"}
)
LAYER_FOLDERS = frozenset({"domain", "domains", "core"})


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in capitals or with underscores: `OrderItem` has two."""
    return tuple(_HUMP.findall(name))


def snake(name: str) -> str:
    """Return a name as a field would be called: `OrderItem` is `order_item`."""
    return "_".join(word.lower() for word in words_of(name))


def ending(name: str, suffixes: Iterable[str]) -> str:
    """Return the suffix that a name ends with after another word, "" when there is none.

    `OrderService` ends with `Service`; `Service` alone is a noun like any other, and so is the
    second half of `Microservice`.
    """
    for suffix in suffixes:
        stem = name.removesuffix(suffix)
        if stem != name and stem.strip("_") and not stem[-1].isupper():
            return suffix
    return ""


def doer(name: str) -> str:
    """Return the end of a name which says that it does something for others, "" if none does."""
    return name if name in DOERS else ending(name, SERVICE_WORDS)


def plain(folder: str) -> str:
    """Return a folder's name without case and separators: `Value_Objects` is `valueobjects`."""
    return folder.lower().replace("_", "").replace("-", "")
