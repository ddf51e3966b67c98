"""Styles: layers found by the usual names of folders and modules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.modules import Module
from archlint.settings.vocabulary import DJANGO, LAYERS, RINGS, Strength, Vocabulary, Word
from archlint.surveying.prospecting.contents import Contents
from archlint.surveying.prospecting.opinions import Segments

if TYPE_CHECKING:  # who only reads settings need not load all that code can mean
    from archlint.surveying.prospecting.signs import Signs


class Style(StrEnum):
    """A way to arrange a program. The first four share their words and their rings."""

    CLEAN = "clean"
    HEXAGONAL = "hexagonal"
    ONION = "onion"
    DDD = "ddd"
    LAYERED = "layered"
    DJANGO = "django"

    @property
    def vocabulary(self) -> Vocabulary:
        """The names by which its layers are found."""
        if self is Style.DJANGO:
            return DJANGO
        return LAYERS if self is Style.LAYERED else RINGS

    @property
    def domain_model(self) -> DomainModel:
        """What its entities are, unless the settings say otherwise."""
        return DomainModel.ACTIVE_RECORD if self is Style.DJANGO else DomainModel.RICH


def fit(style: Style, modules: Iterable[Module], signs: "Signs | None" = None) -> tuple[Layer, ...]:
    """Return the layers of the style that these modules have, innermost first.

    The deepest layer word in a module's path decides; its folder becomes a literal pattern, so that
    deeper folders win over the ones around them. `modules` are those of the program, without tests.
    Where a word may mean two things, the `signs` of what lies there tell which.
    """
    vocabulary = style.vocabulary
    folders: dict[Role, list[Segments]] = defaultdict(list)
    for folder, word in found(vocabulary, modules, signs).items():
        folders[word.role].append(folder)
    return tuple(
        Layer(
            name=role.value,
            ring=ring,
            role=role,
            patterns=tuple(Pattern(".".join(folder)) for folder in sorted(folders[role])),
        )
        for role, ring in vocabulary.rings.items()
        if role in folders
    )


def found(
    vocabulary: Vocabulary, modules: Iterable[Module], signs: "Signs | None" = None
) -> Mapping[Segments, Word]:
    """Return the folders and modules whose own name decides the layer of what lies below."""
    names = tuple(tuple(module.name.split(".")) for module in modules)
    tree = _Tree(vocabulary, names, Contents(names, signs))
    decided: dict[Segments, Word] = {}
    for module in tree.modules:
        decided.update(tree.deciders(module))
    return decided


@dataclass
class _Tree:
    """The folders of a program; the `trunk` is those that hold everything and so say nothing."""

    vocabulary: Vocabulary
    modules: Sequence[Segments]
    contents: Contents

    def __post_init__(self) -> None:
        self.children: dict[Segments, set[str]] = defaultdict(set)
        for module in self.modules:
            for length in range(len(module)):
                self.children[module[:length]].add(module[length])
        self.trunk = self._trunk()
        self._roles: dict[Segments, frozenset[Role]] = {}

    def deciders(self, module: Segments) -> Iterator[tuple[Segments, Word]]:
        """Yield the folders on the way to a module that decide, each over the one before."""
        current: Word | None = None
        for length in range(self.trunk + 1, len(module) + 1):
            folder = module[:length]
            word = self.word_at(folder)
            if current and current.is_inner and folder[-2].lower() in _PORTS:
                word = word if word and folder[-1].lower() in _ADAPTERS else None
            if word is None:
                if current is None and folder[-1].lower() in self.vocabulary.silent:
                    return
            elif current is None or self.overrules(folder, word, current):
                holds = current is not None and current.is_strong and not current.is_inner
                current = replace(word, strength=Strength.STRONG) if holds else word
                yield folder, word

    def word_at(self, folder: Segments) -> Word | None:
        """Return what the name of the folder or module says where it stands."""
        name = folder[-1]
        if self._is_subject(folder):
            return None
        word = self.vocabulary.word(name)
        if word is None:
            return self.vocabulary.among(name, self._roles_in(folder[:-1]))
        if self._is_whole(folder, word):
            return None
        return word if word.is_strong else self._corrected(folder, word)

    def _is_subject(self, folder: Segments) -> bool:
        """Whether a name says what its folder is about: the handlers of the domain, its errors."""
        around = folder[-2].lower() if len(folder) > 1 else ""
        if around in _ERRORS and folder not in self.children:
            word = self.vocabulary.word(folder[-1])
            return word is not None and word.is_strong
        return around in _HANDLERS and folder[-1].lower() in _NOUNS

    def _corrected(self, folder: Segments, word: Word) -> Word | None:
        """Return what a name says once one has seen what lies there."""
        if word.role in _STORES and self.contents.holds_ports(folder):
            return Word(Role.APPLICATION, word.strength)
        if word.role is Role.CONTROLLERS and self.contents.only_calls(folder):
            knows = Role.ADAPTERS in self.vocabulary.rings
            return Word(Role.ADAPTERS, word.strength) if knows else None
        return word

    def overrules(self, folder: Segments, word: Word, current: Word) -> bool:
        """Whether a word decides although another stands above it in the path."""
        if current.role in {word.role, Role.COMPOSITION}:
            return False
        if word.role is Role.CONTROLLERS and self.contents.speaks(folder):
            return True
        if word.role is Role.CONTROLLERS and current.role is Role.APPLICATION:
            return folder in self.children  # a folder of routes, whatever the program around it
        if word.strength is Strength.REFINING:
            return word.is_inner == current.is_inner
        # A module called application.py below a layer may be about somebody's application.
        is_noun = folder not in self.children and folder[-1].lower() in _NOUNS
        outer_holds = current.is_strong and not current.is_inner
        return word.is_strong and not is_noun and not (outer_holds and word.is_inner)

    def _is_whole(self, folder: Segments, word: Word) -> bool:
        """Whether the word names a program rather than a layer: it holds what a layer cannot."""
        below = self.children.get(folder, set())
        if word.role is Role.APPLICATION:
            words = [self.vocabulary.word(name) for name in below]
            return any(each and each.is_strong and not each.is_inner for each in words)
        return not (word.is_inner or word.is_strong or self.vocabulary.cores.isdisjoint(below))

    def _roles_in(self, folder: Segments) -> frozenset[Role]:
        if folder not in self._roles:
            self._roles[folder] = frozenset(word.role for word in self._words_in(folder))
        return self._roles[folder]

    def _words_in(self, folder: Segments) -> Iterator[Word]:
        """Yield what names in a folder say; `application/domain` is a domain of the folder, too."""
        for name in self.children.get(folder, ()):
            if word := self.vocabulary.word(name):
                yield word
                if word.role is Role.APPLICATION:
                    yield from self._words_in((*folder, name))

    def _trunk(self) -> int:
        folder: Segments = ()
        while len(self.children.get(folder, ())) == 1:
            folder = (*folder, *self.children[folder])
        return len(folder) if folder in self.children else max(0, len(folder) - 1)


_PORTS = frozenset({"ports", "port"})
_ADAPTERS = frozenset({"adapters", "adapter"})
_STORES = frozenset({Role.PERSISTENCE, Role.ADAPTERS})
_HANDLERS = frozenset(
    {"handlers", "handler", "event_handlers", "listeners", "subscribers", "commands"}
)
_ERRORS = frozenset({"exceptions", "exception", "errors", "error"})
_NOUNS = frozenset({"domain", "domains", "application", "applications"})
