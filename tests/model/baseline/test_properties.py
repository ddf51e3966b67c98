"""What holds of any baseline and any findings, whatever they are called."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.model.baseline.entries import Entry, entry_of
from archlint.model.baseline.presence import Presence
from archlint.model.baseline.succession import successions
from archlint.model.finding import Finding
from archlint.model.place import Place
from tests.building import codebase

MODULES = ("shop.a", "shop.b", "shop.deep.a", "store.a", "store.c")
PRESENT = codebase({"shop/b.py": "class Green: ...\n", "store/a.py": "", "store/c.py": ""})
NAMES = st.builds(
    lambda rule, module, symbol, target: (rule, module, symbol, target),
    st.sampled_from(("one", "two")),
    st.sampled_from(MODULES),
    st.sampled_from(("", "Green", "Green.get", "Blue.get")),
    st.sampled_from(("", "redis", "shop.db.Session", "store.db.Session", "shop.b.Green")),
)
MANY = st.lists(NAMES, max_size=8, unique=True)


def finding(names: tuple[str, str, str, str]) -> Finding:
    rule, module, symbol, target = names
    return Finding(
        rule=rule,
        place=Place("x.py"),
        module=module,
        symbol=symbol,
        target=target,
        message="",
        help="",
    )


def met(entries: list[Entry], findings: list[Finding]) -> set[tuple[str, str]]:
    presence = Presence(PRESENT, entries)
    return {(e.identity, f.identity) for e, f in successions(entries, findings, presence)}


@settings(deadline=None, max_examples=80)
@given(MANY, MANY, st.randoms(use_true_random=False))
def test_the_order_of_things_changes_nothing(
    before: list[tuple[str, str, str, str]],
    after: list[tuple[str, str, str, str]],
    random: Random,
) -> None:
    entries = [entry_of(finding(names)) for names in before if names not in after]
    findings = [finding(names) for names in after if names not in before]
    expected = met(entries, findings)
    random.shuffle(entries)
    random.shuffle(findings)

    assert met(entries, findings) == expected


@settings(deadline=None, max_examples=80)
@given(MANY, MANY)
def test_nothing_pays_twice_and_what_is_there_pays_for_nothing(
    before: list[tuple[str, str, str, str]], after: list[tuple[str, str, str, str]]
) -> None:
    entries = [entry_of(finding(names)) for names in before if names not in after]
    findings = [finding(names) for names in after if names not in before]
    presence = Presence(PRESENT, entries)

    pairs = list(successions(entries, findings, presence))

    assert len({e.identity for e, _ in pairs}) == len(pairs)
    assert len({f.identity for _, f in pairs}) == len(pairs)
    for entry, found in pairs:
        gone = presence.gone(entry)
        assert entry.rule == found.rule
        assert gone.module or entry.module == found.module
        assert gone.target or entry.target == found.target
