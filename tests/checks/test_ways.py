"""Every way in which an inner module can know an outer name is told once, where it stands."""

import pytest

from archlint.model.finding import Severity
from tests.checks.ways import found, told

HERE = "app/domain/here.py"
OTHER = "app/domain/other.py"
INIT = "app/domain/__init__.py"

CLEAN = {
    "a neighbour": "from app.domain.order import Order\nOrder()",
    "a relative neighbour": "from .order import Order\nOrder()",
    "an inner port for type checkers": """
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from app.domain.ports import Courier
        def ship(courier: "Courier"): ...
    """,
    "a quoted inner type": "def f(order: 'app.domain.order.Order'): ...",
    "a text that looks like a type": "HOME = 'app.adapters.db.Session'",
    "a docstring": '"""See app.adapters.db.Session."""',
    "a literal": """
        from typing import Literal
        def f(kind: Literal["app.adapters.db"]): ...
    """,
    "a nested literal": """
        import typing as t
        def f(kind: t.Optional[t.Literal["app.adapters.db", "x"]]): ...
    """,
    "what Annotated adds": """
        from typing import Annotated
        def f(kind: Annotated[str, "app.adapters.db"]): ...
    """,
    "a key of a dictionary": "PLACES = {'app.adapters.db': 1}",
    "a default": "def f(home: str = 'app.adapters.db'): ...",
    "an argument of any call": "print('app.adapters.db')",
    "the package, for the sake of its inner part": """
        import app
        def f():
            return app.domain.order.Order()
    """,
    "an inner submodule, imported by its own name": """
        import app.domain.order
        app.domain.order.Order()
    """,
    "a parameter named like the package": """
        import app
        def f(app):
            return app.adapters.db.connect()
    """,
    "a local variable named like the package": """
        import app
        def f():
            app = make()
            return app.adapters.db.connect()
    """,
    "a loop variable named like the package": """
        import app
        def f(apps):
            for app in apps:
                app.adapters.db.connect()
    """,
    "a variable of a comprehension named like the package": """
        import app
        def f(apps):
            return [app.adapters.db for app in apps]
    """,
    "a variable of a lambda named like the package": """
        import app
        f = lambda app: app.adapters.db
    """,
    "an attribute of a class named like the package": """
        import app
        class A:
            app = object()
            home = app.adapters.db
    """,
    "what a with statement names like the package": """
        import app
        def f(opened):
            with opened as app:
                app.adapters.db.connect()
    """,
    "an exception named like the package": """
        import app
        def f():
            try:
                g()
            except ValueError as app:
                app.adapters.db.connect()
    """,
    "a captured pattern named like the package": """
        import app
        def f(x):
            match x:
                case [app]:
                    app.adapters.db.connect()
    """,
    "a package that is deleted": """
        import app
        del app
        app.adapters.db.connect()
    """,
    "a name that nothing binds": "app.adapters.db.connect()",
    "an attribute of something else": """
        import app
        def f(self):
            return self.app.adapters.db.connect()
    """,
    "a foot that runs as a script": """
        import app
        if __name__ == "__main__":
            from app.adapters.db import Session
            app.adapters.db.connect()
    """,
    "a neighbour by name": """
        from importlib import import_module
        import_module("app.domain.order")
    """,
    "a module by a name that is not known": """
        from importlib import import_module
        def f(kind):
            import_module(kind)
            import_module(f"app.{kind}")
            import_module("app." + kind)
    """,
    "a model that no application has": """
        from django.apps import apps
        apps.get_model("shipping", "Parcel")
        apps.get_model("billing", "Parcel")
    """,
    "a model of the method's own making": """
        class A:
            def f(self):
                self.get_model("billing", "Invoice")
    """,
    "a model as a migration knows it": """
        from django.db import migrations
        def forward(apps, editor):
            apps.get_model("billing", "Invoice")
        class Migration(migrations.Migration):
            operations = [migrations.RunPython(forward)]
    """,
    "a relation to the class itself": """
        from sqlalchemy.orm import relationship
        x = relationship("self")
    """,
    "a relation of a class of one's own": """
        from app.domain.order import relationship
        x = relationship("Invoice")
    """,
    "a column, which is no model": """
        from sqlalchemy import ForeignKey
        x = ForeignKey("billing.id")
    """,
    "a task that nobody has": "from celery import current_app\ncurrent_app.send_task('gone.away')",
    "a patch": "from unittest.mock import patch\npatch('app.adapters.db.Session')",
    "a module in no layer": "from app import tools\ntools",
    "a cast of another kind": """
        from sqlalchemy import cast
        cast("app.adapters.db.Row", 1)
    """,
    "a package beside an outer one": "import app.domain as d\nd.order.Order()",
    "a neighbour, joined": """
        from importlib import import_module
        import_module(".".join(["app", "domain", "order"]))
    """,
    "parts that are not known": """
        from importlib import import_module
        def f(part, parts):
            import_module(".".join(parts))
            import_module(".".join(["app", part, "db"]))
            import_module(".".join([*parts, "app.adapters.db"]))
            import_module("%s.adapters.db" % part)
            import_module("app.%s.db" % part)
            import_module("%(a)s.db" % {"b": "app.adapters"})
            import_module("app.{}.db".format(part))
            import_module("app.{0}.db".format(*parts))
            import_module("app.{part!r}.db".format(part="adapters"))
            import_module("{".format("app.adapters.db"))
    """,
    "another function under the name of a loader": """
        import importlib
        load = importlib.invalidate_caches
        load("app.adapters.db")
    """,
    "a loader that may be another one": """
        import importlib
        load = importlib.import_module
        load = print
        load("app.adapters.db")
    """,
    "a parameter named like a loader": """
        import importlib
        load = importlib.import_module
        def f(load):
            load("app.adapters.db")
    """,
    "a loader of another function": """
        import importlib
        def f():
            load = importlib.import_module
        def g():
            load("app.adapters.db")
    """,
    "a neighbour that is loaded already": "import sys\nsys.modules['app.domain.order']",
    "the module itself": "import sys\nsys.modules[__name__].x = 1",
    "a name that is looked for": "import sys\nloaded = 'app.adapters.db' in sys.modules",
    "a name that is planted": "import sys\nsys.modules['app.adapters.db'] = None",
    "modules of something else": """
        import ours
        ours.modules["app.adapters.db"]
        ours.modules.get("app.adapters.db")
    """,
    "routes of a neighbour": "from django.urls import include\ninclude('app.domain.order')",
    "routes in a list": """
        from django.urls import include
        include([])
        include(([], "app.adapters.db"))
    """,
    "another include": "from app.domain.order import include\ninclude('app.adapters.db')",
    "a method named include": "from django.urls import path\npath.include('app.adapters.db')",
    "a parameter named like a constant": """
        from importlib import import_module
        HOME = "app.adapters.db"
        def f(HOME):
            import_module(HOME)
    """,
    "a default that may be replaced": """
        from importlib import import_module
        def f(home="app.adapters.db"):
            import_module(home)
    """,
    "a variable that changes": """
        from importlib import import_module
        def f(kind):
            name = "app.adapters.db"
            if kind:
                name = kind
            import_module(name)
        def g(kind):
            name = "app.adapters"
            name += kind
            import_module(name)
        def h(kind):
            for name in kind:
                import_module(name)
            def inner():
                name = "app.adapters.db"
    """,
    "a variable of another function": """
        from importlib import import_module
        def f():
            name = "app.adapters.db"
        def g(name):
            import_module(name)
            def h():
                nonlocal name
                import_module(name)
    """,
    "a name that is made of itself": """
        from importlib import import_module
        def f():
            name = "app.adapters." + name
            other = third
            third = other
            import_module(other)
    """,
    "an attribute that is not known": """
        import app
        def f(name):
            getattr(app, name)
            getattr(app, "domain").order.Order()
            getattr(app.tools, "adapters", None)
            getattr(name, "adapters")
            hasattr(app, "adapters")
    """,
    "a spec of a neighbour": """
        from importlib.util import find_spec
        find_spec("app.domain.order")
    """,
    "a spec that something else finds": "def f(finder):\n    finder.find_spec('app.adapters.db')",
    "a neighbour that is run": "import runpy\nrunpy.run_module('app.domain.order')",
    "files beside the module": """
        from importlib.resources import files
        files(__package__)
        files("app.domain")
    """,
    "files of something else": "from app.domain.order import files\nfiles('app.adapters')",
}


