"""Passages: chains of imports through modules of no layer."""

from collections.abc import Iterable
from dataclasses import replace

from archlint import rulebook
from archlint.checks import CHECKS
from archlint.graph.grimp_graph import GrimpGraph
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.code.names.passages import Passages
from archlint.model.codebase import Codebase
from archlint.model.graph import Edge
from archlint.settings.catalog import shipped_catalog
from tests.building import codebase

BLUE = "shop/domain/blue.py"
HELPER = "shop/common/helper.py"
OTHER = "shop/common/other.py"
ADAPTER = "shop/adapters/green.py"


def passages(code: Codebase) -> Passages:
    return Passages(
        code.dependencies,
        lambda module: module in code.memberships,
        lambda dependency: [dependency.library] if dependency.library else [],
        GrimpGraph,
    )


def lines(found: Passages, module: str, way: str) -> list[tuple[str, int]]:
    return [(step.importer.name, step.statement.line) for step in found.beyond(module, way)]


def test_what_type_checkers_and_scripts_need_is_no_step() -> None:
    text = (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    import redis\n"
        "if __name__ == '__main__':\n    import click\n"
    )
    found = passages(codebase({HELPER: text}))

    assert found.exits == ("typing.TYPE_CHECKING",)


def test_a_layered_module_is_no_step() -> None:
    files = {HELPER: "import shop.adapters.green\n", ADAPTER: "import redis\n"}

    assert passages(codebase(files)).exits == ()


def test_a_ring_of_helpers_leads_nowhere() -> None:
    files = {
        HELPER: "import shop.common.other\n",
        OTHER: "import shop.common.helper\n",
        "shop/common/third.py": "import redis\n",
    }

    assert lines(passages(codebase(files)), "shop.common.helper", "redis") == []


def test_the_shortest_passage_to_each_exit_is_found() -> None:
    files = {
        HELPER: "import shop.common.other\nimport click\n",
        OTHER: "import redis\nimport click\n",
    }
    found = passages(codebase(files))

    assert lines(found, "shop.common.helper", "click") == [("shop.common.helper", 2)]
    assert lines(found, "shop.common.helper", "redis") == [
        ("shop.common.helper", 1),
        ("shop.common.other", 1),
    ]


def test_a_package_is_entered_for_a_name_but_not_for_a_module_in_it() -> None:
    files = {
        BLUE: "from shop.common import one\nfrom shop.common import helper\n",
        "shop/common/__init__.py": "from shop.common.other import one\n",
        HELPER: "",
        OTHER: "one = 1\n",
    }
    found = passages(codebase(files))

    entered = [module for _, module in found.entrances("shop.domain.blue")]
    assert entered == ["shop.common.other", "shop.common", "shop.common.helper"]


def test_one_graph_serves_all_layers() -> None:
    built: list[int] = []

    def counting(edges: Iterable[Edge]) -> GrimpGraph:
        built.append(1)
        return GrimpGraph(edges)

    layers = tuple(
        Layer(f"part {ring}", ring, Role.DOMAIN, (Pattern(f"shop.part_{ring}"),))
        for ring in range(9)
    )
    files = {f"shop/part_{ring}/blue.py": "import shop.common.helper\n" for ring in range(9)}
    files[HELPER] = "import requests\nimport shop.part_8.blue\n"
    code = replace(codebase(files, layers, shipped_catalog()), build_graph=counting)

    rules = {rule.name: rule for rule in rulebook.rules()}
    for name in ("outward-chain", "framework-chain"):
        assert len(list(CHECKS[name].judge(code, rules[name]))) >= len(layers) - 1

    assert len(built) == 2
