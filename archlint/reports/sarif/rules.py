"""A rule of the book, in SARIF's words."""

from archlint.model.finding import Severity
from archlint.reports.run import RuleText

LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.OFF: "none",
}
PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
    Severity.OFF: "recommendation",
}
# GitHub refuses longer descriptions.
LONGEST = 1000


def descriptor(
    name: str, text: RuleText | None, severity: Severity | None, *, is_found: bool
) -> dict[str, object]:
    """Return what viewers show of a rule; one that found something brings its whole page."""
    level = severity or Severity.ERROR
    described: dict[str, object] = {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "defaultConfiguration": {"level": LEVELS[level]},
        "properties": _properties(text, level),
    }
    if text is None:
        return described
    return {
        **described,
        "shortDescription": {"text": _sentence(text.title)},
        "fullDescription": {"text": _first(text.section("What it finds")) or _sentence(text.title)},
        "help": _help(name, text, is_found=is_found),
    }


def _properties(text: RuleText | None, severity: Severity) -> dict[str, object]:
    tags = ["architecture", *([text.serves] if text else [])]
    return {"tags": tags, "precision": "high", "problem.severity": PROBLEMS[severity]}


def _help(name: str, text: RuleText, *, is_found: bool) -> dict[str, str]:
    remedy = text.section("How to fix it")
    shown = {"text": f"{remedy}\n\n`archlint explain {name}` shows the whole page.".lstrip()}
    if is_found:
        shown["markdown"] = f"# {name}: {text.title}\n\n{text.body}"
    return shown


def _first(section: str) -> str:
    """Return as many whole paragraphs as a description may hold, each in one line."""
    paragraphs = [" ".join(each.split()) for each in section.split("\n\n")]
    kept = ""
    for paragraph in paragraphs:
        longer = f"{kept}\n\n{paragraph}".strip()
        if len(longer) > LONGEST:
            break
        kept = longer
    return kept


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
