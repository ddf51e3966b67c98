"""Knots are told once, at the coarsest grain, and nothing is left when their cuts are made."""

from collections.abc import Iterable, Mapping
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.graph.grimp_graph import GrimpGraph
from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern
from archlint.model.catalog import Catalog
from archlint.model.code.cycles.grains import Grain, Parts
from archlint.model.code.cycles.knots import Knot, Knots
from archlint.model.code.cycles.permitted import Permitted
from archlint.model.codebase import Codebase
from archlint.model.place import Place
from archlint.sources.skim import skim
from tests.building import module
from tests.model.cycles.graphs import reached

HERE = Place("archlint.toml")
LAYERS = (
    Layer("blue", 0, None, (Pattern("shop.blue"),), declared=HERE),
    Layer("green", 0, None, (Pattern("shop.green"),), declared=HERE),
)
NAMES = [
    "shop.blue",
    "shop.blue.a",
    "shop.blue.a.x",
    "shop.blue.a.y",
    "shop.blue.b.x",
    "shop.green.a",
    "shop.green.b",
    "shop.free",
]
PACKAGES = {"shop.blue", "shop.blue.a"}

files = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(NAMES), max_size=3, unique=True) for name in NAMES}
)


def program(imports: Mapping[str, Iterable[str]]) -> Codebase:
    """Return a code base in which each module imports what it is said to, by its full name."""
    paths = {name: _path(name) for name in imports}
    modules = tuple(sorted((module(path) for path in paths.values()), key=lambda m: m.path))
    architecture = Architecture(LAYERS)
    return Codebase(
        architecture=architecture,
        catalog=Catalog(),
        modules=modules,
        memberships={m.name: found for m in modules if (found := architecture.membership(m))},
        outlines={name: skim(_text(others).encode()) for name, others in imports.items()},
        build_graph=GrimpGraph,
    )


def _path(name: str) -> str:
    path = name.replace(".", "/")
    return f"{path}/__init__.py" if name in PACKAGES else f"{path}.py"


def _text(imported: Iterable[str]) -> str:
    return "".join(f"import {name}\n" for name in imported)


def hard(imports: Mapping[str, Iterable[str]]) -> tuple[Knot, ...]:
    return program(imports).knots.hard


def grains(imports: Mapping[str, Iterable[str]]) -> list[tuple[Grain, tuple[str, ...]]]:
    return [(knot.grain, knot.members) for knot in hard(imports)]


def test_a_package_and_its_own_module_are_no_knot() -> None:
    assert hard({"shop.blue": ["shop.blue.a"], "shop.blue.a": ["shop.blue"]}) == ()


def test_modules_of_two_layers_are_told_with_the_layers() -> None:
    imports = {"shop.blue.a": ["shop.green.a"], "shop.green.a": ["shop.blue.a"]}

    assert grains(imports) == [(Grain.LAYER, ("blue", "green"))]


def test_modules_of_two_packages_are_told_with_the_packages() -> None:
    imports = {"shop.blue.a.x": ["shop.blue.b.x"], "shop.blue.b.x": ["shop.blue.a.x"]}

    assert grains(imports) == [(Grain.PACKAGE, ("shop.blue.a", "shop.blue.b"))]


def test_modules_of_one_package_are_told_by_themselves() -> None:
    imports = {"shop.blue.a.x": ["shop.blue.a.y"], "shop.blue.a.y": ["shop.blue.a.x"]}

    assert grains(imports) == [(Grain.MODULE, ("shop.blue.a.x", "shop.blue.a.y"))]


@settings(deadline=None)
@given(files)
def test_when_all_cuts_are_made_no_circle_is_left(imports: Mapping[str, list[str]]) -> None:
    known = program(imports)
    cut = {name for knot in known.knots.hard for strand in knot.cut for name in strand.names}

    left = set(Permitted(known.dependencies, known.memberships, known.by_name)) - cut

    edges = [(each.importer.name, each.target) for each in left]
    assert [one for one, _ in edges if one in reached(edges, one)] == []


@settings(deadline=None)
@given(files)
def test_no_import_is_to_be_cut_twice(imports: Mapping[str, list[str]]) -> None:
    to_cut = [statement.place for knot in hard(imports) for statement in knot.to_cut]

    assert len(to_cut) == len(set(to_cut))


@settings(deadline=None)
@given(files, st.randoms(use_true_random=False))
def test_the_order_of_modules_does_not_matter(
    imports: Mapping[str, list[str]], dice: Random
) -> None:
    known = program(imports)
    shuffled = [*Permitted(known.dependencies, known.memberships, known.by_name)]
    dice.shuffle(shuffled)

    again = Knots(shuffled, Parts(known.memberships))

    assert again.hard == known.knots.hard
