"""Claims: which rules of each peer speak of what the labels are about, read generously.

Left out is what a rule says of files that the labels do not place within, and all rules about
something else: nothing is held against a peer that it did not claim.
"""

import json
import sys
from collections.abc import Iterator

from benchmarks.accuracy.contest import Subject, Told
from benchmarks.accuracy.contestants.peers.layers import (
    for_inwards,
    for_pylint,
    for_taut,
    is_inner,
)
from benchmarks.accuracy.contestants.peers.workshop import Peer

_DEPENDENCY, _FRAMEWORK = "dependency rule", "framework coupling"
_ANEMIC, _FAT, _LEAK = "anemic entities", "fat controllers", "mapper leaks"

_OF_GAUDI = {
    "ARCH-010": _DEPENDENCY,
    "ARCH-013": _FAT,
    "DOM-001": _ANEMIC,
    "DOM-002": _FAT,
}
_OF_PYLINT = {"W9001": _DEPENDENCY, "W9004": _FRAMEWORK, "W9007": _LEAK, "W9009": _LEAK}
_OF_INWARDS = {
    "INW001": _DEPENDENCY,
    "INW005": _FRAMEWORK,
    "INW011": _DEPENDENCY,
    "INW012": _FAT,
}
_OF_TAUT = {
    "ARCH001": _DEPENDENCY,
    "BOUNDARY001": _FRAMEWORK,
    "BOUNDARY002": _FRAMEWORK,
    "BOUNDARY003": _FRAMEWORK,
    "MODEL001": _FRAMEWORK,
    "SERVICE001": _LEAK,
    "ENTRY001": _FAT,
}
_OF_DJANGO = {"missing_service_layer": _FAT, "direct_sql": _FAT}
_ABOUT_IMPORTS = frozenset({_DEPENDENCY, _FRAMEWORK})


def _told(subject: Subject, group: str | None, path: str, line: int, what: str) -> Iterator[Told]:
    is_meant = group not in _ABOUT_IMPORTS or is_inner(subject, path)
    if group and is_meant:
        yield Told(group, subject.path(path), line, what)


def _gaudi(subject: Subject, said: str) -> Iterator[Told]:
    for each in json.loads(said)["findings"]:
        group, line = _OF_GAUDI.get(each["code"]), each.get("line") or 1
        what = f"{each['code']}: {each['message']}"
        yield from _told(subject, group, each.get("file") or "", line, what)


def _pylint(subject: Subject, said: str) -> Iterator[Told]:
    """Leave out what it says of the standard library and of the project, denied there as well."""
    for each in json.loads(said[said.index("[\n") :]):
        what = f"{each['message-id']}: {each['message']}"
        imported = each["message"].partition("(import ")[2].partition(")")[0]
        if not imported or _is_foreign(subject, imported, each["path"], each["line"]):
            group = _OF_PYLINT.get(each["message-id"])
            yield from _told(subject, group, each["path"], each["line"], what)


def _is_foreign(subject: Subject, imported: str, path: str, line: int) -> bool:
    """Whether an import is neither of the standard library nor of the project."""
    text = (subject.root / path).read_text(encoding="utf-8").splitlines()[line - 1]
    own = {file.name.removesuffix(".py") for file in subject.root.iterdir()}
    is_relative = text.lstrip().startswith("from .")
    return not is_relative and imported.partition(".")[0] not in {*sys.stdlib_module_names, *own}


def _inwards(subject: Subject, said: str) -> Iterator[Told]:
    for each in json.loads(said)["diagnostics"]:
        group = _OF_INWARDS.get(each["code"])
        what = f"{each['code']}: {each['message']}"
        yield from _told(subject, group, each["file"], each["line"], what)


def _taut(subject: Subject, said: str) -> Iterator[Told]:
    """Take what it says of the web in services for coupling, and leave it out of handlers."""
    told = json.loads(said)
    if told["engine_issues"] and not told["diagnostics"]:
        raise ValueError(told["engine_issues"][0]["message"])
    for each in told["diagnostics"]:
        group, place = _OF_TAUT.get(each["rule_id"]), each["location"]
        if "transport" in each["message"]:
            group = {_LEAK: _FRAMEWORK, _FAT: None}.get(group or "", group)
        what = f"{each['rule_id']}: {each['message']}"
        line = place["start"]["line"] + 1  # it counts from 0
        yield from _told(subject, group, place["path"], line, what)


def _django(subject: Subject, said: str) -> Iterator[Told]:
    """Find the line of a view, of which only the name is said."""
    for detector in json.loads(said)["detectors"]:
        for each in detector["findings"] if detector["id"] in _OF_DJANGO else ():
            path = each["location"]["path"]
            view = each.get("view_name", "")
            named = [
                item.line
                for item in subject.project.items
                if item.file == subject.path(path) and item.symbol == view
            ]
            line = each["location"].get("line") or next(iter(named), 1)
            yield from _told(subject, _OF_DJANGO[detector["id"]], path, line, each["message"])


PEERS = (
    Peer(
        name="gaudi-linter",
        requirement="gaudi-linter==0.3.0",
        command=("gaudi", "check", ".", "--format", "json", "--severity", "info"),
        read=_gaudi,
    ),
    Peer(
        name="pylint-clean-architecture",
        requirement="pylint-clean-architecture==1.5.2",
        command=(
            "pylint", "--load-plugins=clean_architecture_linter", "--disable=all",
            "--enable=W9001,W9004,W9007,W9009", "--output-format=json", "--recursive=y",
            "--source-roots=.", "--persistent=n", ".",
        ),
        read=_pylint,
        settings=for_pylint,
    ),
    Peer(
        name="django-arch-check",
        requirement="django-arch-check==1.1.2",
        command=("django-arch-check", "analyze", ".", "--format", "json"),
        read=_django,
    ),
    Peer(
        name="inwards",
        requirement="inwards==0.7.0",
        command=("inwards", "check", "--format", "json", "--no-cache"),
        read=_inwards,
        settings=for_inwards,
    ),
    Peer(
        name="pytaut",
        requirement="pytaut==0.10.0",
        command=("taut", "check", ".", "--no-cache", "--daemon", "never", "--format", "json"),
        read=_taut,
        settings=for_taut,
    ),
)  # fmt: skip
