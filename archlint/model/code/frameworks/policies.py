"""Policies: what a layer may do with a library, by the catalog and the architecture."""

import sys
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Layer, Role
from archlint.model.catalog import Catalog, Library, Policy
from archlint.model.code.orm.libraries import library_of

_EVERYBODYS = sys.stdlib_module_names | {"_typeshed"}
"""What comes with Python, or with every type checker."""
_TOOLS = "io"


@dataclass(frozen=True)
class Frameworks:
    """Which libraries are frameworks to which layer."""

    catalog: Catalog
    domain_model: DomainModel = DomainModel.RICH

    def imported(self, layer: Layer | None, dotted: str) -> Policy:
        """Return what a layer may do with a name from outside by importing it.

        What is not of the core may have all. Modules of the standard library that the catalog only
        warns of are tools. Where models are tables on purpose, the domain may have the framework
        that they are made of, but not the part of it that answers requests.
        """
        library = self.catalog.find(dotted)
        if library is None or layer is None or layer.role is None or not layer.is_core:
            return Policy.ALLOW
        if self.is_listed(layer, dotted):
            return Policy.ALLOW
        if layer.role is Role.DOMAIN and self._brings_models(library):
            return Policy.ALLOW
        policy = self.catalog.policy(dotted, layer.role) or Policy.ALLOW
        is_tool = library.is_stdlib and policy is Policy.WARN
        return Policy.ALLOW if is_tool and not self.catalog.override(dotted) else policy

    def used(self, layer: Layer | None, dotted: str) -> Policy:
        """Return what a layer may do with a name from outside by becoming part of it.

        Where models are tables on purpose, mappers are everybody's and only they.
        """
        if layer is None or layer.role is None or not layer.is_core:
            return Policy.ALLOW
        if self.is_listed(layer, dotted):
            return Policy.ALLOW
        if self.has_tables_for_models and library_of(dotted):
            return Policy.ALLOW
        return self.catalog.policy(dotted, layer.role) or Policy.ALLOW

    def promised(self, layer: Layer | None, dotted: str) -> Policy:
        """Return what a layer may do with a name from outside by making its callers know it.

        Files and processes of the standard library are no framework of anybody's.
        """
        library = self.catalog.find(dotted)
        is_tool = library is not None and library.is_stdlib and library.kind == _TOOLS
        return Policy.ALLOW if is_tool else self.used(layer, dotted)

    def is_listed(self, layer: Layer, dotted: str) -> bool:
        """Whether the layer lists its libraries, and what `dotted` names is one of them."""
        names = layer.allowed_libraries or ()
        return bool(names) and self.catalog.is_among(dotted, names)

    def is_off_list(self, layer: Layer, dotted: str) -> bool:
        """Whether the layer lists its libraries, and leaves out what `dotted` names.

        The standard library needs no list.
        """
        if layer.allowed_libraries is None or dotted.partition(".")[0] in _EVERYBODYS:
            return False
        return not self.is_listed(layer, dotted)

    @property
    def has_tables_for_models(self) -> bool:
        """Whether the models are tables on purpose."""
        return self.domain_model is DomainModel.ACTIVE_RECORD

    def _brings_models(self, library: Library) -> bool:
        if library.kind == "web" and library.name != _top(library):
            return False
        return self.has_tables_for_models and _top(library) in self._mappers

    @cached_property
    def _mappers(self) -> frozenset[str]:
        libraries = self.catalog.libraries.values()
        return frozenset(_top(library) for library in libraries if library.kind == "orm")


def _top(library: Library) -> str:
    return library.name.partition(".")[0]
