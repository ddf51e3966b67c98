"""How circles are told: once, by their shortest way round, with what to cut."""

from archlint.assembly import audit_sources
from archlint.model.finding import Finding, Severity

SETTINGS = '[[layers]]\nname = "blue"\nmodules = ["blue"]\n'
SOFT = f"{SETTINGS}\n[rules.import-cycle]\nsoft = true\n"

PAIR = {
    "blue/a.py": "from blue.b import one\n",
    "blue/b.py": "from blue.a import two, three\n",
}
RING = {
    "blue/a.py": "from blue.b import one\nfrom blue.c import six\n",
    "blue/b.py": "from blue.c import two, three\n",
    "blue/c.py": "from blue.a import four, five\n",
}


def circles(files: dict[str, str], settings: str = SETTINGS) -> list[Finding]:
    found = audit_sources(files, settings).findings
    return [finding for finding in found if finding.rule == "import-cycle"]


def circle(files: dict[str, str], settings: str = SETTINGS) -> Finding:
    [found] = circles(files, settings)
    return found


def test_no_circle_is_told_for_imports_that_lead_one_way() -> None:
    assert circles({"blue/a.py": "from blue.b import one", "blue/b.py": ""}) == []


def test_the_order_of_files_does_not_matter() -> None:
    assert circles(RING) == circles(dict(reversed(RING.items())))


def test_a_circle_stands_at_the_first_import_to_cut() -> None:
    found = circle(PAIR)

    assert str(found.place) == "blue/a.py:1:1"
    assert found.severity is Severity.WARNING


def test_the_chain_leads_round_import_by_import() -> None:
    found = circle(PAIR)

    assert [(hop.path, hop.line) for hop in found.chain] == [
        ("blue/a.py", 1),
        ("blue/b.py", 1),
        ("blue/a.py", 1),
    ]


def test_a_larger_circle_is_told_by_its_shortest_way() -> None:
    found = circle(RING)

    assert found.message == (
        "3 modules import one another in a circle, the shortest blue.c -> blue.a -> blue.c; "
        "1 of 4 imports to cut"
    )


def test_the_way_round_many_modules_is_not_told_to_the_end() -> None:
    names = [f"m{number}" for number in range(9)]
    files = {
        f"blue/{name}.py": f"import blue.{names[number - 1]}\n" for number, name in enumerate(names)
    }

    assert "blue.m6 -> blue.m5 -> 3 more -> blue.m1;" in circle(files).message


def test_the_further_imports_to_cut_are_evidence() -> None:
    files = {**PAIR, "blue/a.py": "import blue.b\nfrom blue.b import x\n"}
    files["blue/b.py"] = "import blue.a\nfrom blue.a import two, three\n"

    found = circle(files)

    assert found.message.endswith("; 2 of 4 imports to cut, no fewer will do")
    assert [(proof.path, proof.line) for proof in found.evidence] == [("blue/a.py", 2)]


def test_the_help_names_what_the_one_needs_of_the_other() -> None:
    files = {**PAIR, "blue/b.py": "class one: ...\nfrom blue.a import two, three\n"}

    assert circle(files).help == (
        "let blue.a do without blue.b: move one to where both may know it, or pass it in"
    )


def test_a_circle_stays_the_same_finding_when_another_import_is_to_be_cut() -> None:
    more = {**PAIR, "blue/a.py": "from blue.b import one\nfrom blue.b import four\n"}

    assert circle(more).place.path == "blue/b.py"
    assert circle(more).identity == circle(PAIR).identity


def test_a_circle_stays_the_same_finding_when_others_join_it() -> None:
    more = {
        **PAIR,
        "blue/c.py": "from blue.a import two\n",
        "blue/b.py": "from blue.a import two\nimport blue.c\n",
    }

    assert circle(more).identity == circle(PAIR).identity


def test_a_circle_that_waits_for_a_function_is_told_as_info_when_asked_for() -> None:
    lazy = {**PAIR, "blue/a.py": "def f():\n    from blue.b import one\n"}

    assert circles(lazy) == []
    assert circle(lazy, SOFT).severity is Severity.INFO


def test_a_circle_that_runs_on_loading_is_not_told_twice_when_soft_ones_are() -> None:
    lazy = {**PAIR, "blue/c.py": "def f():\n    from blue.b import one\n"}

    assert circles(lazy, SOFT) == circles(lazy)
