"""Installed packages: what they say of themselves, read without importing them."""

from collections.abc import Mapping
from functools import cache

_TELLING = ("Framework :: ", "Topic :: ")
_MOST = 3


def topics(package: str) -> tuple[str, ...]:
    """Return the classifiers of the distribution that holds a package, the most telling first.

    Nothing when it is not installed beside archlint; nobody is asked over the network.
    """
    top = package.partition(".")[0]
    for distribution in _distributions().get(top, ()):
        return _classifiers(distribution)
    return ()


@cache
def _distributions() -> Mapping[str, list[str]]:
    from importlib.metadata import packages_distributions  # few runs ask, and it is slow to load

    return packages_distributions()


def _classifiers(distribution: str) -> tuple[str, ...]:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        given = metadata(distribution).get_all("Classifier") or []
    except PackageNotFoundError:
        return ()
    found = [text for start in _TELLING for text in sorted(given) if text.startswith(start)]
    return tuple(found[:_MOST])
