"""What is wrong with the form of import-linter's options in a TOML text."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from archlint.contracts.forms.faults import Fault, are_texts, described
from archlint.contracts.places import key_position


def toml_fault(text: str) -> Fault | None:
    """Return the first value that is not what its key asks for; the parser tells the rest."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    found = next(_wrong(content), None)
    return Fault(found[1], key_position(text, found[0])) if found else None


def _wrong(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield a key with what is wrong about it."""
    tool = content.get("tool", {})
    if not isinstance(tool, dict):
        yield "tool", f"tool is {described(tool)}, not a table"
        return
    session = tool.get("importlinter", {})
    if not isinstance(session, dict):
        yield (
            "importlinter",
            f"importlinter is {described(session)}, not a table; write [tool.importlinter]",
        )
        return
    yield from _wrong_roots(session)
    types = session.get("contract_types", "")
    if not (isinstance(types, str) or are_texts(types)):
        yield "contract_types", f"contract_types is {_seen(types)}, not a list of texts"
    yield from _wrong_contracts(session.get("contracts", []))


def _wrong_roots(session: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    root, roots = session.get("root_package", ""), session.get("root_packages", [])
    if not isinstance(root, str):
        yield "root_package", f"root_package is {described(root)}, not the name of a package"
    if not are_texts(roots):
        yield "root_packages", f"root_packages is {_seen(roots)}, not a list of names of packages"


def _wrong_contracts(contracts: object) -> Iterator[tuple[str, str]]:
    if not isinstance(contracts, list):
        yield (
            "contracts",
            (
                f"contracts is {described(contracts)}, not a list of tables; "
                "write [[tool.importlinter.contracts]]"
            ),
        )
        return
    for number, each in enumerate(contracts, 1):
        if not isinstance(each, dict):
            yield "contracts", f"number {number} of contracts is {described(each)}, not a table"


def _seen(value: object) -> str:
    if not isinstance(value, list):
        return described(value)
    stranger = next(each for each in value if not isinstance(each, str))
    return f"a list with {described(stranger)} in it"
