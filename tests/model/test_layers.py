import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.model.architecture.architecture import Architecture, TieError
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.modules import Module

RINGS = st.integers(min_value=0, max_value=5)
ROLES = st.sampled_from([None, Role.DOMAIN, Role.APPLICATION, Role.ADAPTERS])
LAYERS = st.builds(Layer, name=st.sampled_from("abcdef"), ring=RINGS, role=ROLES)


@given(LAYERS)
def test_a_layer_may_import_itself(layer: Layer) -> None:
    assert layer.may_import(layer)


@given(LAYERS, LAYERS, LAYERS)
def test_what_may_be_imported_by_way_of_another_may_be_imported(
    a: Layer, b: Layer, c: Layer
) -> None:
    if len({a.name, b.name, c.name}) == 3 and a.may_import(b) and b.may_import(c):
        assert a.may_import(c)


@given(LAYERS, LAYERS)
def test_two_layers_may_know_each_other_only_side_by_side(a: Layer, b: Layer) -> None:
    if a.name != b.name and a.may_import(b) and b.may_import(a):
        assert a.ring == b.ring


@pytest.mark.parametrize("role", [Role.ADAPTERS, Role.CONTROLLERS, Role.PERSISTENCE])
def test_the_outside_may_import_the_composition_root(role: Role) -> None:
    assert Layer("outside", 2, role).may_import(Layer("main", 3, Role.COMPOSITION))


@pytest.mark.parametrize("role", [Role.DOMAIN, Role.APPLICATION, Role.SHARED, None])
def test_nobody_else_may_import_the_composition_root(role: Role | None) -> None:
    assert not Layer("inside", 9, role).may_import(Layer("main", 3, Role.COMPOSITION))


def test_the_composition_root_may_import_everyone() -> None:
    assert Layer("main", 3, Role.COMPOSITION).may_import(Layer("outermost", 9))


def test_the_most_specific_pattern_decides() -> None:
    domain = Layer("domain", 0, patterns=(Pattern("**.domain"),))
    odd = Layer("odd", 1, patterns=(Pattern("shop.domain.legacy"),))
    architecture = Architecture((domain, odd))

    membership = architecture.membership(Module("shop.domain.legacy.a", "shop/domain/legacy/a.py"))

    assert membership is not None
    assert membership.layer is odd


def test_two_patterns_that_say_equally_much_are_an_error() -> None:
    architecture = Architecture(
        (
            Layer("blue", 0, patterns=(Pattern("shop.*.domain"),)),
            Layer("green", 1, patterns=(Pattern("*.sales.domain"),)),
        )
    )

    with pytest.raises(TieError, match="matches"):
        architecture.membership(Module("shop.sales.domain", "shop/sales/domain.py"))


def test_patterns_of_one_layer_do_not_tie() -> None:
    patterns = (Pattern("shop.*.domain"), Pattern("*.sales.domain"))
    architecture = Architecture((Layer("blue", 0, patterns=patterns),))

    assert architecture.membership(Module("shop.sales.domain", "shop/sales/domain.py"))
