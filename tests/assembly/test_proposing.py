"""Proposed settings, which a check has to take as they are."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from archlint.assembly import NothingToJudgeError, Request
from archlint.assembly.program import Program, read_program
from archlint.assembly.proposing import forecast, propose
from archlint.checks import Reads
from archlint.settings.loading import OWN_FILE
from archlint.settings.styles import Style
from tests.cli.running import write

NAMES = st.sampled_from(
    [
        *("domain", "application", "infrastructure", "adapters", "adapter", "database", "orm"),
        *("services", "use_cases", "handlers", "events", "models", "views", "api", "ports"),
        *("routers", "repositories", "shared", "core", "config", "main", "tests", "__init__"),
        *("shop", "orders", "order-entry", "größe", "{{cookiecutter.slug}}"),
    ]
)
CONTENTS = st.sampled_from(
    [
        "",
        "class Order: ...\n",
        "import fastapi\n\nrouter = fastapi.APIRouter()\n",
        "from sqlalchemy.orm import DeclarativeBase\n\n\nclass Order(DeclarativeBase): ...\n",
        "import requests\n",
        "from abc import ABC\n\n\nclass Orders(ABC): ...\n",
        "from domain import order\n",
        "from shop.domain import order\nfrom shop.api import routers\n",
        "from ..models import order\n",
    ]
)
PATHS = st.lists(NAMES, min_size=1, max_size=5).map(lambda names: "/".join(names) + ".py")
FILES = st.dictionaries(PATHS, CONTENTS, min_size=1, max_size=12)

SHOP = {
    "shop/domain/order.py": "class Order: ...\n",
    "shop/application/pay.py": "class Pay: ...\n",
    "shop/infrastructure/adapters/db.py": "import sqlalchemy\n",
}


def read_as_proposed(files: Mapping[str, str], style: Style | None = None) -> Program:
    with TemporaryDirectory() as made:
        folder = write(Path(made), dict(files))
        proposal = propose(folder, Request(no_cache=True), style, OWN_FILE)
        return read_program(proposal.settings, proposal.disk, Reads.IMPORTS)


class Listener:
    """Somebody who is told how far it is, and notes the stages."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def begin(self, stage: str, total: int) -> None:  # noqa: ARG002 - a listener hears both
        self.stages.append(stage)

    def advance(self) -> None:
        """Hear one more step."""


def test_whoever_waits_hears_how_far_it_is(tmp_path: Path) -> None:
    listener = Listener()
    request = Request(no_cache=True, progress=listener)
    proposal = propose(write(tmp_path, dict(SHOP)), request, None, OWN_FILE)

    forecast(proposal, request)

    assert "judging rules" in listener.stages


def test_a_layer_whose_modules_all_lie_deeper_in_another_one_is_not_proposed() -> None:
    read = read_as_proposed(SHOP)

    layers = [layer.name for layer in read.settings.architecture.layers]
    assert layers == ["domain", "application", "adapters"]


@given(files=FILES, style=st.sampled_from([None, *Style]))
@settings(deadline=None, max_examples=40)
def test_what_is_proposed_is_never_refused(files: Mapping[str, str], style: Style | None) -> None:
    try:
        read = read_as_proposed(files, style)
    except NothingToJudgeError:
        assume(False)  # noqa: FBT003 - it is called so

    assert not read.notes
