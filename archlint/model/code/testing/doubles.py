"""Doubles: what files of tests use in place of a class of the program."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.names.resolution import Names
from archlint.model.code.testing.patching import patched
from archlint.model.facts.suites import Manner, Mention, Suite


@dataclass(frozen=True, slots=True)
class Part:
    """What tests may stand in for: an interface, with all by which they could get at it.

    `methods` are those that a stand-in needs; `makers` the full names of the classes behind the
    interface, `users` of the functions and classes that take it or give it.
    """

    dotted: str
    methods: frozenset[str]
    makers: frozenset[str]
    users: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Cast:
    """The full names that one file of tests speaks of, and the names of its own methods.

    `models` are what its classes inherit, what its mocks look like, and what it patches.
    """

    named: frozenset[str]
    models: frozenset[str]
    actors: tuple[frozenset[str], ...]

    def plays(self, part: Part) -> bool:
        """Whether somebody in the file is, or may be, a stand-in.

        What is handed to a user of the interface is not known, unless the class behind the
        interface is spoken of: then it is taken for that.
        """
        if self.models & {part.dotted, *part.makers}:
            return True
        if any(part.methods <= methods for methods in self.actors):
            return True
        return bool(self.named & {part.dotted, *part.users}) and not self.named & part.makers


class Doubles:
    """The doubles of a project; `suites` are its files of tests by the names of their modules.

    `names` resolves in these files, too.
    """

    def __init__(self, suites: Mapping[str, Suite], names: Names) -> None:
        self._suites = suites
        self._names = names

    def are_there_for(self, part: Part) -> bool:
        """Whether any file of tests has, or may have, a stand-in."""
        return any(cast.plays(part) for cast in self._casts)

    @cached_property
    def _casts(self) -> tuple[_Cast, ...]:
        return tuple(self._cast(*each) for each in self._suites.items())

    def _cast(self, module: str, suite: Suite) -> _Cast:
        bases = [base for actor in suite.actors for base in actor.bases]
        models = [name for chain in (*bases, *suite.copied) for name in self._full(module, chain)]
        mentions = [mention for routine in suite.routines for mention in routine.mentions]
        replaced = [name for each in mentions for name in self._patched(module, each)]
        named = [name for each in mentions for name in self._full(module, each.chain)]
        return _Cast(
            named=frozenset(named),
            models=frozenset((*models, *replaced)),
            actors=tuple(frozenset(actor.methods) for actor in suite.actors),
        )

    def _patched(self, module: str, mention: Mention) -> Iterator[str]:
        is_patch = mention.manner is Manner.PATCHES
        if symbol := is_patch and patched(self._names, module, mention.chain):
            yield from self._full(symbol.module, symbol.name)

    def _full(self, module: str, chain: str) -> Iterator[str]:
        """Yield the full name of what a chain stands for, and that of what it belongs to."""
        symbol = self._names.resolve(module, chain)
        if symbol.module:
            yield symbol.dotted
            yield symbol.dotted.rpartition(".")[0]
