"""The frameworks whose programs are cases are pinned, each in one place."""

from tests.frameworks.environments import HERE
from tests.frameworks.programs import programs


def test_every_framework_is_pinned() -> None:
    for file in HERE.glob("requirements*.txt"):
        lines = file.read_text(encoding="utf-8").splitlines()

        assert [line for line in lines if "==" not in line] == []
        assert lines == sorted(lines)


def test_an_environment_of_its_own_belongs_to_a_page() -> None:
    pages = {program.page for program in programs([])}

    own = {file.stem.removeprefix("requirements-") for file in HERE.glob("requirements-*.txt")}
    assert own <= pages


def test_every_page_has_handlers_and_what_only_looks_like_them() -> None:
    sections: dict[str, set[str]] = {}
    for program in programs([]):
        sections.setdefault(program.page, set()).add(program.example.section)

    assert {page for page, found in sections.items() if found != {"Breaks", "Keeps"}} == set()


def test_what_only_looks_like_a_handler_is_as_fat_as_one() -> None:
    kept = [program for program in programs([]) if program.example.section == "Keeps"]

    tame = [p for p in kept if not any("cancelled" in text for text in p.example.files.values())]
    assert tame == []