@pytest.mark.parametrize("source", CLEAN.values(), ids=CLEAN)
def test_what_is_clean_is_not_told(source: str) -> None:
    assert [each for each in told({HERE: source}) if "framework" not in each] == []


def test_the_composition_root_may_know_everyone() -> None:
    source = "import app\nfrom app.adapters.db import Session\napp.adapters.db.connect()\nSession()"

    assert told({"app/main.py": source}) == []


def test_the_outside_may_name_itself_by_every_way() -> None:
    source = """
        import app
        from importlib import import_module
        def f(s: "app.adapters.db.Session"):
            import_module("app.adapters.db")
            app.adapters.mail.send()
    """

    assert told({"app/adapters/here.py": source}) == []


def test_a_root_package_that_nobody_inside_asks_may_hand_on_what_it_likes() -> None:
    assert told({"app/__init__.py": "from app.adapters.db import Session"}) == []


def test_the_init_of_a_package_is_not_known_by_importing_a_part_of_it() -> None:
    files = {
        "app/__init__.py": "from app.adapters.db import Session",
        HERE: "import app.domain.order",
    }

    assert told(files) == []


def test_a_package_may_hand_on_what_is_its_own() -> None:
    files = {
        INIT: "from app.domain.order import Order",
        HERE: "from app.domain import Order\nOrder()",
    }

    assert told(files) == []


