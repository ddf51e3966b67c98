"""Judges signatures: a port, an entity or a use case names a type of a framework."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from archlint.model.catalog import Library, Policy
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.frameworks.signatures import Mention, Signatures
from archlint.model.code.orm.libraries import kind_of
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule

_CONSTRUCTORS = frozenset({"__init__", "__new__"})
_OF_ALL = frozenset({Policy.DENY})
_OF_PORTS = frozenset({Policy.DENY, Policy.WARN})
_SHOWN = 3

Named = Mapping[Library, list[Mention]]
Owner = ProjectFunction | ProjectClass


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each function or class and each library that its signatures name."""
    told: dict[tuple[Owner, Library], list[tuple[Owner, list[Mention]]]] = defaultdict(list)
    for thing, library, mentions in _named(codebase):
        told[_owner(thing), library].append((thing, mentions))
    for (owner, _), several in told.items():
        yield _finding(codebase, rule, owner, sorted(several, key=_by_line))


def _named(codebase: Codebase) -> Iterator[tuple[Owner, Library, list[Mention]]]:
    """Yield what functions and classes name of each library.

    The fields of a class are what its constructor takes, if it has one that is told.
    """
    signatures = Signatures(codebase.classes)
    told: set[tuple[ProjectClass, Library]] = set()
    handlers = {handler.function for handler in codebase.handlers}
    for function in codebase.functions:
        if function in handlers:  # what the outside calls has to speak its language
            continue
        for library, mentions in _of_function(codebase, signatures, function).items():
            if function.owner and function.fact.name in _CONSTRUCTORS:
                told.add((function.owner, library))
            yield function, library, mentions
    for owner in codebase.classes:
        for library, mentions in _of_class(codebase, signatures, owner).items():
            if (owner, library) not in told:
                yield owner, library, mentions


def _owner(thing: Owner) -> Owner:
    """Return the class that a method belongs to; what is none stands for itself."""
    return (thing.owner or thing) if isinstance(thing, ProjectFunction) else thing


def _by_line(named: tuple[Owner, list[Mention]]) -> int:
    return named[1][0].line


def _of_function(codebase: Codebase, signatures: Signatures, function: ProjectFunction) -> Named:
    """Return what a function names, unless it is bound to it or implements who names it."""
    named = _unwanted(codebase, function, function.owner, signatures.of_function(function))
    return {
        library: mentions
        for library, mentions in named.items()
        if not codebase.bonds.excuses(function, library)
        and not _is_promised(codebase, signatures, function, library)
    }


def _of_class(codebase: Codebase, signatures: Signatures, owner: ProjectClass) -> Named:
    """Return what the fields of a class name, unless the class is bound to that anyway."""
    named = _unwanted(codebase, owner, owner, signatures.of_class(owner))
    bonds = [codebase.bonds.of_classes.get(one) for one in owner.lineage]
    bound = {bond.library.package for bond in bonds if bond}
    return {library: found for library, found in named.items() if library.package not in bound}


def _unwanted(
    codebase: Codebase, thing: Owner, owner: ProjectClass | None, mentions: Iterable[Mention]
) -> Named:
    """Return the mentions of each library that is denied; a port may not even name the others.

    Sessions, queries and rows are told by the rules about object mappers.
    """
    layer = codebase.layer(thing.module.name)
    found: dict[Library, list[Mention]] = defaultdict(list)
    if layer is None or not layer.is_core:
        return found
    policies = _OF_PORTS if owner and codebase.ports.is_port(owner) else _OF_ALL
    for mention in mentions:
        library = codebase.catalog.find(mention.external)
        is_wrong = codebase.arrivals.frameworks.promised(layer, mention.external) in policies
        if library and is_wrong and not kind_of(mention.external):
            found[library].append(mention)
    return found


def _is_promised(
    codebase: Codebase, signatures: Signatures, function: ProjectFunction, library: Library
) -> bool:
    """Whether a method of the core that this one overrides names the library already."""
    for above in function.owner.lineage[1:] if function.owner else ():
        method = above.fact.method(function.fact.name)
        layer = codebase.layer(above.module.name)
        if method and layer and layer.is_core:
            mentions = signatures.of_function(ProjectFunction(above.module, method, above))
            if any(codebase.catalog.find(mention.external) == library for mention in mentions):
                return True
    return False


def _finding(
    codebase: Codebase, rule: Rule, owner: Owner, several: list[tuple[Owner, list[Mention]]]
) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    (thing, mentions), *others = several
    library = codebase.catalog.find(mentions[0].external)
    if library is None:
        raise LookupError(f"{mentions[0].external} is of no library")
    name = f"{thing.fact.qualname}()" if isinstance(thing, ProjectFunction) else owner.fact.qualname
    named = (mention for _, each in several for mention in each)
    policies = {codebase.arrivals.frameworks.promised(layer, m.external) for m in named}
    do = "does" if len(others) == 1 else "do"
    as_well = f", as {do} {len(others)} more of {owner.fact.qualname}" if others else ""
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, mentions[0].line),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name,
        target=library.name,
        severity=None if Policy.DENY in policies else Severity.WARNING,
        message=f"{name} of {layer.name} {_said(mentions)}, of {library.described}{as_well}",
        help=(
            f"let {name} speak of values and objects of {layer.name}, and translate where "
            f"{library.name} is known"
        ),
        also=tuple(Place(owner.module.path, each[0].line) for _, each in others),
        because=layer.because,
    )


def _said(mentions: list[Mention]) -> str:
    """Say what is taken and returned, each once: `takes a.B and a.C, returns a.D`."""
    verbs: dict[str, list[str]] = defaultdict(list)
    for mention in mentions[:_SHOWN]:
        if mention.external not in verbs[mention.verb]:
            verbs[mention.verb].append(mention.external)
    return ", ".join(f"{verb} {' and '.join(names)}" for verb, names in verbs.items())
