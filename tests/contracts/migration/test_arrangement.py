"""Groups are put into rings so that what was forbidden still is."""

from hypothesis import given
from hypothesis import strategies as st

from archlint.contracts.migration.arrangement import arrange
from archlint.contracts.migration.components import components, rings
from archlint.contracts.migration.rulings import Group, Pair, Rulings, Stance
from archlint.model.architecture.patterns import Pattern

NAMES = "abcdef"
FORBIDDEN, PERMITTED = Stance.FORBIDDEN, Stance.PERMITTED


def group(name: str, layer: str = "") -> Group:
    patterns = (Pattern(f"shop.{name}"),)
    return Group(name, layer or name, patterns, patterns, "somebody")


def rulings(said: dict[Pair, Stance], *groups: Group) -> Rulings:
    names = sorted({name for pair in said for name in pair})
    voices = {pair: {"somebody": stance} for pair, stance in said.items()}
    return Rulings(groups or tuple(group(name) for name in names), voices)


def rings_of(said: dict[Pair, Stance]) -> dict[str, int]:
    return {each.layer.name: each.layer.ring for each in arrange(rulings(said)).drafted}


def test_groups_of_which_nothing_is_said_share_a_ring() -> None:
    arrangement = arrange(Rulings((group("a"), group("b"))))

    assert [each.layer.ring for each in arrangement.drafted] == [0, 0]
    assert not (arrangement.looser)
    assert not (arrangement.stricter)


def test_what_must_not_know_another_stands_further_in() -> None:
    assert rings_of({("a", "b"): FORBIDDEN, ("b", "c"): FORBIDDEN}) == {"a": 0, "b": 1, "c": 2}


def test_two_that_forbid_each_other_stand_side_by_side_and_apart() -> None:
    arrangement = arrange(rulings({("a", "b"): FORBIDDEN, ("b", "a"): FORBIDDEN}))

    layers = [each.layer for each in arrangement.drafted]
    assert [(x.ring, x.independent) for x in layers] == [(0, True), (0, True)]
    assert [x.patterns[0].text for x in layers] == ["**.shop.a", "**.shop.b"]
    assert not (arrangement.looser)
    assert not (arrangement.stricter)


def test_two_that_permit_each_other_share_a_ring() -> None:
    assert rings_of({("a", "b"): PERMITTED, ("b", "a"): PERMITTED}) == {"a": 0, "b": 0}


def test_a_permission_wins_over_what_closes_a_circle() -> None:
    said = {("a", "c"): FORBIDDEN, ("b", "c"): PERMITTED, ("a", "b"): PERMITTED}

    arrangement = arrange(rulings(said))

    assert [(x.name, y.name) for x, y in arrangement.looser] == [("a", "c")]
    assert not arrangement.stricter


def test_parts_of_a_group_are_kept_apart_where_it_stands_alone() -> None:
    arrangement = arrange(rulings({("a", "a"): FORBIDDEN, ("a", "b"): FORBIDDEN}))

    (first, _) = [each.layer for each in arrangement.drafted]
    assert (first.independent, first.patterns[0].text) == (True, "shop.a")
    assert not (arrangement.looser)
    assert not (arrangement.stricter)


def test_parts_that_would_drag_neighbours_along_are_lost() -> None:
    arrangement = arrange(rulings({("a", "a"): FORBIDDEN, ("b", "b"): PERMITTED}))

    assert [(x.name, y.name) for x, y in arrangement.looser] == [("a", "a")]


def test_groups_of_one_layer_stay_together() -> None:
    said = {("a", "b"): FORBIDDEN}

    arrangement = arrange(rulings(said, group("a", "x"), group("b"), group("c", "x")))

    assert [[g.name for g in each.groups] for each in arrangement.drafted] == [["a", "c"], ["b"]]
    assert [(x.name, y.name) for x, y in arrangement.stricter] == [("c", "b")]


@st.composite
def _levels(draw: st.DrawFn) -> list[tuple[list[str], bool]]:
    names = draw(st.permutations(NAMES))
    cuts = sorted(draw(st.sets(st.integers(1, len(NAMES) - 1))))
    parts = [names[a:b] for a, b in zip([0, *cuts], [*cuts, len(names)], strict=True)]
    return [(part, draw(st.booleans())) for part in parts]


@given(_levels())
def test_an_order_of_levels_can_always_be_said(levels: list[tuple[list[str], bool]]) -> None:
    ring = {name: at for at, (names, _) in enumerate(levels) for name in names}
    apart = {name for names, is_apart in levels if is_apart for name in names}
    said = {
        (a, b): FORBIDDEN if ring[a] < ring[b] or (ring[a] == ring[b] and a in apart) else PERMITTED
        for a in NAMES
        for b in NAMES
        if a != b
    }

    arrangement = arrange(rulings(said))

    assert not (arrangement.looser)
    assert not (arrangement.stricter)
    assert {each.layer.name: each.layer.ring for each in arrangement.drafted} == ring


_EDGES = st.dictionaries(
    st.sampled_from(NAMES),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 1)),
)


@given(_EDGES)
def test_only_what_lies_on_a_circle_is_nearer_than_demanded(
    outward: dict[str, dict[str, int]],
) -> None:
    found = rings(NAMES, outward)
    of = {x: part for part in components(NAMES, outward) for x in part}

    assert sorted(of) == sorted(NAMES)
    for one, further in outward.items():
        for other, distance in further.items():
            assert found[other] >= found[one] + (0 if of[one] == of[other] else distance)