IMPORTS = {
    "plain": ("from app.adapters.db import Session\nSession()", 1, "db.Session"),
    "under another name": ("import app.adapters.db as store\nstore.connect()", 1, "db"),
    "the whole path": ("import app.adapters.db\napp.adapters.db.connect()", 1, "db"),
    "relative": ("from ..adapters.db import Session\nSession()", 1, "db.Session"),
    "relative, a submodule": ("from ..adapters import db\ndb.connect()", 1, "db"),
    "a star": ("from app.adapters.db import *\nconnect()", 1, "db"),
    "a submodule of its package": ("from app.adapters import mail\nmail.send()", 1, "mail"),
    "never used": ("from app.adapters.db import Session", 1, "db.Session"),
    "in a function": (
        """
        def f():
            from app.adapters.db import connect
            connect()
        """,
        2,
        "db.connect",
    ),
    "in a class": (
        """
        class A:
            from app.adapters.db import connect
        """,
        2,
        "db.connect",
    ),
    "in a try": (
        """
        try:
            from app.adapters.db import connect
        except ImportError:
            connect = None
        """,
        2,
        "db.connect",
    ),
    "in a handler": (
        """
        try:
            import gone
        except ImportError:
            import app.adapters.db as gone
        """,
        4,
        "db",
    ),
    "on a condition": (
        """
        import sys
        if sys.platform == "linux":
            from app.adapters.db import connect
        """,
        3,
        "db.connect",
    ),
    "else of TYPE_CHECKING": (
        """
        import typing as t
        if t.TYPE_CHECKING:
            from app.domain.order import Order
        else:
            from app.adapters.db import Session as Order
        """,
        5,
        "db.Session",
    ),
    "not TYPE_CHECKING": (
        """
        from typing import TYPE_CHECKING
        if not TYPE_CHECKING:
            from app.adapters.db import Session
        """,
        3,
        "db.Session",
    ),
    "TYPE_CHECKING or something": (
        """
        from typing import TYPE_CHECKING
        if TYPE_CHECKING or DEBUG:
            from app.adapters.db import connect
        """,
        3,
        "db.connect",
    ),
    "not run as a script": (
        """
        if __name__ != "__main__":
            from app.adapters.db import connect
        """,
        2,
        "db.connect",
    ),
    "in an annotation and elsewhere": (
        """
        from app.adapters.db import Session
        def f(s: Session):
            assert isinstance(s, Session)
        """,
        1,
        "db.Session",
    ),
    "as a base class": (
        """
        from app.adapters.db import Row
        class Order(Row): ...
        """,
        1,
        "db.Row",
    ),
    "in what Annotated adds": (
        """
        from typing import Annotated
        from app.adapters.db import connect
        def f(x: Annotated[str, connect]): ...
        """,
        2,
        "db.connect",
    ),
    "a module without a file": ("from app.adapters.compiled import run\nrun()", 1, "run"),
    "a folder without an init": ("import app.desk as d\nd.form.Form()", 1, "app.desk"),
    "through the package": (
        """
        import app
        def f():
            return app.adapters.db.connect()
        """,
        3,
        "db.connect",
    ),
    "through the package under another name": (
        """
        import app as a
        a.adapters.db.connect()
        """,
        2,
        "db.connect",
    ),
    "through the package of a neighbour": (
        """
        import app.domain.order
        app.domain.order.Order(app.adapters.db.connect())
        """,
        2,
        "db.connect",
    ),
    "through the package, relative": (
        """
        from ... import app
        app.adapters.db.connect()
        """,
        2,
        "db.connect",
    ),
    "through the package, in a method of a class that shadows it": (
        """
        import app
        class A:
            app = 1
            def f(self):
                return app.adapters.db.connect()
        """,
        5,
        "db.connect",
    ),
    "through the package, into a folder": (
        """
        import app
        app.desk.form.Form()
        """,
        2,
        "form.Form",
    ),
    "as an attribute with a literal name": (
        """
        import app
        getattr(app, "adapters")
        """,
        2,
        "app.adapters",
    ),
    "as an attribute with a literal name, further on": (
        """
        import app
        def f(x):
            return getattr(getattr(app, "adapters").db, "connect", x)()
        """,
        3,
        "db.connect",
    ),
    "as a default of such an attribute": (
        """
        import app
        getattr(app, "domain", app.adapters.db)
        """,
        2,
        "db",
    ),
    "as a decorator through the package": (
        """
        import app

        @app.adapters.db.connect
        def f(): ...
        """,
        3,
        "db.connect",
    ),
}


