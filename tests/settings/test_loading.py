from pathlib import Path

import pytest

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Role
from archlint.model.architecture.patterns import Pattern, Subject
from archlint.model.catalog import Policy
from archlint.model.finding import Severity
from archlint.model.place import Place
from archlint.model.rule import Rule
from archlint.settings.loading import find, load, parse
from archlint.settings.mistakes import SettingsError
from archlint.settings.project import ProjectSettings
from archlint.settings.styles import Style

RULES = {
    rule.name: rule
    for rule in (
        Rule("outward-import", "", Severity.ERROR),
        Rule(
            "fat-controller",
            "",
            Severity.ERROR,
            options={
                "statements": 30,
                "share": 0.5,
                "strict": False,
                "unit": "lines",
                "ignored": ("log",),
            },
        ),
    )
}
FILE = Path("archlint.toml")


def parsed(text: str) -> ProjectSettings:
    return parse(text, FILE, RULES)


def told(text: str, file: Path = FILE) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        parse(text, file, RULES)
    return str(caught.value).split("\n")


LAYER = '[[layers]]\nname = "domain"\nmodules = ["shop.domain"]\n'


def test_an_empty_file_is_no_mistake() -> None:
    settings = parsed("")

    assert settings.architecture.layers == ()
    assert settings.source_roots is None
    assert settings.tests == ("tests", "test", "test_*.py", "*_test.py", "conftest.py")


def test_other_tables_of_a_pyproject_are_not_ours() -> None:
    settings = parse('[project]\nname = "x"\n[tool.ruff]\nx = 1\n', Path("pyproject.toml"), RULES)

    assert settings.rules == {}


def test_a_byte_order_mark_and_windows_line_ends_are_read_over() -> None:
    settings = parsed('\ufeffstyle = "clean"\r\nexclude = ["a"]\r\n')

    assert settings.style is Style.CLEAN


def test_every_plain_key_is_read() -> None:
    settings = parsed(
        'style = "onion"\ndomain-model = "functional"\nsource-roots = ["src"]\n'
        'exclude = ["gen/**"]\ntests = ["specs"]\n'
    )

    assert settings.style is Style.ONION
    assert settings.style_place == Place("archlint.toml", 1, 9)
    assert settings.architecture.domain_model is DomainModel.FUNCTIONAL
    assert settings.source_roots == ("src",)
    assert settings.exclude == ("gen/**",)
    assert settings.tests == ("specs",)


def test_django_means_active_record_unless_the_settings_say_otherwise() -> None:
    usual = parsed('style = "django"')
    stated = parsed('style = "django"\ndomain-model = "rich"')

    assert usual.architecture.domain_model is DomainModel.ACTIVE_RECORD
    assert stated.architecture.domain_model is DomainModel.RICH


def test_a_layer_is_read_whole() -> None:
    settings = parsed(
        '[[layers]]\nname = "core"\nrole = "domain"\nring = 2\nbecause = "docs/adr/7.md"\n'
        'modules = ["shop.{context}.core"]\npaths = ["services/*/core/**"]\n'
    )

    (layer,) = settings.architecture.layers
    assert (layer.name, layer.ring, layer.role) == ("core", 2, Role.DOMAIN)
    assert layer.patterns == (
        Pattern("shop.{context}.core"),
        Pattern("services/*/core/**", Subject.PATHS),
    )
    assert layer.because == "docs/adr/7.md"
    assert layer.declared == Place("archlint.toml", 1, 1)
    assert settings.pattern_places["core", layer.patterns[1]] == Place("archlint.toml", 7, 10)


