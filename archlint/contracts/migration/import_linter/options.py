"""The options of a contract, as values."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.contracts.migration.project import Project
from archlint.contracts.reading import Declared


@dataclass(frozen=True, slots=True)
class Level:
    """A line of a layers contract: modules side by side, and whether they are kept apart."""

    tails: tuple[str, ...]
    is_independent: bool


def texts(declared: Declared, option: str) -> tuple[str, ...]:
    """Return the values of an option that lists texts, blank ones left out."""
    value = declared.options.get(option) or []
    values = value if isinstance(value, list) else [value]
    return tuple(str(each).strip() for each in values if str(each).strip())


def says(declared: Declared, option: str) -> bool:
    """Whether an option is true."""
    return str(declared.options.get(option, "")).lower() == "true"


def levels(declared: Declared) -> tuple[Level, ...]:
    """Return the layers, the highest first; optional ones lose their brackets."""
    return tuple(map(_level, texts(declared, "layers")))


def _level(text: str) -> Level:
    delimiter = ":" if ":" in text and "|" not in text else "|"
    tails = (part.strip() for part in text.split(delimiter))
    named = tuple(tail.removeprefix("(").removesuffix(")").strip() for tail in tails)
    return Level(named, is_independent=delimiter == "|")


def ignored(declared: Declared) -> Iterator[tuple[str, str]]:
    """Yield the pairs of expressions whose imports the contract passes over."""
    for text in texts(declared, "ignore_imports"):
        importer, _, imported = text.partition("->")
        yield importer.strip(), imported.strip()


def expanded(expressions: tuple[str, ...], project: Project) -> dict[str, str]:
    """Return the modules that expressions stand for, each with the expression."""
    return {name: each for each in expressions for name in project.expand(each)}
