"""Guides people whose program shows no layers: what was looked for, and what to write."""

from collections.abc import Iterator

from archlint.model.codebase import Codebase
from archlint.surveying.prospecting.inside_out import inside_out

_MOST_PARTS = 5
_LOOKED_FOR = """\
no layers found, and nothing is written: no folder has a usual name (domain,
use_cases, adapters, services, models, routers ...), and what the modules import
and define does not show them either"""
_FLAT = """\
all modules lie side by side; a layer is a folder, or a list of modules that must
not know others. Where there is one, name it in {file}, innermost first:"""
_PARTS = """\
the folders at the top, that first which needs the others least; where they are
layers, name them in {file}, innermost first:"""


def guide(codebase: Codebase, style: str, file: str) -> str:
    """Return what to tell, with tables for a settings file to begin with."""
    head = f"style {style} finds none of its folders\n" if style else ""
    parts = inside_out(codebase)
    names = parts if len(parts) > 1 else ("shop.domain", "shop.adapters")
    told = _PARTS if len(parts) > 1 else _FLAT
    lines = [_LOOKED_FOR, told.format(file=file), *_tables(names, file)]
    return head + "\n".join(lines)


def _tables(names: tuple[str, ...], file: str) -> Iterator[str]:
    prefix = "tool.archlint." if file == "pyproject.toml" else ""
    for name in names[:_MOST_PARTS]:
        yield f"\n    [[{prefix}layers]]"
        yield f'    name = "{name.rpartition(".")[2]}"'
        yield f'    modules = ["{name}"]'
    if len(names) > _MOST_PARTS:
        yield f"\nand {len(names) - _MOST_PARTS} more: {', '.join(names[_MOST_PARTS:])}"