@pytest.mark.parametrize(("source", "line", "target"), IMPORTS.values(), ids=IMPORTS)
def test_what_the_program_needs_is_an_outward_import(source: str, line: int, target: str) -> None:
    (finding,) = found({HERE: source})

    assert (finding.rule, finding.place.path, finding.place.line) == ("outward-import", HERE, line)
    assert finding.target.endswith(target)
    assert finding.severity is Severity.ERROR


FOR_TYPES = {
    "TYPE_CHECKING": (
        """
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from app.adapters.db import Session
        def f(s: "Session"): ...
        """,
        3,
        "db.Session",
        "warning",
    ),
    "TYPE_CHECKING of a module": (
        """
        import typing as t
        if t.TYPE_CHECKING:
            import app.adapters.db
        """,
        3,
        "db",
        "warning",
    ),
    "TYPE_CHECKING under another name": (
        """
        from typing import TYPE_CHECKING as TYPES
        if TYPES and DEBUG:
            from app.adapters.db import Session
        """,
        3,
        "db.Session",
        "warning",
    ),
    "else of not TYPE_CHECKING": (
        """
        from typing import TYPE_CHECKING
        if not TYPE_CHECKING:
            pass
        else:
            from app.adapters.db import Session
        """,
        5,
        "db.Session",
        "warning",
    ),
    "MYPY": (
        """
        MYPY = False
        if MYPY:
            from app.adapters.db import Session
        """,
        3,
        "db.Session",
        "warning",
    ),
    "never": (
        """
        if False:
            from app.adapters.db import Session
        """,
        2,
        "db.Session",
        "warning",
    ),
    "in quotes": ("def f(s: 'app.adapters.db.Session'): ...", 1, "db.Session", "warning"),
    "in quotes, returned": (
        """
        def f() -> "app.adapters.db.Session | None": ...
        """,
        1,
        "db.Session",
        "warning",
    ),
    "in quotes, inside": (
        """
        def f(s: list["app.adapters.db.Session"]): ...
        """,
        1,
        "db.Session",
        "warning",
    ),
    "in quotes, inside quotes": (
        """
        class A:
            rows: "Optional[app.adapters.db.Row]"
        """,
        2,
        "db.Row",
        "warning",
    ),
    "in quotes, with the package at hand": (
        """
        import app
        def f(s: "app.adapters.db.Session"): ...
        """,
        2,
        "db.Session",
        "warning",
    ),
    "a cast": (
        """
        from typing import cast
        def f(row):
            return cast("app.adapters.db.Row", row)
        """,
        3,
        "db.Row",
        "warning",
    ),
    "a bound": (
        """
        from typing import TypeVar
        T = TypeVar("T", bound="app.adapters.db.Row")
        """,
        2,
        "db.Row",
        "warning",
    ),
    "a comment on a function": (
        """
        def f(s):
            # type: (app.adapters.db.Session) -> None
            ...
        """,
        2,
        "db.Session",
        "warning",
    ),
    "a comment on a variable": (
        "rows = []  # type: list[app.adapters.db.Row]",
        1,
        "db.Row",
        "warning",
    ),
    "a parameter": (
        """
        from app.adapters.db import Session
        def f(s: Session): ...
        """,
        1,
        "db.Session",
        "error",
    ),
    "a parameter, with the future": (
        """
        from __future__ import annotations
        from app.adapters.db import Session
        def f(s: Session): ...
        """,
        2,
        "db.Session",
        "error",
    ),
    "a field": (
        """
        from app.adapters import db
        class A:
            rows: list[db.Row]
        """,
        1,
        "db",
        "error",
    ),
    "a return, in quotes": (
        """
        from app.adapters.db import Session as S
        def f() -> "S": ...
        """,
        1,
        "db.Session",
        "error",
    ),
    "the brackets of a base": (
        """
        from app.adapters.db import Row
        class A(Repository[Row]): ...
        """,
        1,
        "db.Row",
        "error",
    ),
    "an alias": (
        """
        from typing import TypeAlias
        from app.adapters.db import Row
        Rows: TypeAlias = list[Row]
        """,
        2,
        "db.Row",
        "error",
    ),
    "an alias in newer syntax": (
        """
        from app.adapters.db import Row
        type Rows = list[Row]
        """,
        1,
        "db.Row",
        "error",
    ),
    "a cast and a bound": (
        """
        import typing
        from app.adapters.db import Row
        T = typing.TypeVar("T", bound=Row)
        def f(x):
            return typing.cast(Row, x)
        """,
        2,
        "db.Row",
        "error",
    ),
    "a variable in a function": (
        """
        from app.adapters.db import Row
        def f(x):
            row: Row = x
        """,
        1,
        "db.Row",
        "error",
    ),
    "through the package": (
        """
        import app
        def f(s: app.adapters.db.Session): ...
        """,
        2,
        "db.Session",
        "error",
    ),
}


