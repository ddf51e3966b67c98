"""Findings by their identity, of which its first digits are enough where they tell it apart."""

import re
from collections.abc import Sequence

from archlint.model.finding import Finding

FEWEST_DIGITS = 4
_IDENTITY = re.compile(rf"[0-9a-f]{{{FEWEST_DIGITS},64}}")


class UnknownIdentityError(LookupError):
    """No finding, or more than one, has an identity that begins so; the text says which."""


def is_identity(text: str) -> bool:
    """Whether a text can be the beginning of an identity."""
    return _IDENTITY.fullmatch(text.lower()) is not None


def with_identity(findings: Sequence[Finding], digits: str) -> Finding:
    """Return the finding whose identity begins with these digits.

    Raises UnknownIdentityError where there is none, or where there are several.
    """
    found = {each.identity: each for each in findings if each.identity.startswith(digits.lower())}
    if not found:
        raise UnknownIdentityError(f"no finding has an identity that begins with {digits}")
    if len(found) > 1:
        several = "\n".join(f"  {name[:12]}  {f.place}: {f.rule}" for name, f in found.items())
        raise UnknownIdentityError(f"{len(found)} findings begin with {digits}:\n{several}")
    (finding,) = found.values()
    return finding
