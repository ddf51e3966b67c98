"""What speaks for business logic, in words."""

from archlint.model.code.controller_evidence.exhibits import Evidence, Exhibit


def test_a_value_without_a_name_is_called_so() -> None:
    assert Exhibit(Evidence.GUARD, "a.py", 1, "").text == "guard on a value without a name"


def test_a_value_is_told_by_its_name() -> None:
    assert Exhibit(Evidence.GUARD, "a.py", 1, "order.status").text == "guard on order.status"
