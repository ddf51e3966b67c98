"""Tells people what a migration keeps, and how the verdicts compare."""

from collections import Counter
from collections.abc import Iterable, Iterator

from archlint.contracts.migration.comparing import Comparison, Difference
from archlint.contracts.migration.configuration import Peer
from archlint.contracts.migration.outcomes import Item, Outcome
from archlint.contracts.migration.proposal import Proposal
from archlint.model.architecture.layers import Role


class NothingToWriteError(Exception):
    """No layer came of a configuration; the message tells what became of its items."""

    def __init__(self, proposal: Proposal) -> None:
        lines = [*account(proposal), "no layer came of it, so that there is nothing to write"]
        super().__init__("\n".join(lines))


def account(proposal: Proposal) -> Iterator[str]:
    """Yield what became of each item, and what is worth knowing of the layers."""
    items = tuple(proposal.items.values())
    yield from (line for item in items for line in item.lines())
    yield from _roles(proposal)
    if proposal.allowances:
        allowances = _counted(len(proposal.allowances), "allowance")
        yield f"{allowances} for imports that were ignored or deprecated"
    yield f"{proposal.peer} ({proposal.file}): {_totals(items)}"
    if proposal.peer is Peer.IMPORT_LINTER:
        yield f"mapped contracts can go from {proposal.file}; those that stay archlint runs, too"


def _roles(proposal: Proposal) -> Iterator[str]:
    roles = [f"{each.layer.name}: {each.layer.role}" for each in proposal.layers if each.layer.role]
    if roles:
        yield f"roles by the names of layers, for rules beyond imports: {', '.join(roles)}"
    for each in proposal.layers:
        short = each.groups[0].layer.rpartition("\0")[2].rpartition(".")[2]
        if proposal.usual_role(short) is Role.COMPOSITION:
            yield (
                f"the layer {each.layer.name!r} has no role: a composition root might be imported "
                f"from outside, which {proposal.peer} does not let pass"
            )


def _totals(items: Iterable[Item]) -> str:
    counts = Counter(item.outcome for item in items)
    return ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome)


def verdict(proposal: Proposal, comparison: Comparison) -> Iterator[str]:
    """Yield how the verdicts compare, each difference with its place."""
    yield f"compared {_compared(comparison)}: {_HOW[proposal.peer]}"
    yield f"both object to {comparison.agreed}"
    yield from _listed(f"only {proposal.peer} objects to", comparison.only_theirs)
    yield from _listed("only archlint objects to", comparison.only_ours)
    for rule, count in sorted(comparison.beyond.items()):
        yield f"beyond {proposal.peer}: {count} of {rule}"
    yield "the verdicts agree" if comparison.agrees else "the verdicts do not agree"


def _compared(comparison: Comparison) -> str:
    imports = _counted(comparison.imports, "import")
    chains = f"{_counted(comparison.chains, 'chain')} of imports"
    if comparison.chains and comparison.imports:
        return f"{imports} and {chains}"
    return chains if comparison.chains else imports


_HOW = {
    Peer.IMPORT_LINTER: "import-linter's own verdict on imports as archlint reads them",
    Peer.TACH: "tach's rules for modules as archlint reads them; tach was not run",
    Peer.DEPLY: "deply's rules for layers as archlint reads them, file by file; deply was not run",
}


def _listed(title: str, differences: tuple[Difference, ...]) -> Iterator[str]:
    if differences:
        yield f"{title} {len(differences)}:"
        yield from (f"    {difference}" for difference in differences)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
