"""What import-linter forbids, by its own judgement of the contracts that were taken over."""

from collections.abc import Collection, Iterable, Iterator

from archlint.contracts.migration.comparing import Breach
from archlint.model.contracts import BrokenContract, Link


def broken(told: Iterable[BrokenContract], contracts: Collection[str]) -> Iterator[Breach]:
    """Yield the breaches of the named contracts, each import and each chain of them apart."""
    for each in told:
        if each.contract.name in contracts and each.chain:
            yield from _breaches(each)


def unjudged(told: Iterable[BrokenContract]) -> Iterator[str]:
    """Yield why a contract could not be judged at all."""
    for each in told:
        if not each.chain and not each.subject:
            yield f"{each.contract.place}: {each.contract.title} {each.clause}"


def _breaches(each: BrokenContract) -> Iterator[Breach]:
    first, *rest = each.chain
    heads = (first, *each.entrances)
    if not rest:
        for link in (*heads, *each.exits):
            yield _breach(each, link, ())
        return
    for head in heads:
        yield _breach(each, head, rest)


def _breach(each: BrokenContract, head: Link, rest: Collection[Link]) -> Breach:
    links = tuple((p.path, p.line) for link in (head, *rest) for p in link.places)
    return Breach(
        importer=head.importer,
        imported=each.chain[-1].imported if rest else head.imported,
        by=each.contract.name,
        path=head.places[0].path,
        lines=tuple(place.line for place in head.places),
        links=links if rest else (),
    )