@pytest.mark.parametrize(
    ("source", "line", "target", "severity"), FOR_TYPES.values(), ids=FOR_TYPES
)
def test_what_only_says_types_is_an_outward_type_import(
    source: str, line: int, target: str, severity: str
) -> None:
    (finding,) = found({HERE: source})

    assert (finding.rule, finding.place.line) == ("outward-type-import", line)
    assert finding.target.endswith(target)
    assert finding.severity == severity


def test_frameworks_evaluate_the_annotations_of_controllers() -> None:
    source = "from app.desk.form import Form\ndef f(form: Form): ..."

    assert told({"app/web/here.py": source}) == [
        "outward-import app/web/here.py:1 app.desk.form.Form"
    ]


BY_NAME = {
    "import_module": (
        "from importlib import import_module\nimport_module('app.adapters.db')",
        2,
        "db",
    ),
    "import_module, relative": (
        """
        import importlib
        importlib.import_module("..adapters.db", __package__)
        """,
        2,
        "db",
    ),
    "__import__": ("__import__('app.adapters.db')", 1, "db"),
    "import_string": (
        """
        from django.utils.module_loading import import_string
        import_string("app.adapters.db.Session")
        """,
        2,
        "db.Session",
    ),
    "resolve_name": (
        """
        import pkgutil
        pkgutil.resolve_name("app.adapters.db:Session")
        """,
        2,
        "db.Session",
    ),
    "locate": ("import pydoc\npydoc.locate('app.adapters.db.Session')", 2, "db.Session"),
    "a constant": (
        """
        from importlib import import_module
        HOME = "app.adapters"
        import_module(HOME + ".db")
        """,
        3,
        "db",
    ),
    "a beginning that says enough": (
        """
        from importlib import import_module
        def f(kind):
            return import_module(f"app.adapters.{kind}")
        """,
        3,
        "app.adapters",
    ),
    "a beginning, of a folder without an init": (
        """
        from importlib import import_module
        def f(kind):
            return import_module(f"app.desk.{kind}")
        """,
        3,
        "app.desk",
    ),
    "a name that is joined": (
        """
        from importlib import import_module
        import_module(".".join(["app", "adapters", "db"]))
        """,
        2,
        "db",
    ),
    "a name that is joined, its beginning": (
        """
        from importlib import import_module
        def f(kind):
            import_module(".".join(("app", "adapters", kind)))
        """,
        3,
        "app.adapters",
    ),
    "a name in a template": (
        """
        from importlib import import_module
        import_module("%s.db" % "app.adapters")
        """,
        2,
        "db",
    ),
    "a name in a template, of several parts": (
        """
        from importlib import import_module
        HOME = "adapters"
        import_module("%s.%s.db" % ("app", HOME))
        """,
        3,
        "db",
    ),
    "a name in a template, by keys": (
        """
        from importlib import import_module
        import_module("app.%(home)s.db" % {"home": "adapters"})
        """,
        2,
        "db",
    ),
    "a name that is formatted": (
        """
        from importlib import import_module
        import_module("app.{}.db".format("adapters"))
        """,
        2,
        "db",
    ),
    "a name that is formatted, by position and key": (
        """
        from importlib import import_module
        import_module("{0}.{name}.{1}".format("app", "db", name="adapters"))
        """,
        2,
        "db",
    ),
    "a name that is formatted, its beginning": (
        """
        from importlib import import_module
        def f(kind):
            import_module("app.{}.{}".format("adapters", kind))
        """,
        3,
        "app.adapters",
    ),
    "a loader under another name": (
        """
        from importlib import import_module as load
        load("app.adapters.db")
        """,
        2,
        "db",
    ),
    "a loader that is assigned": (
        """
        import importlib as il
        load = il.import_module
        def f():
            load("app.adapters.db")
        """,
        4,
        "db",
    ),
    "a loader that is assigned in the function": (
        """
        import importlib
        def f():
            load = importlib.import_module  # once
            def g():
                return load("app.adapters.db")
        """,
        5,
        "db",
    ),
    "a built-in loader that is assigned": ("load = __import__\nload('app.adapters.db')", 2, "db"),
    "what is loaded already": ("import sys\nsys.modules['app.adapters.db'].connect()", 2, "db"),
    "what may be loaded already": (
        """
        from sys import modules
        def f():
            return modules.get("app.adapters.db")
        """,
        3,
        "db",
    ),
    "what is loaded already, under another name": (
        """
        import sys as system
        loaded = system.modules
        loaded.get("app.adapters.db")
        """,
        3,
        "db",
    ),
    "routes": (
        """
        from django.urls import include, path
        urlpatterns = [path("", include("app.adapters.db"))]
        """,
        2,
        "db",
    ),
    "routes with a namespace": (
        """
        from django import urls
        urls.include(("app.adapters.db", "db"), namespace="x")
        """,
        2,
        "db",
    ),
    "a variable": (
        """
        from importlib import import_module
        def f():
            name = "app.adapters.db"
            return import_module(name)
        """,
        4,
        "db",
    ),
    "a variable of the function around": (
        """
        from importlib import import_module
        class A:
            def f(self, kind):
                name: str = f"app.adapters.{kind}"
                return lambda: import_module(name)
        """,
        5,
        "app.adapters",
    ),
    "a model in a variable": (
        """
        from django.apps import apps
        def f():
            label = "billing"
            return apps.get_model(label, "Invoice")
        """,
        4,
        "billing.models.Invoice",
    ),
    "a spec": (
        """
        import importlib.util
        importlib.util.find_spec("app.adapters.db")
        """,
        2,
        "db",
    ),
    "a spec, relative": (
        """
        from importlib.util import find_spec
        find_spec("..adapters.db", __package__)
        """,
        2,
        "db",
    ),
    "a program": ("import runpy\nrunpy.run_module(mod_name='app.adapters.db')", 2, "db"),
    "files": (
        """
        from importlib import resources
        resources.files("app.adapters").joinpath("x.sql")
        """,
        2,
        "app.adapters",
    ),
    "get_model": (
        """
        from django.apps import apps
        def f():
            return apps.get_model("billing", "Invoice")
        """,
        3,
        "billing.models.Invoice",
    ),
    "get_model, in one": (
        """
        from django.apps import apps
        apps.get_model("billing.invoice")
        """,
        2,
        "billing.models.Invoice",
    ),
    "get_model, by its arguments' names": (
        """
        from django.apps import apps
        apps.get_model(app_label="billing", model_name="Invoice")
        """,
        2,
        "billing.models.Invoice",
    ),
    "get_model of someone else": (
        """
        from app.tools import get_model
        get_model("billing", "Invoice")
        """,
        2,
        "billing.models.Invoice",
    ),
    "get_class": (
        """
        from app.tools import get_class
        get_class("billing.models", "Invoice")
        """,
        2,
        "billing.models.Invoice",
    ),
    "a foreign key": (
        """
        from django.db import models
        class Order(models.Model):
            invoice = models.ForeignKey("billing.Invoice", on_delete=models.CASCADE)
        """,
        3,
        "billing.models.Invoice",
    ),
    "a relation to many": (
        """
        from django.db import models
        class Order(models.Model):
            invoices = models.ManyToManyField(to="billing.Invoice")
        """,
        3,
        "billing.models.Invoice",
    ),
    "a task": (
        """
        from celery import current_app
        def f():
            current_app.send_task("app.adapters.tasks.remind")
        """,
        3,
        "tasks.remind",
    ),
    "a signature": (
        """
        from celery import signature
        signature("app.adapters.tasks.remind").delay()
        """,
        2,
        "tasks.remind",
    ),
    "a relationship": (
        """
        from sqlalchemy.orm import relationship
        class Order:
            invoice = relationship("Invoice")
        """,
        3,
        "billing.models.Invoice",
    ),
    "a relationship, in full": (
        """
        from sqlalchemy.orm import relationship
        class Order:
            invoice = relationship("app.adapters.billing.models.Invoice")
        """,
        3,
        "billing.models.Invoice",
    ),
}


