"""The subjects: public packages, pinned, with layers that are checked by every tool alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Subject:
    """A package from the index; `layers` are its layers, innermost first, each with modules.

    `changes` is a file of it that is edited to see what one change costs.
    """

    requirement: str
    package: str
    layers: tuple[tuple[str, tuple[str, ...]], ...]
    changes: str

    def write_settings(self, folder: Path) -> None:
        """Write the layers down for archlint and for import-linter."""
        (folder / "archlint.toml").write_text("".join(self._archlint()))
        (folder / ".importlinter").write_text("".join(self._import_linter()))

    def modules(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each layer with each of its modules."""
        for name, _ in self.layers:
            for module in self.full_names(name):
                yield name, module

    def full_names(self, layer: str) -> list[str]:
        """Return the dotted names of the modules of a layer."""
        return [f"{self.package}.{module}" for module in dict(self.layers)[layer]]

    def _archlint(self) -> Iterator[str]:
        yield 'source-roots = ["."]\n'
        for name, _ in self.layers:
            yield f'\n[[layers]]\nname = "{name}"\nrole = "{name}"\n'
            yield f"modules = {self.full_names(name)}\n"

    def _import_linter(self) -> Iterator[str]:
        yield f"[importlinter]\nroot_package = {self.package}\n"
        yield "\n[importlinter:contract:layers]\nname = layers\ntype = layers\nlayers =\n"
        for name, _ in reversed(self.layers):
            yield f"    {' : '.join(self.full_names(name))}\n"


SUBJECTS = (
    Subject(
        "Django==5.2",
        "django",
        (
            ("domain", ("utils", "dispatch")),
            ("application", ("core", "forms", "template", "conf", "apps", "urls")),
            ("persistence", ("db",)),
            (
                "adapters",
                ("contrib", "views", "http", "middleware", "templatetags", "shortcuts", "test"),
            ),
        ),
        "django/db/models/query.py",
    ),
    Subject(
        "SQLAlchemy==2.0.40",
        "sqlalchemy",
        (
            ("domain", ("util", "exc")),
            ("application", ("sql", "engine", "event")),
            ("persistence", ("orm",)),
            ("adapters", ("ext", "dialects")),
        ),
        "sqlalchemy/orm/session.py",
    ),
    Subject(
        "apache-airflow-core==3.1.0",
        "airflow",
        (
            ("domain", ("utils", "exceptions")),
            ("application", ("models", "jobs")),
            ("adapters", ("api_fastapi", "cli")),
        ),
        "airflow/models/dagrun.py",
    ),
    Subject(
        "homeassistant==2025.1.4",
        "homeassistant",
        (
            ("domain", ("util", "const", "exceptions")),
            ("application", ("core", "helpers", "auth", "config_entries")),
            ("adapters", ("components",)),
        ),
        "homeassistant/components/sun/sensor.py",
    ),
)
