"""Groups of labels, and which of archlint's rules speak of the same thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """What one family of labels is about.

    Findings of `rules` must hit a violation. Those of `siblings` say the same of another side of
    it: they count where they hit one, and are no mistake where they do not, since the labels of
    this group were not made for them.
    """

    name: str
    violation: str
    clean: str
    rules: frozenset[str]
    siblings: frozenset[str]


GROUPS = (
    Group(
        name="dependency rule",
        violation="dependency-rule",
        clean="ok",
        rules=frozenset(
            {"outward-import", "outward-type-import", "outward-dynamic-import", "outward-reexport"}
        ),
        siblings=frozenset({"outward-chain", "concrete-dependency", "context-intrusion"}),
    ),
    Group(
        name="framework coupling",
        violation="framework-in-domain",
        clean="no-framework",
        rules=frozenset({"framework-import"}),
        siblings=frozenset(
            {"framework-base", "framework-in-signature", "framework-exception", "framework-chain",
             "denied-library", "entity-is-table"}
        ),
    ),
    Group(
        name="anemic entities",
        violation="anemic-entity",
        clean="not-anemic",
        rules=frozenset({"anemic-entity", "data-only-entity"}),
        siblings=frozenset({"outside-mutation"}),
    ),
    Group(
        name="fat controllers",
        violation="fat-controller",
        clean="thin-controller",
        rules=frozenset({"fat-controller"}),
        siblings=frozenset(
            {"oversized-controller", "controller-persistence", "controller-transaction",
             "controller-skips-use-case"}
        ),
    ),
    Group(
        name="mapper leaks",
        violation="orm-leak",
        clean="no-orm-leak",
        rules=frozenset({"orm-leak", "orm-in-port", "lazy-query-leak"}),
        siblings=frozenset(
            {"orm-in-core", "orm-in-api", "framework-in-signature", "entity-is-table"}
        ),
    ),
)  # fmt: skip