@pytest.mark.parametrize(("source", "line", "target"), BY_NAME.values(), ids=BY_NAME)
def test_what_is_asked_for_by_name_is_an_outward_dynamic_import(
    source: str, line: int, target: str
) -> None:
    told = [each for each in found({HERE: source}) if each.rule.startswith("outward")]

    (finding,) = told
    assert (finding.rule, finding.place.line) == ("outward-dynamic-import", line)
    assert finding.target.endswith(target)
    assert finding.severity is Severity.WARNING


def test_an_application_goes_by_the_label_that_it_gives_itself() -> None:
    files = {
        "app/adapters/billing/apps.py": """
            from django.apps import AppConfig
            class Billing(AppConfig):
                name = "app.adapters.billing"
                label = "ledger"
        """,
        HERE: "from django.apps import apps\napps.get_model('ledger', 'Invoice')",
    }

    assert "outward-dynamic-import app/domain/here.py:2 app.adapters.billing.models.Invoice" in (
        told(files)
    )


ASKING = "from app.domain import Session\nSession()"
ASKING_THE_ROOT = "from app import Session\nSession()"

HANDED_ON = {
    "by import": (INIT, "from app.adapters.db import Session", 1, ASKING),
    "relative": (INIT, "from ..adapters.db import Session", 1, ASKING),
    "by a star": (INIT, "from app.adapters.db import *", 1, ASKING),
    "by __all__": (
        INIT,
        """
        from app.adapters.db import Session
        __all__ = ["Session"]
        """,
        1,
        ASKING,
    ),
    "although it is used there, too": (
        INIT,
        """
        from app.adapters.db import Session
        Session()
        """,
        1,
        ASKING,
    ),
    "by a map": (
        INIT,
        """
        PLACES = {
            "Session": "app.adapters.db",
        }
        def __getattr__(name):
            return getattr(load(PLACES[name]), name)
        """,
        2,
        ASKING,
    ),
    "by the root": ("app/__init__.py", "from app.adapters.db import Session", 1, ASKING_THE_ROOT),
    "by the root, with a star": (
        "app/__init__.py",
        "from app.adapters.db import *",
        1,
        ASKING_THE_ROOT,
    ),
    "by the root, to an attribute": (
        "app/__init__.py",
        "from app.adapters.db import Session",
        1,
        "import app\napp.Session()",
    ),
    "by the root, for types only": (
        "app/__init__.py",
        "from app.adapters.db import Session",
        1,
        "from app import Session\ndef f(s: Session): ...",
    ),
    "by the root, attached": (
        "app/__init__.py",
        """
        import lazy_loader
        __getattr__, __dir__, __all__ = lazy_loader.attach(
            __name__, submod_attrs={"adapters.db": ["Session"]}
        )
        """,
        3,
        ASKING_THE_ROOT,
    ),
    "when it is asked for": (
        INIT,
        """
        def __getattr__(name):
            if name == "Session":
                from app.adapters.db import Session
                return Session
            raise AttributeError(name)
        """,
        3,
        ASKING,
    ),
}