def test_a_ring_left_out_is_one_further_out() -> None:
    text = "".join(f'[[layers]]\nname = "{n}"\nmodules = ["{n}"]\n' for n in ("a", "b", "c"))

    rings = [
        layer.ring for layer in parsed(text.replace('"b"]', '"b"]\nring = 5')).architecture.layers
    ]

    assert rings == [0, 5, 6]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("blue", None),
        ("core", None),
        ("models", None),
        ("domain", Role.DOMAIN),
        ("Entities", Role.DOMAIN),
        ("use cases", Role.APPLICATION),
        ("use-cases", Role.APPLICATION),
        ("infra", Role.INFRASTRUCTURE),
        ("main", Role.COMPOSITION),
        ("shared", Role.SHARED),
    ],
)
def test_a_role_left_out_is_taken_from_a_usual_name(name: str, role: Role | None) -> None:
    settings = parsed(f'[[layers]]\nname = "{name}"\nmodules = ["x"]\n')

    assert settings.architecture.layers[0].role is role


def test_rules_are_read_with_their_options() -> None:
    settings = parsed(
        '[rules.fat-controller]\nseverity = "off"\nstatements = 20\nshare = 1\n'
        'strict = true\nunit = "x"\nignored = []\n'
    )

    rule = settings.rules["fat-controller"]
    assert rule.severity is Severity.OFF
    assert rule.options == {
        "statements": 20,
        "share": 1.0,
        "strict": True,
        "unit": "x",
        "ignored": (),
    }


def test_libraries_may_be_written_with_dotted_keys() -> None:
    settings = parsed('[libraries]\npydantic = "deny"\ngoogle.cloud = "allow"\norm = "warn"\n')

    assert settings.catalog.overrides == {
        "pydantic": Policy.DENY,
        "google.cloud": Policy.ALLOW,
        "orm": Policy.WARN,
    }


