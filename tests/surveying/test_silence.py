"""Which green is worth nothing, and who is told."""

from archlint.model.architecture.architecture import Architecture
from archlint.model.audit import Audit, Coverage, IdleRule, LayerCoverage
from archlint.model.finding import Severity
from archlint.model.rule import Rule
from archlint.surveying.silence import silences

JUDGED = Rule("outward-import", "", Severity.ERROR)
CORE = Rule("orm-in-core", "", Severity.ERROR, layers=("domain", "application"))
HANDLERS = Rule("fat-controller", "", Severity.ERROR)


def audit(rules: tuple[Rule, ...], idle: tuple[str, ...], **roles: str | None) -> Audit:
    coverage = Coverage(
        modules=9,
        layered_modules=9,
        studied_modules=9,
        unreadable=0,
        imports=9,
        judged_imports=9,
        layers=tuple(LayerCoverage(name, 0, role, 1) for name, role in roles.items()),
        rules=tuple(rule.name for rule in rules),
        idle=tuple(IdleRule(name, "there is none") for name in idle),
    )
    return Audit(Architecture(()), (), coverage, rules)


def test_a_healthy_project_hears_nothing() -> None:
    found = audit(
        (JUDGED, CORE, HANDLERS), ("fat-controller",), inside="domain", outside="adapters"
    )

    assert list(silences(found)) == []


def test_a_project_that_chose_to_have_no_core_hears_nothing() -> None:
    found = audit((JUDGED, CORE), ("orm-in-core",), data="persistence", web="controllers")

    assert list(silences(found)) == []


def test_layers_without_a_role_are_told_when_nothing_is_known_to_be_the_core() -> None:
    (told,) = silences(audit((JUDGED, CORE), ("orm-in-core",), kernel=None, web="controllers"))

    assert told.endswith("give one to those without a role (kernel)")


def test_a_layer_of_controllers_without_handlers_is_told() -> None:
    (told,) = silences(audit((JUDGED, HANDLERS), ("fat-controller",), web="controllers"))

    assert told.startswith("fat-controller had nothing to judge: no handler was found in web; ")


def test_a_rule_that_the_settings_speak_of_is_told() -> None:
    wanted = Rule("sideways-import", "", Severity.ERROR, override=Severity.WARNING)

    (told,) = silences(audit((JUDGED, wanted), ("sideways-import",), inside="domain"))

    assert told == "sideways-import had nothing to judge: there is none"


def test_a_run_that_judged_nothing_at_all_says_so() -> None:
    (told,) = silences(audit((HANDLERS,), ("fat-controller",), inside="domain"))

    assert told == "fat-controller had nothing to judge: there is none"
