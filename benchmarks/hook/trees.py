"""A shop of many modules in layers, whose parts look like code that people write."""

from pathlib import Path

LAYERS = ("domain", "use_cases", "adapters", "infrastructure")
ROLES = ("domain", "application", "adapters", "infrastructure")
FOLDER = 25
"""So many modules lie in one package."""

SETTINGS = """\
[[layers]]
name = "{layer}"
role = "{role}"
modules = ["shop.{layer}"]
"""

MODULE = '''\
"""Part {number} of the {layer}."""

from dataclasses import dataclass, field
from decimal import Decimal
{imports}

@dataclass
class Line{number}:
    """A line of an order."""

    article: str
    price: Decimal
    quantity: int = 1

    def total(self) -> Decimal:
        return self.price * self.quantity


@dataclass(eq=False)
class Order{number}:
    """An order that knows its lines."""

    identity: int
    lines: list[Line{number}] = field(default_factory=list)
    paid: bool = False

    def add(self, line: Line{number}) -> None:
        if self.paid:
            raise ValueError("a paid order is closed")
        self.lines.append(line)

    def total(self) -> Decimal:
        return sum((line.total() for line in self.lines), Decimal(0))

    def pay(self, amount: Decimal) -> Decimal:
        total = self.total()
        if amount < total:
            raise ValueError(f"{{total - amount}} is missing")
        self.paid = True
        return amount - total


def cheapest(orders: list[Order{number}]) -> Order{number} | None:
    """Return the cheapest of some orders."""
    found = None
    for order in orders:
        if found is None or order.total() < found.total():
            found = order
    return found
'''


def lay(folder: Path, modules: int, breaches: int) -> None:
    """Write a project of that many modules, some of which import outward."""
    settings = (
        SETTINGS.format(layer=layer, role=role) for layer, role in zip(LAYERS, ROLES, strict=True)
    )
    _write(folder / "archlint.toml", "\n".join(settings))
    each = modules // len(LAYERS)
    for depth, layer in enumerate(LAYERS):
        for number in range(each):
            text = MODULE.format(
                number=number, layer=layer, imports=_imports(depth, number, breaches)
            )
            _write(folder / place(layer, number), text)


def place(layer: str, number: int) -> str:
    """Return the path of a module."""
    return f"shop/{layer}/part_{number // FOLDER}/order_{number}.py"


def _imports(depth: int, number: int, breaches: int) -> str:
    """Return imports of the layers inside, and of one outside where a rule is to be broken."""
    inner = [_import(layer, number) for layer in LAYERS[:depth]]
    outer = [_import("adapters", number)] if depth == 0 and number < breaches else []
    beside = [_import(LAYERS[depth], number - 1)] if number % FOLDER else []
    return "\n".join([*inner, *outer, *beside, ""])


def _import(layer: str, number: int) -> str:
    module = f"shop.{layer}.part_{number // FOLDER}.order_{number}"
    alias = f"{layer.title().replace('_', '')}{number}"
    return f"from {module} import Order{number} as {alias}"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
