"""Reading: what archlint looks at and finds in a checkout, as plain data that can be kept."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath

from archlint.assembly import NothingToJudgeError, Request, findings_of
from archlint.assembly.program import Program, layered, read_program
from archlint.assembly.proposing import propose
from archlint.assembly.request import book, disk_for, settings_for
from archlint.checks import Reads
from archlint.model.finding import Finding
from archlint.settings.loading import OWN_FILE, parse
from archlint.settings.project import ProjectSettings
from benchmarks.accuracy.labels import Project
from benchmarks.accuracy.placing import settings_text
from benchmarks.accuracy.sampling.candidates import FINDERS, Candidate

REQUEST = Request(no_cache=True, jobs=1)


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate of a rule; `severity` is that of the finding there, "" where there is none.

    `place` is where in the architecture it lies.
    """

    rule: str
    path: str
    line: int
    symbol: str
    place: str
    severity: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was seen in a project."""

    project: str
    commit: str
    seen: tuple[Seen, ...]


def harvest(checkout: Path, labels: Project | None, kept: Path) -> Harvest:
    """Return what archlint sees in a checkout, from the file where that was kept if it was.

    Raises NothingToJudgeError where no layers are known.
    """
    if kept.exists():
        told = json.loads(kept.read_text(encoding="utf-8"))
        return Harvest(**{**told, "seen": tuple(Seen(**each) for each in told["seen"])})
    found = _harvest(checkout, labels)
    kept.write_text(json.dumps(asdict(found), indent=0), encoding="utf-8")
    return found


def _harvest(checkout: Path, labels: Project | None) -> Harvest:
    root = checkout / (labels.root if labels else ".")
    settings = _settings(root, labels)
    program = layered(read_program(settings, disk_for(settings, REQUEST), Reads.STRUCTURE))
    below = PurePosixPath(root.relative_to(checkout).as_posix())
    seen = (replace(each, path=str(below / each.path)) for each in _seen(program))
    commit = _git(checkout, "rev-parse", "HEAD")
    return Harvest(_address(checkout), commit, tuple(dict.fromkeys(seen)))


def _settings(root: Path, labels: Project | None) -> ProjectSettings:
    """Return the layers that a reader gave, those of the project, or those that are proposed."""
    if labels and len(labels.layers) > 2:  # noqa: PLR2004 - a core and the rest is no architecture
        return parse(settings_text(labels, root), root / OWN_FILE, book())
    own = settings_for(root, REQUEST)
    return own if own.architecture.layers else propose(root, REQUEST, None, OWN_FILE).settings


def _seen(program: Program) -> Iterator[Seen]:
    """Yield the candidates of all rules, then the findings that are at none of these."""
    findings = findings_of(program)
    for rule, find in FINDERS.items():
        told = {key: each for each in findings if each.rule == rule for key in _keys(each)}
        met: set[Finding] = set()
        for candidate in dict.fromkeys(find(program.codebase)):
            finding = told.get(_key(candidate))
            met |= {finding} if finding else set()
            yield _one(program, rule, candidate, finding)
        for each in findings:
            if each.rule == rule and each not in met:
                place = Candidate(each.place.path, each.place.line, each.symbol)
                yield _one(program, rule, place, each)
    for each in findings:
        if each.rule not in FINDERS:
            place = Candidate(each.place.path, each.place.line, each.symbol)
            yield _one(program, each.rule, place, each)


def _key(candidate: Candidate) -> tuple[str, str | int]:
    return candidate.path, candidate.symbol or candidate.line


def _keys(finding: Finding) -> Iterator[tuple[str, str | int]]:
    """Yield what a finding is known by: its symbol, else the lines that it speaks of."""
    if finding.symbol:
        yield finding.place.path, finding.symbol
        return
    for place in finding.places:
        yield place.path, place.line
    if finding.rule == "test-coupling":  # its candidates are files
        yield finding.place.path, 1


def _one(program: Program, rule: str, at: Candidate, finding: Finding | None) -> Seen:
    module = next((m for m in program.codebase.modules if m.path == at.path), None)
    layer = program.codebase.layer(module.name) if module else None
    role = f" ({layer.role or 'no role'}, ring {layer.ring})" if layer else ""
    return Seen(
        rule=rule,
        path=at.path,
        line=at.line,
        symbol=at.symbol,
        place=f"layer {layer.name}{role}" if layer else "no layer",
        severity=_severity(finding) if finding else "",
        message=finding.message if finding else "",
    )


def _severity(finding: Finding) -> str:
    return str(finding.severity or book()[finding.rule].severity)


def _address(checkout: Path) -> str:
    """Return owner and name: those of the folder, else of what it was cloned from."""
    if "__" in checkout.name:
        return checkout.name.replace("__", "/", 1)
    cloned = PurePosixPath(_git(checkout, "remote", "get-url", "origin"))
    named = [part for part in cloned.parts if part not in {"repo", ".git"}]
    return named[-1].replace("+", "/", 1) if "+" in named[-1] else "/".join(named[-2:])


def _git(folder: Path, *arguments: str) -> str:
    told = subprocess.run(  # noqa: S603 - the arguments are ours
        ["git", "-C", folder, *arguments],  # noqa: S607 - whichever git is there
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout.strip()


__all__ = ["Harvest", "NothingToJudgeError", "Seen", "harvest"]
