"""The project: what rules of one's own may ask."""

from collections.abc import Iterator
from functools import cached_property

from archlint.model.architecture import layers
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.modules import Module as File
from archlint.own.calling import Callees
from archlint.own.classes import class_of, function_of
from archlint.own.facts import Call, Class, Function, Import, Layer, Module


class Project:
    """A project, read and not run: its modules in their layers, and what stands in them.

    Every answer is in the order of the files, and worked out when it is first asked for. Tests are
    no part of it.
    """

    def __init__(self, codebase: Codebase) -> None:
        self._codebase = codebase

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The layers, innermost first."""
        return tuple(map(_layer, self._codebase.architecture.layers))

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """Every module, those of no layer included."""
        return tuple(self._module(file) for file in self._codebase.modules)

    def module(self, name: str) -> Module | None:
        """Return the module of a dotted name, None where there is none."""
        return self._by_name.get(name)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Every name that an import statement, or `import_module` with a literal, brings in."""
        known = self._codebase.dependencies
        return tuple(self._import(each) for each in known if not each.is_chained)

    @cached_property
    def classes(self) -> tuple[Class, ...]:
        """Every class, those inside classes and functions included."""
        found = (
            class_of(owner, self._by_name[owner.module.name], self._codebase)
            for owner in self._codebase.classes
        )
        return tuple(sorted(found, key=lambda each: each.place))

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """Every function and method, those inside functions included."""
        return tuple(sorted(self._functions.values(), key=lambda each: each.place))

    @cached_property
    def handlers(self) -> tuple[Function, ...]:
        """The functions through which the outside world comes in: routes, commands, tasks."""
        known = (each.function for each in self._codebase.handlers)
        return tuple(self._functions[each.module.name, each.fact.line] for each in known)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """Every call of something that is known, wherever it stands."""
        return tuple(sorted(self._calls(), key=lambda each: (each.place, each.name)))

    def _calls(self) -> Iterator[Call]:
        for called in Callees(self._codebase):
            module = self._by_name[called.module.name]
            function = self._functions.get((module.name, called.function_line))
            yield Call(module, called.place, called.name, function)

    @cached_property
    def _by_name(self) -> dict[str, Module]:
        return {module.name: module for module in self.modules}

    @cached_property
    def _functions(self) -> dict[tuple[str, int], Function]:
        """The functions by their modules and lines: names may be given twice."""
        return {
            (known.module.name, known.fact.line): function_of(
                known, self._by_name[known.module.name], self._codebase.names
            )
            for known in self._codebase.functions
        }

    def _module(self, file: File) -> Module:
        layer = self._codebase.layer(file.name)
        return Module(file.name, file.path, _layer(layer) if layer else None)

    def _import(self, known: Dependency) -> Import:
        return Import(
            module=self._by_name[known.importer.name],
            place=known.place,
            name=known.library or known.told,
            owner=self._by_name.get(known.target),
            library=known.library,
            is_typing_only=known.is_soft,
        )


def _layer(layer: layers.Layer) -> Layer:
    return Layer(layer.name, layer.ring, layer.role.value if layer.role else "", layer.because)