@pytest.mark.parametrize(("path", "source", "line", "asking"), HANDED_ON.values(), ids=HANDED_ON)
def test_what_a_package_hands_on_is_told_there(
    path: str, source: str, line: int, asking: str
) -> None:
    (finding,) = found({path: source, HERE: asking})

    assert finding.rule == "outward-reexport"
    assert (finding.place.path, finding.place.line) == (path, line)
    assert [place.path for place in finding.also] == [HERE]
    assert finding.target.startswith("app.adapters.db")
    assert finding.severity is Severity.ERROR


def test_what_nobody_takes_is_an_offer() -> None:
    (finding,) = found({INIT: "from app.adapters.db import Session"})

    assert (finding.rule, finding.severity) == ("outward-reexport", Severity.WARNING)


def test_what_the_init_of_a_package_uses_itself_is_a_plain_import() -> None:
    files = {INIT: "from app.adapters.db import connect\nconnect()"}

    assert told(files) == ["outward-import app/domain/__init__.py:1 app.adapters.db.connect"]


def test_a_chain_of_packages_is_told_where_the_name_leaves_its_layer() -> None:
    files = {
        "app/domain/inner/__init__.py": "from app.adapters.db import Session",
        INIT: "from app.domain.inner import Session",
        HERE: ASKING,
    }

    (finding,) = found(files)

    assert finding.place.path == "app/domain/inner/__init__.py"
    assert [place.path for place in finding.also] == [INIT, HERE]


