"""How archlint speaks of a fault of its own."""

from dataclasses import dataclass

from archlint.version import __version__


@dataclass(slots=True)
class Detail:
    """How much of a fault the user wants to see; the option `--traceback` sets it."""

    traceback: bool = False


def account_of(fault: Exception, detail: Detail) -> str:
    """Return what went wrong, where if a note on the fault says so, and what to do about it."""
    if detail.traceback:
        from traceback import format_exception

        return "".join(format_exception(fault)).rstrip()
    name = type(fault).__name__
    lines = [f"archlint {__version__} has a fault of its own: {name}: {fault}"]
    lines += [f"  {note}" for note in getattr(fault, "__notes__", ())]
    lines.append("  report it to its developers with what --traceback shows")
    return "\n".join(lines)
