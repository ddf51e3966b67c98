"""The steps of action.yml that are shell scripts, run as a runner of GitHub runs them."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parents[1] / "action.yml"
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


@dataclass(frozen=True, slots=True)
class Runner:
    """A machine of GitHub: its folder of things that pass, and the workspace of the job."""

    temp: Path
    workspace: Path

    def environment(self) -> dict[str, str]:
        """Return what a runner tells a step beside the environment of the machine."""
        return {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(FILE.parent),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temp),
            "CI": "true",
        }

    def run(self, name: str, expressions: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run the step of that name; `expressions` says what those of GitHub stand for."""
        step = steps()[name]
        known = {**_defaults(), **expressions}
        told = {key: _filled(str(value), known) for key, value in step["env"].items()}
        script = self.temp / f"{name}.sh"
        script.write_text(step["run"], encoding="utf-8")
        return subprocess.run(  # noqa: S603 - our own script
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],  # noqa: S607
            cwd=self.workspace / _filled(step.get("working-directory", "."), known),
            env={**os.environ, **self.environment(), **told},
            capture_output=True,
            check=False,
            text=True,
        )

    def outputs(self) -> dict[str, str]:
        """Return what the steps left for those after them."""
        file = self.temp / "output"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        return dict(line.split("=", 1) for line in lines)


def action() -> Any:  # noqa: ANN401 - what YAML holds is the schema's matter
    """Return the action."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def steps() -> dict[str, Any]:
    """Return the steps that have a name, by it."""
    return {step["id"]: step for step in action()["runs"]["steps"] if "id" in step}


def _defaults() -> dict[str, str]:
    return {f"inputs.{name}": said["default"] for name, said in action()["inputs"].items()}


def _filled(text: str, known: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: known[found[1]], text)
