"""The text of an entry: the same for whoever accepts the same finding."""

import json
from collections.abc import Iterator
from hashlib import sha256

from archlint.model.baseline.entries import Entry

KEYS = ("rule", "path", "module", "symbol", "target", "reason", "owner", "until")
_SALT = "# What follows keeps git from taking one entry for another that was renamed."
_WIDTH = 64


def text_of(entry: Entry) -> str:
    """Return the file of an entry; raise UnicodeEncodeError for names that UTF-8 cannot write."""
    told = "".join(f"{line}\n" for line in (*_lines(entry), _SALT))
    return told + _salt(entry, len(told.encode("utf-8")))


def _lines(entry: Entry) -> Iterator[str]:
    for key in KEYS:
        value = getattr(entry, key)
        if isinstance(value, str) and value:
            yield f"{key} = {_quoted(value)}"
        elif value:
            yield f"{key} = {value.isoformat()}"


def _quoted(text: str) -> str:
    """Return a TOML string: as in JSON, which lets one control character pass."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _salt(entry: Entry, size: int) -> str:
    """Return lines that no other entry has, longer than all the rest.

    git calls a file renamed when half of it stands in another one. Entries look much alike, and two
    branches that mend one finding and accept one each would else be two renames of the same file,
    which is a conflict.
    """
    count = size // _WIDTH + 2
    seeds = (f"{entry.identity}{number}" for number in range(count))
    return "".join(f"# {sha256(seed.encode()).hexdigest()}\n" for seed in seeds)
