"""Facts of a project as rules of one's own see them: plain values with names in full."""

from dataclasses import dataclass

from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Layer:
    """A ring of the architecture; `ring` 0 is innermost.

    `role` is what the layer is for, such as `domain`, "" where nobody said. `because` is why the
    settings keep it so.
    """

    name: str
    ring: int
    role: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the project; `layer` is None where it belongs to none.

    `name` is its dotted name, `path` is relative to the settings, with forward slashes.
    """

    name: str
    path: str
    layer: Layer | None = None

    @property
    def module(self) -> "Module":
        """The module itself, as every fact has one."""
        return self

    @property
    def symbol(self) -> str:
        """The empty name, for what is not in a class or function."""
        return ""

    @property
    def target(self) -> str:
        """The empty name, for what points at nothing else."""
        return ""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.path)


@dataclass(frozen=True, slots=True)
class Import:
    """One name that a module imports.

    `name` is what it stands for in full, followed through re-exports: the class
    `shop.domain.order.Order`, or `sqlalchemy.orm.Session`. `owner` is the module of the project
    that defines it, None for what comes from outside; `library` is the name from outside, or "".
    `is_typing_only` says that only type checkers see the import.
    """

    module: Module
    place: Place
    name: str
    owner: Module | None = None
    library: str = ""
    is_typing_only: bool = False

    @property
    def symbol(self) -> str:
        """The empty name: an import is told of its module."""
        return ""

    @property
    def target(self) -> str:
        """What is imported."""
        return self.name


@dataclass(frozen=True, slots=True)
class Definition:
    """What a module defines.

    `name` is the last part of its name, `symbol` all of it within the module: `Order.pay`.
    """

    module: Module
    place: Place
    name: str
    symbol: str

    @property
    def full_name(self) -> str:
        """Module and name."""
        return f"{self.module.name}.{self.symbol}"

    @property
    def target(self) -> str:
        """The empty name, for what points at nothing else."""
        return ""


@dataclass(frozen=True, slots=True)
class Function(Definition):
    """A function or method.

    `decorators` are full names without arguments; `parameters` leave out `self` and `cls`.
    """

    decorators: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    is_async: bool = False
    is_method: bool = False


@dataclass(frozen=True, slots=True)
class Class(Definition):
    """A class.

    `ancestors` and `decorators` are full names, the nearest ancestor first, as far as they can be
    followed. `role` is what archlint takes the class for, such as `entity`, `port` or `other`.
    `fields` are the names that it declares itself, `methods` the methods that it defines itself.
    """

    role: str
    ancestors: tuple[str, ...] = ()
    decorators: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    methods: tuple[Function, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call; `function` is where it stands, None beside all functions.

    `name` is what is called, in full: `builtins.print`, `datetime.datetime.now`, or a method of a
    type that is known, `shop.domain.order.Order.pay`. Calls of something unknown are left out.
    """

    module: Module
    place: Place
    name: str
    function: Function | None = None

    @property
    def symbol(self) -> str:
        """The name of the function that calls."""
        return self.function.symbol if self.function else ""

    @property
    def target(self) -> str:
        """What is called."""
        return self.name


Fact = Module | Import | Function | Class | Call
