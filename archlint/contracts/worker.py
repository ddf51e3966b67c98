"""The process that runs one custom contract; what it prints is no part of its answer."""

import importlib
import json
import os
import sys
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

from importlinter.configuration import configure
from importlinter.domain.contract import Contract, InvalidContractOptions

from archlint.contracts.graph import Blueprint


def main() -> None:
    """Read a task from standard input, write the answer to standard output."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    task = json.load(sys.stdin)
    sys.path[:0] = task["paths"]
    configure()
    try:
        answer = _judged(task)
    except InvalidContractOptions as error:
        wrong = [f"{option}: {text}" for option, text in sorted(error.errors.items())]
        answer = {"error": "\n".join(wrong)}
    except Exception as error:  # noqa: BLE001 - the user's code may raise anything
        answer = {"error": f"{type(error).__name__}: {error}"}
    json.dump(answer, answers)
    answers.close()


def _judged(task: dict[str, Any]) -> dict[str, object]:
    options = task["options"]
    contract = _class(task["class"])(options["name"], task["session"], options)
    check = contract.check(Blueprint(**task["imports"]).build(), verbose=False)
    told = StringIO()
    if not check.kept:
        with redirect_stdout(told):
            contract.render_broken_contract(check)
    return {"kept": check.kept, "text": told.getvalue(), "warnings": list(check.warnings)}


def _class(dotted: str) -> type[Contract]:
    module, _, name = dotted.rpartition(".")
    found = getattr(importlib.import_module(module), name)
    if not (isinstance(found, type) and issubclass(found, Contract)):
        raise TypeError(f"{dotted} is not a subclass of Contract")
    return found
