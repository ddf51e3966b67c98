"""A type, as far as light inference can know it; what is not known never makes a finding."""

from typing import NamedTuple

CONTAINERS = frozenset(
    {
        "list", "set", "frozenset", "tuple", "deque", "List", "Set", "FrozenSet", "Tuple", "Deque",
        "Sequence", "MutableSequence", "Iterable", "Iterator", "Collection", "AbstractSet",
        "MutableSet", "Generator", "AsyncIterator", "AsyncIterable", "AsyncGenerator", "KeysView",
        "ValuesView", "Reversible",
    }
)  # fmt: skip
MAPPINGS = frozenset(
    {"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict"}
)
_HOMES = ("builtins.", "typing.", "collections.", "typing_extensions.")


class Type(NamedTuple):
    """`name` is the dotted name of a class of the project or of something outside, "" if unknown.

    Outside classes keep their full name (`sqlalchemy.orm.Session`); what their members give is
    told by the path to it (`sqlalchemy.orm.Session.query()`). `is_class` marks the class itself
    rather than an instance. Unions of several types are `Type("|", members)`.
    """

    name: str = ""
    arguments: tuple["Type", ...] = ()
    is_class: bool = False

    def __bool__(self) -> bool:
        return bool(self.name)

    @property
    def last(self) -> str:
        """The last segment of the name."""
        return self.name.rpartition(".")[2]

    @property
    def is_container(self) -> bool:
        """Whether iterating gives its first argument."""
        return self.last in CONTAINERS and self.name.startswith(_HOMES)

    @property
    def is_mapping(self) -> bool:
        """Whether subscripting gives its second argument."""
        return self.last in MAPPINGS and self.name.startswith(_HOMES)

    @property
    def element(self) -> "Type":
        """What iterating over it gives."""
        if (self.is_container or self.is_mapping) and self.arguments:
            return self.arguments[0]
        return NOTHING

    @property
    def item(self) -> "Type":
        """What subscripting it gives."""
        if self.is_mapping:
            return self.arguments[1] if len(self.arguments) > 1 else NOTHING
        return self.element

    @property
    def instance(self) -> "Type":
        """What calling the class gives."""
        return Type(self.name, self.arguments)

    def members(self) -> tuple["Type", ...]:
        """Return the members of a union, else the type itself; nothing when unknown."""
        if self.name == "|":
            return self.arguments
        return (self,) if self.name else ()

    def mentioned(self) -> "tuple[Type, ...]":
        """Return this type and all types inside it."""
        inner = tuple(found for argument in self.arguments for found in argument.mentioned())
        return inner if self.name in {"|", ""} else (self, *inner)


NOTHING = Type()
NONE = Type("builtins.None")


def union(types: tuple[Type, ...]) -> Type:
    """Join types as `A | B`; None is left out, since it has no state and no behaviour."""
    if len(types) == 1 and types[0].name not in {"", "|"}:
        return types[0]
    members = tuple(dict.fromkeys(m for t in types for m in t.members() if m != NONE))
    if not members:
        return NONE if NONE in types else NOTHING
    return members[0] if len(members) == 1 else Type("|", members)


def list_of(element: Type) -> Type:
    """Return the type of a list with such elements."""
    return Type("builtins.list", (element,) if element else ())


def external_type(dotted: str) -> Type:
    """Return the type of something from outside; a called name in capitals is taken for a class."""
    called = dotted.removesuffix("()")
    last = called.rpartition(".")[2]
    if called != dotted and last[:1].isupper():
        return Type(called)
    return Type(dotted, is_class=called == dotted and last[:1].isupper())
