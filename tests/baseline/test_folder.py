"""The files of a baseline: what is written, and what is read without trust."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from archlint.baseline.folder import PLACE, Folder
from archlint.baseline.reading import LARGEST
from archlint.model.baseline.entries import Entry

RULES = {"outward-import": "", "anemic-entity": ""}
ENTRY = Entry(
    rule="outward-import",
    path="shop/domain/order.py",
    module="shop.domain.order",
    target="shop.adapters.db.Session",
)
NAME = f"{PLACE}/outward-import/{ENTRY.identity}.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    kept = Folder(tmp_path / PLACE, PLACE)
    kept.add([ENTRY])
    return kept


def file(folder: Folder, entry: Entry = ENTRY) -> Path:
    return folder.path / entry.rule / f"{entry.identity}.toml"


def faults(folder: Folder) -> list[str]:
    accepted = folder.read(RULES)
    assert accepted.entries == ()
    return [str(fault) for fault in accepted.faults]


def test_what_is_written_is_read(folder: Folder) -> None:
    odd = Entry(
        rule="anemic-entity",
        path='shop/"a"\\b\x7f\t.py',
        module="shop.domain.größe",
        symbol="Größe",
        reason="one\ntwo # three",
        owner="team 'x'",
        until=date(2027, 3, 1),
    )
    folder.add([odd])

    accepted = folder.read(RULES)

    assert accepted.faults == ()
    assert [replace(entry, place=None) for entry in accepted.entries] == [odd, ENTRY]


def test_a_finding_of_no_module_has_an_entry_all_the_same(folder: Folder) -> None:
    folder.add([Entry(rule="anemic-entity", path="archlint.toml", module="", target="sales")])

    assert len(folder.read(RULES).entries) == 2


def test_it_is_written_alike_by_everybody(folder: Folder) -> None:
    assert file(folder).read_bytes().decode().splitlines()[:5] == [
        'rule = "outward-import"',
        'path = "shop/domain/order.py"',
        'module = "shop.domain.order"',
        'target = "shop.adapters.db.Session"',
        "# What follows keeps git from taking one entry for another that was renamed.",
    ]


def test_an_entry_that_is_there_stays_as_it_is(folder: Folder) -> None:
    folder.add([replace(ENTRY, reason="another one")])

    assert folder.read(RULES).entries[0].reason == ""


def test_lines_may_end_as_windows_ends_them(folder: Folder) -> None:
    file(folder).write_bytes(file(folder).read_bytes().replace(b"\n", b"\r\n"))

    assert folder.read(RULES).faults == ()


def test_other_files_are_nobodys_business(folder: Folder) -> None:
    (folder.path / "README.md").write_text("why")
    (folder.path / ".gitattributes").write_text("*.toml linguist-generated")
    (folder.path / "outward-import" / ".a.part").write_text("half of one")

    assert len(folder.read(RULES).entries) == 1
    assert folder.read(RULES).faults == ()


def test_nothing_is_left_of_a_baseline_without_entries(folder: Folder) -> None:
    folder.remove([ENTRY])

    assert not folder.exists


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("rule =", "rule ==", "1: it is no TOML: "),
        ('module = "shop.domain.order"', "module = 3", "3:1: module is not a text"),
        ("target =", "tagret =", "4:1: unknown key 'tagret'; did you mean 'target'?"),
        ('path = "shop/domain/order.py"\n', "", "1:1: path is missing"),
        ('target = "', 'until = "', "4:1: until is no date; write until = 2027-03-01"),
        ('"outward-import"', '"outward-imprt"', "did you mean 'outward-import'?"),
        ("shop.domain.order", "shop.domain.basket", "1:1: its name is not the one of its content"),
        ('"outward-import"', '"anemic-entity"', "it speaks of anemic-entity, and lies in outward"),
    ],
)
def test_a_file_that_is_no_entry_is_told(
    folder: Folder, before: str, after: str, fault: str
) -> None:
    text = file(folder).read_text()
    file(folder).write_text(text.replace(before, after, 1))

    (told,) = faults(folder)

    assert told.startswith(NAME + ":")
    assert fault in told


def test_a_file_that_is_not_text_is_told(folder: Folder) -> None:
    file(folder).write_bytes(b'rule = "x"\n# \xff\n')

    assert faults(folder) == [f"{NAME}:2:1: it is not UTF-8"]


def test_a_huge_file_is_told(folder: Folder) -> None:
    file(folder).write_bytes(file(folder).read_bytes() + b"#" * LARGEST)

    assert faults(folder) == [f"{NAME}:1:1: it is larger than any entry: more than 64 KB"]


def test_a_link_is_told(folder: Folder) -> None:
    elsewhere = file(folder).rename(folder.path.parent / "elsewhere.toml")
    file(folder).symlink_to(elsewhere)

    assert faults(folder) == [f"{NAME}:1:1: it is a link, which an entry must not be"]


def test_a_folder_called_like_an_entry_is_told(folder: Folder) -> None:
    file(folder).unlink()
    file(folder).mkdir()

    assert len(faults(folder)) == 1


def test_an_entry_in_no_folder_of_a_rule_is_told(folder: Folder) -> None:
    file(folder).rename(folder.path / "astray.toml")

    assert faults(folder) == [f"{PLACE}/astray.toml:1:1: it lies in no folder of a rule"]


def test_a_folder_that_is_a_link_is_told(folder: Folder) -> None:
    elsewhere = (folder.path / "outward-import").rename(folder.path.parent / "elsewhere")
    (folder.path / "outward-import").symlink_to(elsewhere)

    assert faults(folder) == [
        f"{PLACE}/outward-import:1:1: it is a link, which nothing in a baseline may be"
    ]
