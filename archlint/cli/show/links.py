"""How a link between two modules is told."""

from archlint.surveying.links import Link


def outgoing(link: Link) -> list[str]:
    """Return the cells of a link as its importer sees it."""
    return [_place(link), _verdict(link), link.there.name if link.there else "", link.told]


def incoming(link: Link) -> list[str]:
    """Return the cells of a link as the imported module sees it."""
    return [_place(link), _verdict(link), link.here.name if link.here else "", link.importer]


def between(link: Link) -> list[str]:
    """Return the cells of a link with both its ends."""
    return [_place(link), _verdict(link), link.importer, link.told]


def record(link: Link) -> dict[str, object]:
    """Return a link for programs."""
    return {
        "path": link.place.path,
        "line": link.place.line,
        "importer": link.importer,
        "importer_layer": link.here.name if link.here else None,
        "target": link.target,
        "target_layer": link.there.name if link.there else None,
        "names": link.names,
        "direction": link.direction.value,
        "manner": link.manner,
    }


def _place(link: Link) -> str:
    return f"{link.place.path}:{link.place.line}"


def _verdict(link: Link) -> str:
    return f"{link.direction}, {link.manner}" if link.manner else str(link.direction)
