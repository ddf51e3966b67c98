"""Runs archlint on many projects and has each of its reports judged."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.validators.judges import Judge, Verdict, judges
from tests.validators.subjects import Subject, subjects
from tests.validators.tools import install

SHOWN = 5


def main() -> int:
    """Print what each judge says; the status is 1 where one of them finds an error."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        bench = judges(install(options.tools or work / "tools"))
        told = [each.told() for each in subjects(work / "projects", options.projects)]
        verdicts = [list(_verdicts(judge, told)) for judge in bench]
        findings = sum(subject.findings for subject in told)
    print(f"{len(told)} projects: {', '.join(subject.name for subject in told)}")
    print(f"{findings} findings\n")
    print("| format | judge | reports | errors | warnings |\n|---|---|---:|---:|---:|")
    for judge, given in zip(bench, verdicts, strict=True):
        print(_row(judge, given))
    for judge, given in zip(bench, verdicts, strict=True):
        _complain(judge, given)
    return int(any(verdict.errors for given in verdicts for verdict in given))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.validators", description=__doc__)
    parser.add_argument("projects", nargs="*", type=Path, help="further projects to run on")
    parser.add_argument("--tools", type=Path, help="folder to keep the validators in")
    return parser


def _verdicts(judge: Judge, told: list[Subject]) -> Iterator[Verdict]:
    for subject in told:
        print(f"{judge.name}: {judge.form} of {subject.name}", file=sys.stderr)
        yield judge.judge(subject.reports[judge.form])


def _row(judge: Judge, given: list[Verdict]) -> str:
    errors = sum(len(verdict.errors) for verdict in given)
    warnings = sum(len(verdict.warnings) for verdict in given)
    return f"| {judge.form} | {judge.name} | {len(given)} | {errors} | {warnings} |"


def _complain(judge: Judge, given: list[Verdict]) -> None:
    complaints = [each for verdict in given for each in (*verdict.errors, *verdict.warnings)]
    for text in list(dict.fromkeys(complaints))[:SHOWN]:
        print(f"\n{judge.form}, {judge.name}: {text}")


if __name__ == "__main__":
    sys.exit(main())
