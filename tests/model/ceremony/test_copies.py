"""Which classes are about the same thing."""

import pytest

from archlint.model.code.ceremony.copies import are_alike, concept_of


@pytest.mark.parametrize("name", ["OrderCreate", "OrderItem", "Customer", "OrderRepository"])
def test_other_things_are_no_orders(name: str) -> None:
    assert concept_of(name) != concept_of("Order")


@pytest.mark.parametrize("name", ["OrderModel", "OrderEntity", "OrderDTO", "Orders", "OrderOut"])
def test_words_for_a_layer_are_left_out(name: str) -> None:
    assert concept_of(name) == concept_of("Order")


def test_a_name_of_such_words_alone_is_a_thing_itself() -> None:
    assert concept_of("Document") == "document"


def test_three_of_four_names_are_not_alike() -> None:
    assert not are_alike(frozenset("abcd"), frozenset("abc"))


def test_four_of_five_names_are_alike() -> None:
    assert are_alike(frozenset("abcde"), frozenset("abcd"))
