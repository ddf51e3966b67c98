"""Measures how many modules are put into the layers that a person put them into.

    python -m benchmarks.layers CHECKOUTS... [--labels FOLDER] [--misses]

Each label file names a project, which is a folder of that name in one of the CHECKOUTS, and which
modules of it belong to which layer. Compared are two guesses: by the names of folders alone, as a
check without settings makes it, and by `archlint init`. Nothing is written anywhere.
"""

import argparse
from pathlib import Path

from archlint.assembly import NothingToJudgeError, Request
from archlint.assembly.program import read_program
from archlint.assembly.proposing import propose
from archlint.checks import Reads
from archlint.model.architecture.architecture import Architecture
from archlint.model.codebase import Codebase
from archlint.settings.inference import blank
from archlint.settings.loading import OWN_FILE
from archlint.sources.disk import Disk
from benchmarks.layers.labels import Labels, labels_in
from benchmarks.layers.scores import Score

HERE = Path(__file__).parent
REQUEST = Request(no_cache=True, isolated=True)


def main() -> None:
    """Print a row for each project, then the sums, and the misses if they are wanted."""
    options = _parser().parse_args()
    print("| project | modules | placed by names | of these right | by init | of these right |")
    print("|---|---|---|---|---|---|")
    total, misses = Score(), list[str]()
    for labels in labels_in(options.labels):
        if folder := labels.folder(options.checkouts):
            score = _measured(labels, folder)
            print(score.row(labels.project))
            total = total.plus(score)
            misses += [f"{labels.project}: {miss}" for miss in score.misses]
    print(total.row("all"))
    print(total.told())
    if options.misses:
        print("\n".join(misses))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkouts", nargs="+", type=Path, help="folders with projects in them")
    parser.add_argument("--labels", type=Path, default=HERE / "labels", help="the label files")
    parser.add_argument("--misses", action="store_true", help="name the modules that were missed")
    return parser


def _measured(labels: Labels, folder: Path) -> Score:
    codebase = read_program(blank(folder), Disk(folder), Reads.IMPORTS).codebase
    proposed = _proposed(folder)
    score = Score()
    for module in codebase.modules:
        label = labels.role(module.path)
        if label and not _is_blank(codebase, module.name):
            by_name = codebase.architecture.membership(module)
            by_init = proposed.membership(module)
            roles = [x.layer.role if x else None for x in (by_name, by_init)]
            score.add(module.name, label, roles[0], roles[1])
    return score


def _proposed(folder: Path) -> Architecture:
    try:
        return propose(folder, REQUEST, None, OWN_FILE).settings.architecture
    except NothingToJudgeError:
        return Architecture(())


def _is_blank(codebase: Codebase, module: str) -> bool:
    outline = codebase.outlines.get(module)
    return outline is not None and not outline.imports and not outline.definitions


if __name__ == "__main__":
    main()
