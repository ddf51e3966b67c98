"""What a project says of libraries, classes and handlers, over what archlint finds by itself."""

from collections.abc import Iterator, Mapping

from archlint.model.catalog import Policy
from archlint.model.code.roles.class_roles import GIVEN_ROLES
from archlint.model.place import Place
from archlint.settings.tables import Table

CLASS_ROLES = tuple(role.value for role in GIVEN_ROLES)


def read_libraries(settings: Table) -> tuple[dict[str, Policy], dict[str, Place]]:
    """Read policies by library, part of a library, or kind, and where each name stands.

    `google.cloud = "allow"` works too.
    """
    table = settings.table("libraries")
    found = list(_policies(table, "")) if table else []
    policies = {name: policy for name, policy, _ in found}
    return policies, {name: place for name, _, place in found}


def _policies(table: Table, prefix: str) -> Iterator[tuple[str, Policy, Place]]:
    for key in table.keys():  # noqa: SIM118 - a table is no mapping
        if isinstance(table.raw(key), dict):
            if below := table.table(key):
                yield from _policies(below, f"{prefix}{key}.")
        elif policy := table.choice(key, Policy, "policy"):
            yield f"{prefix}{key}", policy, table.place_of_key(key)


def read_roles(settings: Table) -> Mapping[str, tuple[str, ...]]:
    """Read which classes have which role, each as `module.pattern:ClassPattern`."""
    table = settings.table("roles")
    if table is None:
        return {}
    found = {}
    for role in table.keys_among(CLASS_ROLES, "role"):
        if classes := table.texts(role):
            found[role] = classes
            _check_classes(table, role)
    return found


def _check_classes(table: Table, role: str) -> None:
    for index, text in enumerate(table.raw(role)):
        module, _, name = text.partition(":") if isinstance(text, str) else ("?", "", "?")
        if not module or not name or ":" in name:
            example = "shop.domain.**:Ticket"
            table.wrong_element(role, index, f"{text!r} names no class; write it as {example!r}")


def read_controllers(settings: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the decorators and the base classes that make handlers."""
    table = settings.table("controllers")
    if table is None:
        return (), ()
    decorators = table.texts("decorators") or ()
    bases = table.texts("bases") or ()
    for key, names in (("decorators", decorators), ("bases", bases)):
        for index, name in enumerate(names):
            if not all(part.isidentifier() for part in name.split(".")):
                table.wrong_element(key, index, f"{name!r} is not a dotted name")
    table.close()
    return decorators, bases
