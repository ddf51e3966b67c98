"""The pages that nobody writes by hand."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from docs.writing import rules, settings

WRITTEN: Mapping[str, Callable[[], str]] = MappingProxyType(
    {"docs/rules.md": rules.page, "docs/settings.md": settings.page}
)
