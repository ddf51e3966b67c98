"""Writes the list of the rules, by what they serve."""

from collections.abc import Iterator

from archlint import rulebook

OPENING = """# Rules

Each page says what the rule finds, why it matters, what breaks and what keeps it, how it decides,
and how to mend what it finds. `archlint explain RULE` prints the same page. The examples of the
pages run as tests. Rules of your own: [own rules](own-rules.md).

| rule | severity | finds that | serves |
|---|---|---|---|
"""


def page() -> str:
    """Return the whole page."""
    return OPENING + "".join(_rows())


def _rows() -> Iterator[str]:
    for rule in rulebook.pages():
        link = f"[`{rule.name}`](../rules/{rule.name}.md)"
        yield f"| {link} | {rule.severity} | {rule.title} | {rule.serves} |\n"
