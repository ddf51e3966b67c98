"""Settings as they are understood, written down again with the keys of a settings file."""

from collections.abc import Iterator, Mapping, Sequence

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.contexts import Contexts
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern, Subject
from archlint.settings.project import ProjectSettings, RuleSettings

Record = dict[str, object]


def record(settings: ProjectSettings) -> Record:
    """Return all that the settings say or were taken to say; a file of it means the same."""
    architecture = settings.architecture
    return _filled(
        {
            "style": settings.style and settings.style.value,
            "domain-model": architecture.domain_model.value,
            "source-roots": settings.source_roots,
            "exclude": settings.exclude or None,
            "tests": settings.tests,
            "run-custom-contracts": settings.runs_custom_contracts or None,
            "own-rules": settings.own_rule_files or None,
            "layers": [_layer(layer) for layer in architecture.layers],
            "contexts": _contexts(architecture.contexts),
            "allowances": [_allowance(each) for each in architecture.allowances] or None,
            "roles": dict(architecture.roles) or None,
            "controllers": _controllers(architecture) or None,
            "libraries": {n: policy.value for n, policy in settings.catalog.overrides.items()}
            or None,
            "rules": {name: _rule(rule) for name, rule in settings.rules.items()} or None,
        }
    )


def _layer(layer: Layer) -> Record:
    return _filled(
        {
            "name": layer.name,
            "role": layer.role and layer.role.value,
            "modules": _texts(layer.patterns, Subject.MODULES) or None,
            "paths": _texts(layer.patterns, Subject.PATHS) or None,
            "ring": layer.ring,
            "independent": layer.independent or None,
            "closed": layer.closed or None,
            "allowed-libraries": layer.allowed_libraries,
            "public": layer.face and layer.face.public,
            "baseline": None if layer.takes_baseline else False,
            "because": layer.because or None,
        }
    )


def _texts(patterns: Sequence[Pattern], subject: Subject) -> list[str]:
    return [pattern.text for pattern in patterns if pattern.subject is subject]


def _contexts(contexts: Contexts) -> Record | None:
    if contexts == Contexts():
        return None
    return {"independent": contexts.independent, "public": [*contexts.face.public]}


def _allowance(allowance: Allowance) -> Record:
    return _filled(
        {
            "rule": allowance.rule,
            "from": allowance.source and allowance.source.text,
            "to": allowance.target and allowance.target.text,
            "because": allowance.because,
            "until": allowance.until,
        }
    )


def _controllers(architecture: Architecture) -> Record:
    return _filled(
        {
            "decorators": architecture.controller_decorators or None,
            "bases": architecture.controller_bases or None,
        }
    )


def _rule(rule: RuleSettings) -> Record:
    return _filled({"severity": rule.severity and rule.severity.value, **rule.options})


def _filled(given: Mapping[str, object]) -> Record:
    """Return what is there, with lists as files write them."""
    return dict(_plain(given))


def _plain(given: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in given.items():
        if value is not None:
            yield key, [*value] if isinstance(value, tuple) else value