def test_roles_and_controllers_are_read() -> None:
    settings = parsed(
        '[roles]\nentity = ["shop.domain.**:Ticket"]\n'
        '[controllers]\ndecorators = ["shop.web.get"]\n'
    )

    assert settings.architecture.roles == {"entity": ("shop.domain.**:Ticket",)}
    assert settings.architecture.controller_decorators == ("shop.web.get",)
    assert settings.architecture.controller_bases == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = [1,\n", "archlint.toml:2:1: Invalid value"),
        ('sytle = "clean"', "archlint.toml:1:1: unknown key 'sytle'; did you mean 'style'?"),
        ('\n\nstyle = "cleam"', "archlint.toml:3:9: unknown style 'cleam'; did you mean 'clean'?"),
        ("style = 3", "archlint.toml:1:9: style is 3, not one of clean, hexagonal"),
        ('exclude = "a"', "archlint.toml:1:11: exclude is 'a', not a list of texts; write [\"a\"]"),
        ('exclude = ["a", 1]', "archlint.toml:1:17: 1 in exclude is not a text"),
        ("layers = 1", "archlint.toml:1:10: layers is 1, not tables; write [[layers]]"),
        ("[layers]\na = 1", "not tables; write [[layers]]"),
        ("[[layers]]\nmodules = ['a']", "archlint.toml:1:1: a layer needs a name"),
        ("[[layers]]\nname = 'a'", "archlint.toml:1:1: a layer needs modules or paths"),
        ("[[layers]]\nname = 'a'\nmodules = []", "a layer needs modules or paths"),
        (LAYER + LAYER, "archlint.toml:5:8: a layer named 'domain' stands above already"),
        (LAYER + "ring = -1", "archlint.toml:4:8: ring is -1, not a whole number from 0 up"),
        (LAYER + "ring = true", "ring is true, not a whole number"),
        (LAYER + 'role = "domian"', "unknown role 'domian'; did you mean 'domain'?"),
        (LAYER + 'paths = [""]', "archlint.toml:4:10: this pattern is empty"),
        (LAYER + 'paths = ["{context}/{context}"]', "captures {context} more than once"),
        (LAYER + 'paths = ["{tenant}/a"]', "{tenant} in the pattern"),
        (LAYER + 'paths = ["x{context}/a"]', "is not a whole segment"),
        (LAYER + 'paths = ["/abs"]', "is not a path relative to this file"),
        (LAYER + 'paths = ["../a"]', "is not a path relative to this file"),
        (LAYER + "paths = ['a\\b']", "paths are written with forward slashes"),
        (LAYER.replace("shop.domain", "shop/domain"), "write it under paths"),
        (LAYER.replace("shop.domain", "shop..domain"), "is not a dotted module name"),
        (LAYER.replace("shop.domain", "shop.domain "), "is not a dotted module name"),
        (LAYER + "because = ''", "archlint.toml:4:11: because is empty"),
        (LAYER + "indepedent = true", "archlint.toml:4:1: unknown key 'indepedent'"),
        (
            "[context]\nindependent = true",
            "archlint.toml:1:2: unknown key 'context'; did you mean 'contexts'?",
        ),
        ("[rules.fat-controler]", "archlint.toml:1:8: unknown rule 'fat-controler'; did you mean"),
        ('[rules]\nfat-controller = "off"', "fat-controller is 'off', not a table"),
        ("[rules.fat-controller]\nseverity = 'err'", "unknown severity 'err'"),
        ("[rules.fat-controller]\nstatments = 3", "did you mean 'statements'?"),
        (
            "[rules.fat-controller]\nstatements = '3'",
            ":2:14: statements is '3', not a whole number",
        ),
        ("[rules.fat-controller]\nstatements = true", "statements is true, not a whole number"),
        ("[rules.fat-controller]\nstatements = 2.5", "statements is 2.5, not a whole number"),
        ("[rules.fat-controller]\nshare = 'a'", "share is 'a', not a number"),
        ("[rules.fat-controller]\nstrict = 1", "strict is 1, not true or false"),
        ("[rules.fat-controller]\nignored = 'log'", "ignored is 'log', not a list"),
        ("[libraries]\npydantic = 'no'", ":2:12: unknown policy 'no'"),
        ("[roles]\nentitty = ['a:B']", "unknown role 'entitty'; did you mean 'entity'?"),
        ("[roles]\nentity = ['a.B']", ":2:11: 'a.B' names no class"),
        ("[controllers]\ndecorators = ['@get']", "'@get' is not a dotted name"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, message: str) -> None:
    (line,) = told(text)

    assert message in line


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    lines = told('sytle = "x"\nexclude = 1\n[[layers]]\nrol = "domain"\n')

    assert [line.split(":")[1] for line in lines] == ["1", "2", "3", "3", "4"]


def test_places_in_a_pyproject_are_those_of_our_table() -> None:
    text = '[project]\nname = "x"\n\n[tool.archlint]\nstyle = "clear"\n'

    assert told(text, Path("pyproject.toml")) == [
        "pyproject.toml:5:9: unknown style 'clear'; did you mean 'clean'?"
    ]


def test_a_table_of_ours_that_is_no_table_is_told() -> None:
    assert "archlint is 3, not a table" in told("tool.archlint = 3", Path("pyproject.toml"))[0]


def test_a_source_root_must_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    file = tmp_path / "archlint.toml"
    file.write_text('source-roots = ["src", "scr"]\n')

    with pytest.raises(SettingsError, match=r":1:24: 'scr' is not a folder"):
        load(file, RULES)


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    file = tmp_path / "archlint.toml"
    file.write_bytes(b'style = "clean"\n# \xe4\n')

    with pytest.raises(SettingsError, match=":2:1: is not UTF-8"):
        load(file, RULES)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path / "archlint.toml", RULES)


def test_a_pyproject_that_does_not_speak_of_us_is_passed_by(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\ndependencies = ["archlint"]\n')
    (tmp_path / "pyproject.toml").write_text("[tool.archlint]\n")

    assert find(inner) == tmp_path / "pyproject.toml"


def test_the_nearest_folder_wins_and_in_it_our_own_file(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    for folder in (tmp_path, inner):
        (folder / "archlint.toml").write_text("")
        (folder / "pyproject.toml").write_text("[tool.archlint]\n")

    assert find(inner) == inner / "archlint.toml"


def test_a_broken_pyproject_that_names_us_is_found_so_that_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.archlint]\nstyle = \n")

    assert find(tmp_path) == tmp_path / "pyproject.toml"
