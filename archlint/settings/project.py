"""Everything that a project's settings say, parsed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.patterns import Pattern
from archlint.model.catalog import Catalog
from archlint.model.finding import Severity
from archlint.model.place import Place
from archlint.model.rule import OptionValue
from archlint.own_rule import OwnRule
from archlint.settings.styles import Style


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What the settings say of one rule."""

    severity: Severity | None = None
    options: Mapping[str, OptionValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """The settings of a project; `file` is None when there are none and the style was inferred.

    `folder` is what all paths are relative to. `source_roots` is None when they are to be found.
    `assumption` says in one line what was inferred, "" where the project says it itself.
    `style` and `says_domain_model` tell what the settings themselves state: an architecture without
    layers waits for `settled` to find them among the modules. `pattern_places` are where the
    settings name the patterns of their layers, by the layer's name. `runs_custom_contracts` allows
    to run code of the project for the contracts that need it. `own_rules` are the rules that do not
    come with archlint, those of the files that the settings name among them.
    """

    folder: Path
    file: Path | None
    architecture: Architecture
    catalog: Catalog
    source_roots: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    tests: tuple[str, ...] = ("tests", "test", "test_*.py", "*_test.py", "conftest.py")
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    assumption: str = ""
    style: Style | None = None
    style_place: Place | None = None
    says_domain_model: bool = False
    runs_custom_contracts: bool = False
    own_rule_files: tuple[str, ...] = ()
    own_rules: tuple[OwnRule, ...] = ()
    pattern_places: Mapping[tuple[str, Pattern], Place] = field(default_factory=dict)
    library_places: Mapping[str, Place] = field(default_factory=dict)
    face_places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
