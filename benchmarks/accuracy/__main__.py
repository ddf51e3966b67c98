"""Measures how often archlint is right, and whether something simpler would be, too.

    python -m benchmarks.accuracy CHECKOUTS [--fetch] [--list] [--only PROJECT] [--peers FOLDER]

CHECKOUTS holds a clone for each label file, named like it. Nothing is written there, and nothing
of the projects is run.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.accuracy.checkouts import subjects
from benchmarks.accuracy.contest import Contestant, Standing, Subject
from benchmarks.accuracy.contestants.own import told_by_archlint
from benchmarks.accuracy.contestants.peers.claims import PEERS
from benchmarks.accuracy.contestants.peers.workshop import PeerError, Workshop
from benchmarks.accuracy.contestants.simple import SIMPLE
from benchmarks.accuracy.labels import projects_in
from benchmarks.accuracy.telling import beside, table

LABELS = Path(__file__).parent / "labels"


def main() -> int:
    """Print the figures of archlint, then those of the others; 1 where a project is missing."""
    options = _parser().parse_args()
    projects = list(projects_in(options.labels))
    wanted = [p for p in projects if not options.only or p.name == options.only]
    known = list(subjects(wanted, options.checkouts, fetch=options.fetch))
    own = _held(told_by_archlint, known)
    print("\n".join(table(own)))
    others = {name: _held(each, known) for name, each in SIMPLE.items()}
    if options.peers:
        others |= dict(_peers(Workshop(options.peers.resolve()), known))
    print("\n".join(beside(others)))
    if options.list:
        print("\n".join(["", *own.disputes]))
    return int(len(known) < len(wanted))


def _held(contestant: Contestant, known: Iterable[Subject]) -> Standing:
    standing = Standing()
    for subject in known:
        standing.add(subject, contestant(subject))
    return standing


def _peers(workshop: Workshop, known: Iterable[Subject]) -> Iterator[tuple[str, Standing]]:
    """Yield what each peer reaches; say where it cannot be installed, or fails."""
    for peer in PEERS:
        standing = Standing()
        try:
            workshop.install(peer)
        except PeerError as problem:
            print(f"{peer.requirement} cannot be installed: {problem}", file=sys.stderr)
            continue
        for subject in known:
            try:
                standing.add(subject, tuple(workshop.told(peer, subject)))
            except PeerError as problem:
                print(f"{peer.name} fails on {subject.project.name}: {problem}", file=sys.stderr)
                standing.add(subject, ())
        yield peer.requirement, standing


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("checkouts", type=Path, help="a folder with clones in it")
    parser.add_argument("--labels", type=Path, default=LABELS, help="the label files")
    parser.add_argument("--fetch", action="store_true", help="clone what is not there")
    parser.add_argument("--list", action="store_true", help="name what labels say otherwise")
    parser.add_argument("--only", metavar="PROJECT", help="one project, as its label file is named")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="run other linters there, too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
