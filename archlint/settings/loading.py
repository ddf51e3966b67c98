"""Settings files: found, read, and parsed into values."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import normpath

import tomli

from archlint.model.architecture.architecture import Architecture, DomainModel
from archlint.model.rule import Rule
from archlint.settings.allowance_tables import read_allowances
from archlint.settings.catalog import shipped_catalog
from archlint.settings.context_tables import read_contexts
from archlint.settings.evidence_tables import read_controllers, read_libraries, read_roles
from archlint.settings.layer_tables import NamedLayers, read_layers
from archlint.settings.mistakes import Mistake, SettingsError, shown
from archlint.settings.project import ProjectSettings
from archlint.settings.rule_tables import read_rules
from archlint.settings.styles import Style
from archlint.settings.tables import Document, Table

OWN_FILE = "archlint.toml"
SHARED_FILE = "pyproject.toml"
SHARED_TABLE = ("tool", "archlint")


def find(start: Path) -> Path | None:
    """Return the nearest settings file, from `start` upwards; a folder's archlint.toml wins."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (own := folder / OWN_FILE).is_file():
            return own
        if (shared := folder / SHARED_FILE).is_file() and _speaks_of_us(shared):
            return shared
    return None


def _speaks_of_us(file: Path) -> bool:
    """Whether the file has our table; one that is broken and names us is ours to complain about."""
    text = file.read_text(encoding="utf-8", errors="replace")
    if "archlint" not in text:
        return False
    try:
        content = tomli.loads(text)
    except tomli.TOMLDecodeError:
        return "[tool.archlint" in text
    tool = content.get("tool")
    return isinstance(tool, dict) and "archlint" in tool


def load(file: Path, rules: Mapping[str, Rule]) -> ProjectSettings:
    """Read a settings file; `rules` is the rule book, by name.

    Raises SettingsError with all mistakes of the file at once.
    """
    folder = file.absolute().parent
    return _parsed(document_of(file), file, rules, lambda path: (folder / path).is_dir())


def document_of(file: Path) -> Document:
    """Return what a settings file says, not looked at; raise SettingsError where it is no TOML."""
    return Document(text_of(file), shown(file), file.name)


def text_of(file: Path) -> str:
    """Return the text of a settings file; raise SettingsError where it has none."""
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise SettingsError(
            [Mistake(shown(file), 1, 1, f"cannot be read: {error.strerror}")]
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsError([Mistake(shown(file), line, 1, "is not UTF-8")]) from None


def parse(
    text: str,
    file: Path,
    rules: Mapping[str, Rule],
    is_folder: Callable[[str], bool] = lambda _: True,
) -> ProjectSettings:
    """Parse the text of a settings file as `load` does.

    `is_folder` says whether a path relative to the file is a folder.
    """
    return _parsed(Document(text, shown(file), file.name), file, rules, is_folder)


def _parsed(
    document: Document, file: Path, rules: Mapping[str, Rule], is_folder: Callable[[str], bool]
) -> ProjectSettings:
    settings = _read(own_table(document, file), file, rules, is_folder)
    if document.mistakes:
        raise SettingsError(document.mistakes)
    return settings


def own_table(document: Document, file: Path) -> Table:
    """Return the table that is about archlint: all of its own file, a part of a shared one."""
    table = document.table(())
    if file.name != SHARED_FILE:
        return table
    for name in SHARED_TABLE:
        table = table.table(name) or Table(document, (*table.path, name), {})
    return table


def _read(
    table: Table, file: Path, rules: Mapping[str, Rule], is_folder: Callable[[str], bool]
) -> ProjectSettings:
    style = table.choice("style", Style)
    named = read_layers(table)
    own_rules = table.texts("own-rules") or ()
    policies, library_places = read_libraries(table)
    settings = ProjectSettings(
        folder=file.absolute().parent,
        file=file,
        architecture=_read_architecture(table, style, named, rules),
        catalog=replace(shipped_catalog(), overrides=policies),
        source_roots=_read_roots(table, is_folder),
        exclude=(*(table.texts("exclude") or ()), *map(normpath, own_rules)),
        rules=read_rules(table, rules),
        style=style,
        style_place=table.place("style") if style else None,
        says_domain_model="domain-model" in table,
        pattern_places=named.places,
        face_places=named.faces,
        library_places={**library_places, **named.libraries},
        runs_custom_contracts=table.flag("run-custom-contracts"),
        own_rule_files=own_rules,
    )
    tests = table.texts("tests")
    table.close()
    return settings if tests is None else replace(settings, tests=tests)


def _read_architecture(
    table: Table, style: Style | None, named: NamedLayers, rules: Mapping[str, Rule]
) -> Architecture:
    usual = style.domain_model if style else DomainModel.RICH
    decorators, bases = read_controllers(table)
    return Architecture(
        layers=named.layers,
        domain_model=table.choice("domain-model", DomainModel) or usual,
        roles=read_roles(table),
        controller_decorators=decorators,
        controller_bases=bases,
        allowances=read_allowances(table, rules),
        contexts=read_contexts(table, named),
    )


def _read_roots(table: Table, is_folder: Callable[[str], bool]) -> tuple[str, ...] | None:
    roots = table.texts("source-roots")
    for index, root in enumerate(roots or ()):
        if not is_folder(root):
            table.wrong_element("source-roots", index, f"{root!r} is not a folder")
    return roots
