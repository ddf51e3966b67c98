"""A program with clean layers, into which one way of knowing an outer name is planted at a time."""

from collections.abc import Mapping
from textwrap import dedent

from archlint.assembly import audit_sources
from archlint.model.finding import Finding

SETTINGS = """
[[layers]]
name = "domain"
role = "domain"
modules = ["app.domain"]

[[layers]]
name = "use cases"
role = "application"
modules = ["app.use_cases"]

[[layers]]
name = "adapters"
role = "adapters"
modules = ["app.adapters"]

[[layers]]
name = "wiring"
role = "composition"
modules = ["app.main"]

[[layers]]
name = "web"
role = "controllers"
ring = 2
modules = ["app.web"]

[[layers]]
name = "desk"
role = "infrastructure"
modules = ["app.desk"]
"""

PROGRAM = {
    "app/__init__.py": "",
    "app/domain/__init__.py": "",
    "app/domain/order.py": "class Order: ...\n",
    "app/domain/ports.py": """
        from typing import Protocol
        class Courier(Protocol): ...
    """,
    "app/use_cases/__init__.py": "",
    "app/adapters/__init__.py": "",
    "app/adapters/db.py": "class Session: ...\nclass Row: ...\ndef connect(): ...\n",
    "app/adapters/mail.py": "def send(): ...\n",
    "app/adapters/billing/__init__.py": "",
    "app/adapters/billing/models.py": "class Invoice: ...\n",
    "app/adapters/tasks.py": "def remind(): ...\n",
    "app/desk/form.py": "class Form: ...\n",
    "app/main.py": "",
    "app/web/__init__.py": "",
    "app/tools.py": "",
}

FAMILY = ("outward-", "framework-import", "unreadable-source", "sideways-import")


def found(files: Mapping[str, str]) -> list[Finding]:
    """Return what the dependency rules find in the program with some files replaced or added."""
    program = {path: dedent(text).lstrip("\n") for path, text in {**PROGRAM, **files}.items()}
    audit = audit_sources(program, SETTINGS)
    return [finding for finding in audit.findings if finding.rule.startswith(FAMILY)]


def told(files: Mapping[str, str]) -> list[str]:
    """Tell the findings short: rule, place and target."""
    return [f"{f.rule} {f.place.path}:{f.place.line} {f.target}" for f in found(files)]
