"""What it means to select a rule that is off."""

from dataclasses import replace
from pathlib import Path

import pytest

from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.request import Request, rules_for
from archlint.model.finding import Severity
from archlint.settings.inference import blank
from archlint.settings.project import ProjectSettings, RuleSettings

OFF = "entity-in-response"


def severity(settings: ProjectSettings, *select: str) -> Severity:
    rules = {rule.name: rule for rule in rules_for(settings, Request(select=select))}
    return rules[OFF].severity_of(None)


def test_a_rule_that_is_off_by_default_stays_off() -> None:
    assert severity(blank(Path())) is Severity.OFF


def test_what_the_settings_turn_off_stays_off() -> None:
    settings = replace(blank(Path()), rules={OFF: RuleSettings(Severity.OFF, {})})

    with pytest.raises(NothingToJudgeError):
        severity(settings, OFF)


def test_what_the_settings_give_a_severity_keeps_it() -> None:
    settings = replace(blank(Path()), rules={OFF: RuleSettings(Severity.ERROR, {})})

    assert severity(settings, OFF) is Severity.ERROR


def test_a_rule_that_is_off_by_default_informs_when_it_is_selected() -> None:
    assert severity(blank(Path()), OFF) is Severity.INFO
