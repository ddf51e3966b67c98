"""The settings to be, written as TOML with comments for people."""

from collections.abc import Iterator
from functools import partial

import tomlkit
from tomlkit.items import Table

from archlint.contracts.migration.arrangement import Drafted
from archlint.contracts.migration.configuration import Peer
from archlint.contracts.migration.proposal import NewAllowance, Proposal
from archlint.drafting import documents
from archlint.drafting.documents import Filled, array, tables
from archlint.model.architecture.patterns import Subject

_WORDS = {
    Peer.IMPORT_LINTER: "the contract",
    Peer.TACH: "the module",
    Peer.DEPLY: "the layer",
}


def as_own_file(proposal: Proposal) -> str:
    """Return the text of an `archlint.toml`."""
    return documents.as_own_file(partial(_fill, proposal=proposal))


def as_shared_table(proposal: Proposal) -> str:
    """Return `[tool.archlint]` and the tables below it, to be put behind a `pyproject.toml`."""
    return documents.as_shared_table(partial(_fill, proposal=proposal))


def _fill(table: Filled, proposal: Proposal) -> None:
    table.add(tomlkit.comment(f"taken over from {proposal.peer} ({proposal.file})"))
    for key, values in (
        ("source-roots", proposal.translation.source_roots),
        ("exclude", proposal.translation.exclude),
    ):
        if values:
            table.add(key, array(values))
    if proposal.translation.libraries:
        table.add("libraries", _libraries(proposal))
    table.add("layers", tables(_layers(proposal)))
    if proposal.allowances:
        table.add("allowances", tables(map(_allowance, proposal.allowances)))


def _libraries(proposal: Proposal) -> Table:
    table = tomlkit.table()
    for name, policy in sorted(proposal.translation.libraries.items()):
        table.add(name, policy)
    return table


def _layers(proposal: Proposal) -> Iterator[Table]:
    last = -1
    for drafted in proposal.layers:
        yield _layer(drafted, last, proposal)
        last = drafted.layer.ring


def _layer(drafted: Drafted, last: int, proposal: Proposal) -> Table:
    layer = drafted.layer
    table = tomlkit.table()
    table.add(tomlkit.comment(_origin(drafted, proposal.peer)))
    if layer.independent and any("**" in p.segments[:-1] for p in layer.patterns):
        table.add(tomlkit.comment("** makes it one part, kept apart from the layers beside it"))
    table.add("name", layer.name)
    if layer.role and proposal.usual_role(layer.name) is not layer.role:
        table.add("role", layer.role.value)
    for subject in Subject:
        if texts := tuple(p.text for p in layer.patterns if p.subject is subject):
            table.add(subject.value, array(texts))
    _add_bounds(table, drafted, last)
    if because := "; ".join(dict.fromkeys(g.because for g in drafted.groups if g.because)):
        table.add("because", because)
    return table


def _add_bounds(table: Table, drafted: Drafted, last: int) -> None:
    layer = drafted.layer
    if layer.ring != last + 1:
        table.add("ring", layer.ring)
    for key in ("independent", "closed"):
        if getattr(layer, key):
            table.add(key, value=True)
    if layer.face:
        table.add("public", array(layer.face.public))
    if layer.allowed_libraries is not None:
        table.add("allowed-libraries", array(layer.allowed_libraries))


def _origin(drafted: Drafted, peer: Peer) -> str:
    origins = list(dict.fromkeys(group.origin for group in drafted.groups))
    more = f" and {len(origins) - 1} more" if len(origins) > 1 else ""
    return f"from {_WORDS[peer]} {' '.join(origins[0].split())}{more}"


def _allowance(allowance: NewAllowance) -> Table:
    table = tomlkit.table()
    table.add("rule", allowance.rule)
    table.add("from", allowance.source)
    table.add("to", allowance.target)
    table.add("because", allowance.because)
    return table
