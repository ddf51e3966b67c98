"""What literals and functions of the standard library give."""

from archlint.model.code.inference.types import Type
from archlint.model.facts.expressions import ExpressionKind

ITEM_CALLS = frozenset({"builtins.next", "builtins.min", "builtins.max"})
SAME_CALLS = frozenset({"copy.copy", "copy.deepcopy", "dataclasses.replace", "typing.cast"})
LIST_CALLS = frozenset(
    {"builtins.list", "builtins.sorted", "builtins.tuple", "builtins.set", "builtins.frozenset",
     "builtins.reversed", "builtins.filter"}
)  # fmt: skip
LITERALS = {
    ExpressionKind.STRING: Type("builtins.str"),
    ExpressionKind.FORMATTED: Type("builtins.str"),
    ExpressionKind.BYTES: Type("builtins.bytes"),
    ExpressionKind.NUMBER: Type("builtins.int"),
    ExpressionKind.COMPARISON: Type("builtins.bool"),
    ExpressionKind.DICT: Type("builtins.dict"),
}
