"""Tells a method that does not keep what its port promises."""

from archlint.model.architecture.layers import Layer
from archlint.model.code.conformance.implementations import Pair
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def told(pair: Pair, rule: Rule, layer: Layer | None, words: tuple[str, str]) -> Finding:
    """Return the finding at the method; `words` are the message and the help."""
    message, advice = words
    return Finding(
        rule=rule.name,
        place=pair.place,
        module=pair.holder.module.name,
        symbol=pair.kept.qualname,
        layer=layer.name if layer else None,
        target=pair.target,
        message=message,
        help=advice,
        evidence=(pair.evidence,),
        because=layer.because if layer else "",
    )
