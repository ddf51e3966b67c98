"""The rule book, opened: one Markdown page per rule, with a TOML header that says what it is.

A page begins with its header between two lines of `+++`:

    +++
    title = "an inner layer imports an outer one"
    principle = "dependency rule"        # or: pitfall = "anemic entities"
    severity = "error"
    layers = ["domain"]                  # names or roles of layers it looks at; all when left out
    roles = ["entity"]                   # roles of classes it looks at
    since = "0.1.0"
    graver-in = ["ddd"]                  # styles in which its findings weigh one level more
    check = "outward_imports"            # module of archlint.checks, when not the rule's own name

    [options.max-depth]                  # one table per option
    default = 8
    about = "how many steps a chain may have"
    +++
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from archlint.model.faults import ArchlintError
from archlint.model.finding import Severity
from archlint.model.rule import OptionValue, Rule

FENCE = "+++"
KEYS = ("title", "principle", "pitfall", "severity", "layers", "roles", "since", "graver-in",
        "check", "options")  # fmt: skip


class BrokenPageError(Exception):
    """A page of the rule book does not say what a page has to say."""


class UnknownRuleError(ArchlintError, LookupError):
    """No rule of these names, or of the book, is called so; `nearest` is the likeliest meant."""

    def __init__(self, name: str, names: Iterable[str] | None = None) -> None:
        self.name = name
        self.nearest = nearest(name, names)
        hint = f"did you mean {self.nearest}?" if self.nearest else "`archlint rules` lists them"
        super().__init__(f"no rule is named {name}; {hint}")


@dataclass(frozen=True, slots=True)
class Option:
    """A number, word or list that a project may set for one rule."""

    name: str
    default: OptionValue
    about: str


@dataclass(frozen=True, slots=True)
class Page:
    """One rule as the book tells it; `serves` is the principle or the pitfall it is about."""

    name: str
    title: str
    serves: str
    severity: Severity
    since: str
    check: str
    body: str
    layers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    options: tuple[Option, ...] = field(default=())
    graver_in: tuple[str, ...] = ()

    def opening(self, section: str) -> str:
        """Return the first paragraph of a section in one line, "" where the page has none."""
        _, _, rest = self.body.partition(f"## {section}\n\n")
        paragraph, _, _ = rest.partition("\n\n")
        return " ".join(paragraph.split())

    def rule(self) -> Rule:
        """Return the rule with the defaults of the book."""
        options = {option.name: option.default for option in self.options}
        return Rule(
            name=self.name,
            title=self.title,
            severity=self.severity,
            layers=self.layers,
            options=options,
            graver_in=self.graver_in,
        )


def rules() -> tuple[Rule, ...]:
    """Return every rule of the book, by name."""
    return tuple(page.rule() for page in pages())


def page(name: str) -> Page:
    """Return the page of a rule; raise UnknownRuleError when the book has none."""
    for candidate in pages():
        if candidate.name == name:
            return candidate
    raise UnknownRuleError(name)


def nearest(name: str, names: Iterable[str] | None = None) -> str | None:
    """Return which of these rules, or of the book, has the name most like `name`, if one has."""
    alike = get_close_matches(name, names or [page.name for page in pages()], n=1)
    return alike[0] if alike else None


@cache
def pages() -> tuple[Page, ...]:
    """Return every page, by name; raise BrokenPageError for one that cannot be understood."""
    return tuple(sorted(read_pages(folder()), key=lambda page: page.name))


def folder() -> Path:
    """Return where the pages lie: in the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    shipped = package / "manual"
    return shipped if shipped.is_dir() else package.parent / "rules"


def read_pages(book: Path) -> Iterator[Page]:
    """Yield the pages in a folder; README.md is about the book and no page of it."""
    if not book.is_dir():
        raise BrokenPageError(f"{book}: the rule book is missing, install archlint again")
    for path in book.glob("*.md"):
        if path.name != "README.md":
            yield parse_page(path.stem, path.read_text(encoding="utf-8"))


def parse_page(name: str, text: str) -> Page:
    """Return the page that a text is; raise BrokenPageError naming what is wrong with it."""
    opening, _, rest = text.partition("\n")
    header, fence, body = rest.partition(f"\n{FENCE}\n")
    if opening != FENCE or not fence:
        raise BrokenPageError(f"{name}.md: begins with no header between two lines of {FENCE}")
    try:
        table = tomllib.loads(header)
        return _page(name, table, body.lstrip("\n"))
    except (tomllib.TOMLDecodeError, _HeaderError) as error:
        raise BrokenPageError(f"{name}.md: {error}") from error


class _HeaderError(ValueError):
    pass


def _page(name: str, table: Mapping[str, object], body: str) -> Page:
    for key in table:
        if key not in KEYS:
            raise _HeaderError(f"unknown key {key}, known are {', '.join(KEYS)}")
    if ("principle" in table) == ("pitfall" in table):
        raise _HeaderError("needs either principle or pitfall")
    return Page(
        name=name,
        title=_text(table, "title"),
        serves=_text(table, "principle" if "principle" in table else "pitfall"),
        severity=_severity(table),
        since=_text(table, "since"),
        check=_text({"check": name.replace("-", "_"), **table}, "check"),
        body=body,
        layers=_texts(table, "layers"),
        roles=_texts(table, "roles"),
        options=tuple(_options(table)),
        graver_in=_texts(table, "graver-in"),
    )


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise _HeaderError(f"{key} has to be a text")
    return value


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _HeaderError(f"{key} has to be a list of texts")
    return tuple(value)


def _severity(table: Mapping[str, object]) -> Severity:
    try:
        return Severity(_text(table, "severity"))
    except ValueError:
        raise _HeaderError(f"severity has to be one of {', '.join(Severity)}") from None


def _options(table: Mapping[str, object]) -> Iterator[Option]:
    options = table.get("options", {})
    if not isinstance(options, dict):
        raise _HeaderError("options has to hold one table per option")
    for name, option in options.items():
        if not isinstance(option, dict) or set(option) != {"default", "about"}:
            raise _HeaderError(f"option {name} needs default and about, and nothing else")
        yield Option(name, _default(name, option["default"]), _text(option, "about"))


def _default(name: str, value: object) -> OptionValue:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise _HeaderError(
        f"the default of option {name} has to be a number, a text or a list of texts"
    )