def test_a_module_that_hands_on_is_told_once_for_all_who_ask_it() -> None:
    files = {
        OTHER: "from app.adapters.db import Session\nSession()",
        HERE: "from app.domain.other import Session\nSession()",
        "app/use_cases/here.py": "from app.domain.other import Session",
    }

    (finding,) = found(files)

    assert (finding.rule, finding.place.path) == ("outward-import", OTHER)
    assert [place.path for place in finding.also] == [HERE, "app/use_cases/here.py"]


def test_who_asks_an_outer_package_for_an_outer_name_is_told() -> None:
    files = {"app/use_cases/__init__.py": "from app.adapters.db import Session"}
    files[HERE] = "from app.use_cases import Session\nSession()"

    assert told(files) == [
        "outward-import app/domain/here.py:1 app.adapters.db.Session",
        "outward-reexport app/use_cases/__init__.py:1 app.adapters.db.Session",
    ]


def test_one_name_taken_in_two_functions_is_one_finding_with_two_places() -> None:
    source = """
        def f():
            from app.adapters.db import connect
        def g():
            from app.adapters.db import connect
    """

    (finding,) = found({HERE: source})

    assert finding.place.line == 2
    assert [place.line for place in finding.also] == [4]


def test_the_first_use_of_each_module_is_told() -> None:
    source = """
        import app
        app.adapters.db.connect()
        app.adapters.db.Session()
        app.adapters.mail.send()
    """

    assert told({HERE: source}) == [
        "outward-import app/domain/here.py:2 app.adapters.db.connect",
        "outward-import app/domain/here.py:4 app.adapters.mail.send",
    ]


def test_a_use_is_not_told_beside_the_import_of_its_module() -> None:
    source = "import app.adapters.db\nimport app\napp.adapters.db.connect()"

    assert told({HERE: source}) == ["outward-import app/domain/here.py:1 app.adapters.db"]


def test_an_alias_hands_on_what_its_module_imports() -> None:
    files = {
        OTHER: "import app.adapters.db\nSession = app.adapters.db.Session",
        HERE: "from app.domain.other import Session\nSession()",
    }

    (finding,) = found(files)

    assert (finding.rule, finding.place.path, finding.place.line) == ("outward-import", OTHER, 1)
    assert [place.path for place in finding.also] == [HERE]


def test_what_a_neighbour_knows_as_a_script_is_told_where_it_is_taken() -> None:
    source = 'if __name__ == "__main__":\n    from app.adapters.db import Session'
    files = {OTHER: source, HERE: "from app.domain.other import Session\nSession()"}

    assert told(files) == ["outward-import app/domain/here.py:1 app.adapters.db.Session"]


def test_a_constant_may_stand_for_type_checking() -> None:
    source = """
        import typing
        TYPES = typing.TYPE_CHECKING
        if TYPES:
            from app.adapters.db import Session
    """

    assert told({HERE: source}) == [
        "outward-type-import app/domain/here.py:4 app.adapters.db.Session"
    ]


def test_an_error_declared_outside_is_better_declared_inside() -> None:
    files = {
        "app/adapters/errors.py": "class Gone(Exception): ...",
        HERE: "from app.adapters.errors import Gone\nraise Gone",
    }

    (finding,) = found(files)

    assert finding.help == "declare Gone in domain, and let adapters raise it from there"


def test_an_interface_declared_outside_is_better_moved_inward() -> None:
    files = {
        "app/adapters/ports.py": "from abc import ABC\nclass Mailer(ABC): ...",
        HERE: "from app.adapters.ports import Mailer\nclass A(Mailer): ...",
    }

    (finding,) = found(files)

    assert finding.help.startswith("move Mailer from adapters to domain")


def test_who_takes_an_implementation_is_shown_the_interface() -> None:
    files = {
        "app/adapters/courier.py": """
            from app.domain.ports import Courier
            class Parcels(Courier): ...
        """,
        HERE: "from app.adapters.courier import Parcels\nParcels()",
    }

    (finding,) = found(files)

    assert finding.help == (
        "depend on app.domain.ports.Courier, which Parcels implements, "
        "and have the instance passed in"
    )
