"""The guard."""


def refuse_crashers(source: bytes) -> None:
    """Later."""
