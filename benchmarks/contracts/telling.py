"""Tells graphs and verdicts as values that can be compared."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import grimp


def print_told(graph: grimp.ImportGraph, contracts: Mapping[str, object]) -> None:
    """Print what was judged, and how."""
    imports = [
        (importer, imported, *sorted({detail["line_number"] for detail in details}))
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if (details := graph.get_import_details(importer=importer, imported=imported))
    ]
    told = {"modules": sorted(graph.modules), "imports": sorted(imports), "contracts": contracts}
    print(json.dumps(told))


def variants(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a contract, and once more as if it ignored nothing: projects keep what they promise."""
    yield contract["name"], contract
    if contract.get("ignore_imports"):
        bare = {key: value for key, value in contract.items() if key != "ignore_imports"}
        yield f"{contract['name']}, nothing ignored", bare


def verdict(checked: Any) -> dict[str, object]:  # noqa: ANN401 - a ContractCheck of import-linter
    """Return a verdict with what does not hang on which of several equal chains was taken."""
    if checked is None:
        return {"state": "not judged"}
    metadata = checked.metadata
    return {
        "state": "kept" if checked.kept else "broken",
        "direct": sorted(map(str, _direct(metadata))),
        "pairs": sorted(map(str, _pairs(metadata))),
        "undeclared": sorted(metadata.get("undeclared_modules", ())),
        "circles": sorted(metadata.get("cycle_breakers_by_package", ())),
    }


def _told(metadata: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [*metadata.get("invalid_dependencies", ()), *metadata.get("invalid_chains", ())]


def _pairs(metadata: Mapping[str, Any]) -> set[tuple[object, ...]]:
    names = ("importer", "imported", "downstream_module", "upstream_module")
    return {tuple(each.get(name) for name in names) for each in _told(metadata)}


def _direct(metadata: Mapping[str, Any]) -> set[tuple[object, ...]]:
    links = [link for each in metadata.get("illegal_imports", ()) for link in each.illegal_links]
    for each in _told(metadata):
        for chain in each.get("routes", each.get("chains")):
            found = chain["chain"] if isinstance(chain, dict) else chain
            links += found if len(found) == 1 else []
    return {(x["importer"], x["imported"], *sorted(set(x["line_numbers"]))) for x in links}
