"""Comments in the source by which the other tool lets an import pass."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archlint.contracts.migration.comparing import Breach
from archlint.contracts.migration.configuration import Peer, TextOf
from archlint.contracts.migration.outcomes import Item, Outcome
from archlint.contracts.migration.translation import Excuse, Translation

_MARKS = {Peer.TACH: "# tach-ignore", Peer.DEPLY: "# deply:ignore"}
_WHOLE_FILE = "# deply:ignore-file"


def with_comments(
    translation: Translation, peer: Peer, breaches: Iterable[Breach], text_of: TextOf
) -> Translation:
    """Return the translation with an excuse for each breach that comments let pass."""
    mark = _MARKS.get(peer)
    if mark is None:
        return translation
    excuses = tuple(_excuses(mark, breaches, text_of))
    if not excuses:
        return translation
    name = f"{mark} on {len(excuses)} imports"
    told = "allowances of the settings stand for them; the comments themselves mean nothing here"
    item = Item("comment", name, Outcome.PARTLY, (told,))
    return replace(
        translation,
        excuses=(*translation.excuses, *excuses),
        items={**translation.items, name: item},
    )


def _excuses(mark: str, breaches: Iterable[Breach], text_of: TextOf) -> Iterator[Excuse]:
    for breach in breaches:
        text = text_of(breach.path) or ""
        lines = text.splitlines()
        if _WHOLE_FILE in text or all(_is_marked(lines, line, mark) for line in breach.lines):
            because = f"ignored by a comment: {mark.removeprefix('# ')}"
            yield Excuse(breach.by, breach.importer, breach.imported, because)


def _is_marked(lines: list[str], line: int, mark: str) -> bool:
    """Whether the mark stands in a line, or in a comment that fills the one above it."""
    here = lines[line - 1] if line <= len(lines) else ""
    above = lines[line - 2].strip() if 1 < line <= len(lines) else ""
    return mark in here or (above.startswith("#") and mark in above)
