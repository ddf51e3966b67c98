"""The report for pull requests: Markdown with a table of rules and the findings to unfold."""

import re
from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Finding
from archlint.reports.grouping import Rest, first_of_each
from archlint.reports.manner import Manner
from archlint.reports.printable import printable
from archlint.reports.ranking import by_rule, severities
from archlint.reports.run import Trouble
from archlint.reports.summary import counted, summary

# GitHub refuses a comment that is longer; counted in bytes, for that is safe however it counts.
LONGEST = 65_536
ROOM_FOR_THE_END = 400
HEAD = ("| severity | rule | findings | first |", "|---|---|---:|---|")
SPECIAL = re.compile(r"[!#$&*<>@\[\\\]^_`|~]")
TICKS = re.compile("`{3,}")


def markdown(audit: Audit, manner: Manner) -> str:
    """Return the report, cut to what fits in a comment; it says how much was left out."""
    groups = by_rule(audit.new())
    blocks = [f"### archlint\n\n{_safe(summary(audit))}\n"]
    if manner.run.troubles:
        blocks.append("".join(map(_unjudged, manner.run.troubles)))
    if groups:
        rows = (_row(rule, findings) for rule, findings in groups)
        blocks.append("".join(f"{row}\n" for row in (*HEAD, *rows)))
    room = LONGEST - _size("\n".join(blocks))
    return "\n".join([*blocks, *_sections(audit, groups, room)])


def _unjudged(trouble: Trouble) -> str:
    return f"- {_code(str(trouble.place))}: {_safe(trouble.message)}\n"


def _row(rule: str, findings: list[Finding]) -> str:
    first = findings[0]
    cells = (severities(findings), _cell(rule), str(len(findings)), _cell(str(first.place)))
    return f"| {' | '.join(cells)} |"


def _section(rule: str, title: str, findings: list[Finding], room: int) -> str:
    """Return what is told of one rule; its findings stand as code, where nothing is markup."""
    lines = list(_shown(findings, room))
    ticks = max((len(run) for run in TICKS.findall("\n".join(lines))), default=2)
    fence = "`" * (ticks + 1)
    about = f": {_safe(title)}" if title else ""
    summary_line = f"<details><summary>{_code(rule)}{about} ({len(findings)})</summary>"
    body = [summary_line, "", f"{fence}text", *lines, fence, "", "</details>"]
    return "".join(f"{line}\n" for line in body)


def _shown(findings: list[Finding], room: int) -> Iterator[str]:
    for item in first_of_each(sorted(findings, key=lambda finding: finding.place)):
        lines = list(_lines(item))
        room -= _size("\n".join(lines)) + 1
        if room < 0:
            yield f"and more, {len(findings)} in all: the others do not fit in a comment"
            return
        yield from lines


def _lines(item: Finding | Rest) -> Iterator[str]:
    if isinstance(item, Rest):
        yield printable(str(item))
        return
    yield printable(f"{item.place}: {item.message}")
    if item.help:
        yield printable(f"    help: {item.help}")


def _sections(audit: Audit, groups: list[tuple[str, list[Finding]]], room: int) -> Iterator[str]:
    """Yield a section for each rule that fits, and how many rules do not."""
    titles = {rule.name: rule.title for rule in audit.rules}
    for position, (rule, findings) in enumerate(groups):
        section = _section(rule, titles.get(rule, ""), findings, room - 2 * ROOM_FOR_THE_END)
        room -= _size(section) + 1
        if room < ROOM_FOR_THE_END:
            left = counted(len(groups) - position, "rule")
            yield f"The findings of {left} more do not fit in a comment.\n"
            return
        yield section


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _cell(text: str) -> str:
    """Return the text as code of a table, where only these two signs mean anything."""
    return _code(text) if {*text} & {"`", "|"} else f"`{printable(text)}`"


def _code(text: str) -> str:
    """Return the text as code anywhere, in HTML too, where Markdown is not read."""
    return f"<code>{_safe(text)}</code>"


def _safe(text: str) -> str:
    """Return the text with every sign that Markdown or HTML could take for markup as a number."""
    return SPECIAL.sub(lambda match: f"&#{ord(match[0])};", printable(text))
