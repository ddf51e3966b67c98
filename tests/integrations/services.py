"""What GitHub, GitLab and Azure get, judged by the schemas that others keep, and run."""

import re
import shutil
from pathlib import Path

from tests.action_steps import FILE, Runner
from tests.ci_page import snippets
from tests.integrations.workbench import PROJECT, Workbench, expect

SCHEMAS = {
    # The schema of Azure escapes what only lenient readers of patterns know.
    "azure-pipelines.yml": (
        "azure-pipelines",
        "--data-transform=azure-pipelines",
        "--regex-variant=nonunicode",
    ),
    ".gitlab-ci.yml": ("gitlab-ci", "--data-transform=gitlab-ci"),
    ".github/workflows/architecture.yml": ("github-workflows",),
}
FAULTS = {
    "azure-pipelines.yml": ("steps:", "stops:"),
    ".gitlab-ci.yml": ("script:", "skript:"),
    ".github/workflows/architecture.yml": ("runs-on:", "runs-in:"),
}
PYTHON = "steps.python.outputs.python-path || 'python3'"
REFUSED = "Schema validation errors were encountered."
ARCHLINT = "steps.install.outputs.archlint"


def the_action_fits_the_schema_of_github(bench: Workbench, work: Path) -> None:
    schema = "--builtin-schema=vendor.github-actions"
    faulty = _with_fault(FILE, work, ("using: composite", "using: composit"))

    expect(bench.run(work, "check-jsonschema", schema, str(FILE)), 0)
    expect(bench.run(work, "check-jsonschema", schema, str(faulty)), 1, REFUSED)


def the_action_passes_action_validator(bench: Workbench, work: Path) -> None:
    faulty = _with_fault(FILE, work, ("using: composite", "using: composit"))

    expect(bench.run(work, "action-validator", str(FILE)), 0)
    expect(bench.run(work, "action-validator", str(faulty)), 1)


def the_snippets_fit_the_schemas_of_their_services(bench: Workbench, work: Path) -> None:
    for number, snippet in enumerate(each for each in snippets() if each.file in SCHEMAS):
        schema, *more = SCHEMAS[snippet.file]
        command = ("check-jsonschema", f"--builtin-schema=vendor.{schema}", *more)
        good, bad = work / f"{number}.yml", work / f"{number}.bad.yml"
        good.write_text(snippet.text)
        bad.write_text(snippet.text.replace(*FAULTS[snippet.file]))

        expect(bench.run(work, *command, str(good)), 0)
        expect(bench.run(work, *command, str(bad)), 1, REFUSED)


def pre_commit_accepts_the_snippets_and_the_hook(bench: Workbench, work: Path) -> None:
    manifest = str(PROJECT / ".pre-commit-hooks.yaml")
    expect(bench.run(work, "pre-commit", "validate-manifest", manifest), 0)
    for snippet in snippets():
        if snippet.file == ".pre-commit-config.yaml":
            file = work / snippet.file
            file.write_text(snippet.text)
            expect(bench.run(work, "pre-commit", "validate-config", str(file)), 0)


def the_action_installs_archlint_and_judges(bench: Workbench, work: Path) -> None:
    shop = _shop(work)
    runner = Runner(work, work)

    installed = runner.run("install", {PYTHON: "python3"})
    assert installed.returncode == 0, installed.stderr
    known = {ARCHLINT: runner.outputs()["archlint"], "inputs.path": shop.name}
    clean = runner.run("check", known)
    assert clean.returncode == 0, clean.stderr
    (shop / "shop/domain/more.py").write_text("import sqlalchemy\n")
    broken = runner.run("check", {**known, "inputs.sarif": "report.sarif"})

    assert broken.returncode == 1, broken.stderr
    assert (shop / "report.sarif").is_file()
    assert runner.outputs()["sarif"] == "true"
    assert "framework-import" in (work / "summary.md").read_text()
    assert bench.folder.is_dir()


def tox_runs_the_line_of_the_page(bench: Workbench, work: Path) -> None:
    shop = _configured(work, "tox.ini")

    expect(bench.run(shop, "tox", "run", "-e", "architecture"), 0, "No violations: 24 modules")


def nox_runs_the_lines_of_the_page(bench: Workbench, work: Path) -> None:
    shop = _configured(work, "noxfile.py")

    expect(bench.run(shop, "nox", "-s", "architecture"), 0, "No violations: ")


SERVICES = (
    the_action_fits_the_schema_of_github,
    the_action_passes_action_validator,
    the_snippets_fit_the_schemas_of_their_services,
    pre_commit_accepts_the_snippets_and_the_hook,
    the_action_installs_archlint_and_judges,
    tox_runs_the_line_of_the_page,
    nox_runs_the_lines_of_the_page,
)


def _with_fault(file: Path, work: Path, fault: tuple[str, str]) -> Path:
    """Return a copy with a fault, which says whether anybody looks at all."""
    copy = work / file.name
    copy.write_text(re.sub(*fault, file.read_text()))
    return copy


def _shop(work: Path) -> Path:
    ignored = shutil.ignore_patterns(".archlint_cache", "__pycache__")
    return Path(shutil.copytree(PROJECT / "examples" / "shop", work / "shop", ignore=ignored))


def _configured(work: Path, name: str) -> Path:
    shop = _shop(work)
    (snippet,) = (each for each in snippets() if each.file == name)
    (shop / name).write_text(snippet.text)
    return shop
