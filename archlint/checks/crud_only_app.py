"""Judges contexts that only keep and show things, though they are built for more."""

from collections.abc import Iterator

from archlint.model.code.ceremony.crud import Crud
from archlint.model.code.controller_evidence.telling import listed
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each context without a rule of its own."""
    for crud in codebase.cruds.found(rule.number("min-use-cases")):
        yield _finding(rule, crud)


def _finding(rule: Rule, crud: Crud) -> Finding:
    things = listed(thing.name for thing in crud.things)
    return crud.stretch.told(
        rule.name,
        f"none of the {crud.use_cases} use cases{crud.stretch.of} decides anything, and "
        f"{things} {'has' if len(crud.things) == 1 else 'have'} no rule: "
        f"{_written(crud)} keep and show {_them(crud)}",
        _help(crud),
        _evidence(crud),
    )


def _written(crud: Crud) -> str:
    layers = f"{len(crud.layers)} layers"
    return f"{len(crud.written)} classes in {layers}" if len(crud.written) > 1 else layers


def _them(crud: Crud) -> str:
    return "it" if len(crud.things) == 1 else "them"


def _help(crud: Crud) -> str:
    things = listed(thing.name for thing in crud.things)
    spare = [owner.name for owner in crud.written if owner not in crud.things]
    rest = f", which makes {listed(spare)} unnecessary" if spare else ""
    return (
        f"let the controllers save {things} as {_models(crud)} of the ORM{rest}, and say so: "
        'domain-model = "active-record"; or move the first rule there is into '
        f"{crud.things[0].name}"
    )


def _models(crud: Crud) -> str:
    return "a model" if len(crud.things) == 1 else "models"


def _evidence(crud: Crud) -> Iterator[Evidence]:
    for owner in crud.written:
        does = "has no rule" if owner in crud.things else f"keeps or shows {_them(crud)}"
        yield Evidence(owner.module.path, owner.fact.line, f"{owner.name} {does}")
