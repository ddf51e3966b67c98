"""What stands above every answer of `archlint show` in JSON."""

from collections.abc import Mapping

SCHEMA = "archlint/show@1"


def headed(question: str, answer: Mapping[str, object]) -> Mapping[str, object]:
    """Return the answer with its schema and its question in front."""
    return {"schema": SCHEMA, "show": question, **answer}
