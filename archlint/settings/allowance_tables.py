"""What a project permits on purpose: `[[tool.archlint.allowances]]`."""

from collections.abc import Collection

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.patterns import Pattern, Subject
from archlint.model.nearest import unknown
from archlint.settings.pattern_texts import pattern_fault
from archlint.settings.tables import Table


def read_allowances(settings: Table, rules: Collection[str]) -> tuple[Allowance, ...]:
    """Read all allowances; `rules` are the names that the book knows."""
    told: dict[str, Allowance] = {}
    for table in settings.tables("allowances"):
        allowance = _read_allowance(table, rules)
        if allowance.described in told:
            line = told[allowance.described].declared.line
            table.wrong_table(f"line {line} allows {allowance.described} already")
        told.setdefault(allowance.described, allowance)
    return tuple(told.values())


def _read_allowance(table: Table, rules: Collection[str]) -> Allowance:
    allowance = Allowance(
        rule=_read_rule(table, rules),
        because=table.text("because") or "",
        declared=table.place(),
        source=_read_pattern(table, "from"),
        target=_read_pattern(table, "to"),
        until=table.day("until"),
    )
    if "because" not in table:
        table.wrong_table("an allowance needs because: why may this stay?")
    if "from" not in table and "to" not in table:
        table.wrong_table("an allowance needs from or to: which finding may stay?")
    table.close()
    return allowance


def _read_rule(table: Table, rules: Collection[str]) -> str:
    rule = table.text("rule")
    if "rule" not in table:
        table.wrong_table("an allowance needs a rule")
    if rule and rule not in rules:
        table.wrong("rule", unknown("rule", rule, rules))
    return rule or ""


def _read_pattern(table: Table, key: str) -> Pattern | None:
    text = table.text(key)
    if text is None:
        return None
    if fault := pattern_fault(text, Subject.MODULES):
        table.wrong(key, fault)
    return Pattern(text)
