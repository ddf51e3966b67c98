"""Judges tables in the core: a class of the domain is itself what the mapper stores."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each table of the core, with all methods that hand it on."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    for table in codebase.tables:
        if codebase.is_core_table(table.dotted):
            yield _finding(codebase, rule, table)


def _finding(codebase: Codebase, rule: Rule, table: ProjectClass) -> Finding:
    layer = codebase.memberships[table.module.name].layer
    mapper = codebase.tables.mapper_of(table.dotted)
    title, kind = (mapper.title, mapper.indefinite) if mapper else ("database", "a database")
    return Finding(
        rule=rule.name,
        place=Place(table.module.path, table.fact.line),
        module=table.module.name,
        symbol=table.fact.qualname,
        layer=layer.name,
        target=title,
        message=f"{table.name} of {layer.name} is {kind} table",
        help=(
            f"keep {table.name} plain and map it imperatively, or give persistence a class of its "
            'own and translate, or say domain-model = "active-record" if tables are the model'
        ),
        also=_handed_on(codebase, table),
        because=layer.because,
    )


def _handed_on(codebase: Codebase, table: ProjectClass) -> tuple[Place, ...]:
    """Return where ports promise the table and where repositories hand it on."""
    promised = {
        Place(p.port.module.path, p.line)
        for p in codebase.promises
        if p.handed.target == table.dotted
    }
    leaked = {
        Place(leak.function.module.path, leak.line)
        for leak in codebase.leaks
        if leak.handed.target == table.dotted
    }
    return tuple(sorted(promised | leaked))
