"""Lines: on which line the nodes of a LibCST tree start and the definitions end."""

from dataclasses import dataclass, field

import libcst as cst


class Starts(dict[cst.CSTNode, int]):
    """The first line of each node, and `otherwise` for nodes of which none is known."""

    def __init__(self, otherwise: int = 0) -> None:
        super().__init__()
        self.otherwise = otherwise

    def __missing__(self, node: cst.CSTNode) -> int:
        return self.otherwise


@dataclass(frozen=True, slots=True)
class Lines:
    """Where things stand in one file; lines count from 1, columns from 0.

    `columns` and `ends` (the last line) are kept for functions and classes only. A decorated
    definition starts at its keyword.
    """

    starts: Starts = field(default_factory=Starts)
    columns: dict[cst.CSTNode, int] = field(default_factory=dict)
    ends: dict[cst.CSTNode, int] = field(default_factory=dict)


def lines_of(module: cst.Module) -> Lines:
    """Find the lines of a tree, the quick way if the installed LibCST still allows it."""
    try:
        from archlint.sources.study.counting import counted

        return counted(module)
    except (ImportError, AttributeError, TypeError):
        return positioned(module)


def positioned(module: cst.Module) -> Lines:
    """Find the lines of a tree with LibCST's public means, at five times the cost."""
    from libcst.metadata import MetadataWrapper, PositionProvider

    found = Lines()
    wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
    for node, place in wrapper.resolve(PositionProvider).items():
        found.starts[node] = place.start.line
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            found.columns[node] = place.start.column
            found.ends[node] = place.end.line
    return found
