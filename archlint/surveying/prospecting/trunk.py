"""The trunk of a program: the folders that hold everything, and so say nothing."""

from collections.abc import Sequence

from archlint.model.modules import Module


def trunk(modules: Sequence[Module]) -> str:
    """Return the dotted name of what holds all modules, with a dot behind it, or ""."""
    names = [module.name.split(".") for module in modules]
    shared = []
    for parts in zip(*names, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "".join(f"{name}." for name in shared)
