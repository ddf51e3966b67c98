"""What the project itself says of the roles of its classes."""

import pytest

from archlint.model.code.roles.deciding import Verdict
from tests.building import codebase


def verdict(source: str, name: str = "Blue") -> Verdict:
    base = codebase({"shop/domain/model.py": source})
    return next(base.role_of(found) for found in base.classes if found.name == name)


@pytest.mark.parametrize(
    "source",
    [
        "class Green: ...  # archlint: role=dto\nclass Blue: ...\n",
        "# archlint: role=dto\n\nclass Blue: ...\n",
        "class Blue:\n    # archlint: role=dto\n    size: int\n",
        "class Blue:  # archlint: role=dtoo\n    size: int\n",
        "class Blue:  # archlint: role=table\n    size: int\n",
        "class Blue:\n    class Green:  # archlint: role=dto\n        size: int\n",
        "'# archlint: role=dto'\nclass Blue: ...\n",
    ],
)
def test_what_is_not_said_of_a_class_gives_it_no_role(source: str) -> None:
    assert verdict(source).role != "dto"


@pytest.mark.parametrize(
    "source",
    [
        "class Blue: ...  # archlint: role=dto\n",
        "# archlint: role=dto\n@green\nclass Blue: ...\n",
        "@green  # archlint: role=dto\nclass Blue: ...\n",
        "class Blue(\n    Green,  # archlint: role=dto\n): ...\n",
        "class Green:\n    class Blue: ...  # archlint: role=dto\n",
        "def green():\n    class Blue: ...  # archlint: role=dto\n",
        "# archlint: role=dto\nclass Blue: ...  # archlint: role=entity\n",
        "# archlint: role=nothing\nclass Blue: ...  # archlint: role=dto\n",
    ],
)
def test_what_is_said_at_the_head_of_a_class_is_its_role(source: str) -> None:
    assert verdict(source).role == "dto"


def test_the_evidence_is_the_comment_with_its_reason() -> None:
    told = verdict("class Blue: ...  # archlint: role=dto because it travels\n")

    assert told.reason == "a comment says so: shop/domain/model.py:1, because it travels"
