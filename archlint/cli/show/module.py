"""`archlint show module`: what is known of one module."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Unpack

import click

from archlint.checks import Reads
from archlint.cli.answering import columns, indented, say_json, say_lines
from archlint.cli.asking import Asked, Form, asks, program_of, refuse
from archlint.cli.show import links
from archlint.cli.show.heading import headed
from archlint.cli.verbs import SETTINGS
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.handlers.handler import Handler
from archlint.model.code.roles.deciding import Verdict
from archlint.surveying.modules import ModuleSurvey, survey_module
from archlint.surveying.parts import UnknownNameError


@click.command(
    context_settings=SETTINGS,
    short_help="One module: where it belongs, imports, classes, handlers.",
)
@click.argument("name", metavar="MODULE")
@asks
def module(name: str, **asked: Unpack[Asked]) -> None:
    """Show where MODULE belongs and why, what it imports and who imports it, and what is in it.

    MODULE is a dotted name or the path of its file. PATH lies in the project, which is otherwise
    that of the current folder.
    """
    try:
        survey = survey_module(program_of(asked, Reads.STRUCTURE).codebase, name)
    except UnknownNameError as error:
        refuse(error, "module")
    if Form(asked["output_format"]) is Form.JSON:
        say_json(headed("module", _record(survey)))
    else:
        say_lines(_lines(survey))


def _lines(survey: ModuleSurvey) -> Iterator[str]:
    yield from columns(_facts(survey))
    yield from _section("imports", map(links.outgoing, survey.imports))
    yield from _section("imported by", map(links.incoming, survey.importers))
    yield from _section("classes", map(_class, survey.classes))
    yield from _section("handlers", map(_handler, survey.handlers))


def _facts(survey: ModuleSurvey) -> Iterator[Sequence[str]]:
    yield "module", survey.module.name
    yield "path", survey.module.path
    if survey.membership is None:
        yield "layer", "none: no pattern covers it"
        return
    layer = survey.membership.layer
    role = f", role {layer.role}" if layer.role else ""
    by = f", by the pattern {survey.pattern.text}" if survey.pattern else ""
    yield "layer", f"{layer.name} (ring {layer.ring}{role}){by}"
    if survey.membership.context:
        yield "context", survey.membership.context


def _section(title: str, rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = list(indented(columns(rows)))
    yield title if lines else f"{title}: none"
    yield from lines


def _class(judged: tuple[ProjectClass, Verdict]) -> Sequence[str]:
    owner, verdict = judged
    place = f"{owner.module.path}:{owner.fact.line}"
    return place, owner.fact.qualname, verdict.role, verdict.reason


def _handler(handler: Handler) -> Sequence[str]:
    fact = handler.function.fact
    place = f"{handler.function.module.path}:{fact.line}"
    return place, fact.qualname, handler.kind, handler.reason


def _record(survey: ModuleSurvey) -> dict[str, object]:
    membership = survey.membership
    return {
        "name": survey.module.name,
        "path": survey.module.path,
        "layer": membership.layer.name if membership else None,
        "pattern": survey.pattern.text if survey.pattern else None,
        "context": membership.context if membership else "",
        "imports": [links.record(link) for link in survey.imports],
        "imported_by": [links.record(link) for link in survey.importers],
        "classes": [_class_record(*each) for each in survey.classes],
        "handlers": [_handler_record(each) for each in survey.handlers],
    }


def _class_record(owner: ProjectClass, verdict: Verdict) -> dict[str, object]:
    return {
        "name": owner.fact.qualname,
        "line": owner.fact.line,
        "role": verdict.role.value,
        "evidence": verdict.reason,
    }


def _handler_record(handler: Handler) -> dict[str, object]:
    return {
        "name": handler.function.fact.qualname,
        "line": handler.function.fact.line,
        "kind": handler.kind.value,
        "framework": handler.framework,
        "evidence": handler.reason,
        "confidence": handler.confidence.value,
    }
