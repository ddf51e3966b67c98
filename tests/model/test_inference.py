"""What light inference knows of a value, and where it keeps silent."""

from tests.building import codebase, module

SHOP = """
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

T = TypeVar("T")

@dataclass
class Order:
    total: int
    lines: list["Line"]

    @classmethod
    def create(cls): return cls(0, [])

    @property
    def first(self) -> "Line": return self.lines[0]

    def copy(self) -> Self: ...

class Line: ...

class Repository(Protocol, Generic[T]):
    async def get(self, key: str) -> T | None: ...
    def all(self) -> list[T]: ...

class Orders(Repository[Order], Protocol): ...
"""


def type_of(body: str, name: str = "x", *, head: str = "from shop import *") -> str:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    source = f"{head}\ndef use(orders: Orders, order: Order, many: list[Order], odd):\n{lines}\n"
    base = codebase({"shop.py": SHOP, "use.py": source})
    function = base.structures["use"].functions[-1]
    environment = base.inference.environment(module("use.py"), function)
    return environment.types[name].name if name in environment.types else ""


def test_an_unannotated_parameter_is_unknown() -> None:
    assert type_of("x = odd") == ""


def test_an_attribute_of_something_unknown_is_unknown() -> None:
    assert type_of("x = odd.total") == ""


def test_a_name_with_two_types_is_either() -> None:
    assert type_of("x = order\nx = Line()") == "|"


def test_a_local_name_hides_the_class_of_that_name() -> None:
    assert type_of("Line = odd\nx = Line()") == ""


def test_an_annotation_is_believed() -> None:
    assert type_of("x: Order = odd()") == "shop.Order"


def test_a_constructor_makes_an_instance() -> None:
    assert type_of("x = Line()") == "shop.Line"


def test_a_factory_without_annotation_makes_its_class() -> None:
    assert type_of("x = Order.create()") == "shop.Order"


def test_self_is_the_class_it_is_said_of() -> None:
    assert type_of("x = order.copy()") == "shop.Order"


def test_a_property_gives_what_it_returns() -> None:
    assert type_of("x = order.first") == "shop.Line"


def test_an_awaited_call_of_a_port_gives_what_its_type_variable_stands_for() -> None:
    assert type_of("x = await orders.get('1')") == "shop.Order"


def test_iterating_gives_the_elements() -> None:
    assert type_of("for x in orders.all(): pass") == "shop.Order"


def test_a_subscript_gives_an_element_and_a_slice_the_list() -> None:
    assert type_of("x = many[0]") == "shop.Order"
    assert type_of("x = many[1:]") == "builtins.list"


def test_next_of_a_generator_gives_an_element() -> None:
    assert type_of("x = next(o for o in many if o.total)") == "shop.Order"


def test_a_conditional_and_an_or_give_what_either_gives() -> None:
    assert type_of("x = order if odd else None") == "shop.Order"
    assert type_of("x = odd or Line()") == "shop.Line"


def test_a_tuple_is_unpacked_by_position() -> None:
    assert type_of("y, x = order, Line()") == "shop.Line"


def test_a_walrus_binds_too() -> None:
    assert type_of("if (x := order.first): pass") == "shop.Line"


def test_a_name_may_be_used_before_the_line_that_explains_it() -> None:
    assert type_of("for _ in many:\n    x = y\n    y = Line()") == "shop.Line"


def test_what_a_library_gives_is_told_by_its_path() -> None:
    head = "from shop import *\nfrom sqlalchemy.orm import Session"

    assert type_of("s = Session()\nx = s.query(Order)", head=head) == (
        "sqlalchemy.orm.Session.query()"
    )


def test_a_field_is_known_by_the_parameter_that_the_constructor_stores() -> None:
    head = (
        "from shop import *\n"
        "class Use:\n"
        "    def __init__(self, line: Line): self.line = line\n"
        "    def nested(self): ..."
    )

    assert type_of("x = Use(odd).line", head=head) == "shop.Line"


def test_an_unannotated_parameter_takes_the_type_of_its_default() -> None:
    head = "from shop import *\nDEFAULT = Order()\ndef f(x=DEFAULT): pass"
    base = codebase({"shop.py": SHOP, "use.py": head})
    environment = base.inference.environment(module("use.py"), base.structures["use"].functions[0])

    assert environment.types["x"].name == "shop.Order"


def test_an_attribute_that_another_method_sets_is_known() -> None:
    head = """
from shop import *
from sqlalchemy.orm import sessionmaker
make = sessionmaker()
class Unit:
    def __init__(self, factory=make): self.factory = factory
    def __enter__(self):
        self.session = self.factory()
        return self
unit = Unit()
"""

    assert type_of("x = unit.session", head=head) == "sqlalchemy.orm.sessionmaker()()"


def test_a_class_named_in_a_class_body_is_known() -> None:
    head = "from shop import *\nclass Store:\n    model = Order\nstore = Store()"

    assert type_of("x = store.model()", head=head) == "shop.Order"


def test_a_type_variable_is_its_bound_where_nothing_else_is_known() -> None:
    head = """
from typing import TypeVar
from shop import *
V = TypeVar("V", bound=Order)
def first(many: list[V]) -> V: ...
"""

    assert type_of("x = first(many)", head=head) == "shop.Order"


def test_a_field_takes_the_type_of_what_a_heir_hands_up() -> None:
    head = """
from shop import *
class Base:
    def __init__(self, key, model): self.model = model
class Heir(Base):
    def __init__(self): super().__init__(1, Order)
heir = Heir()
"""

    assert type_of("x = heir.model()", head=head) == "shop.Order"
