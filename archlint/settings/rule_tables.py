"""What a project says of the rules: `[tool.archlint.rules.NAME]`."""

from collections.abc import Mapping

from archlint.model.finding import Severity
from archlint.model.rule import OptionValue, Rule
from archlint.settings.project import RuleSettings
from archlint.settings.tables import Table


def read_rules(settings: Table, book: Mapping[str, Rule]) -> dict[str, RuleSettings]:
    """Read severities and options; what the book does not know is a mistake."""
    rules = settings.table("rules")
    if rules is None:
        return {}
    found = {}
    for name in rules.keys_among(book, "rule"):
        if table := rules.table(name):
            found[name] = _read_rule(table, book[name])
    return found


def _read_rule(table: Table, rule: Rule) -> RuleSettings:
    severity = table.choice("severity", Severity)
    options: dict[str, OptionValue] = {}
    for name, default in rule.options.items():
        value = _read_option(table, name, default)
        if value is not None:
            options[name] = value
    table.close()
    return RuleSettings(severity, options)


def _read_option(table: Table, name: str, default: OptionValue) -> OptionValue | None:
    """Return the option as the type of its default; None when it is left out or wrong."""
    if isinstance(default, tuple):
        return table.texts(name)
    value = table.raw(name)
    if value is None:
        return None
    if isinstance(value, bool) != isinstance(default, bool):
        table.wrong(name, f"{name} is {table.described(name)}, not {_EXPECTED[type(default)]}")
        return None
    if type(value) is type(default):
        return type(default)(value)
    if isinstance(default, float) and isinstance(value, int):
        return float(value)
    table.wrong(name, f"{name} is {table.described(name)}, not {_EXPECTED[type(default)]}")
    return None


_EXPECTED = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
