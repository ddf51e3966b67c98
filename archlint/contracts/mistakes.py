"""What keeps contracts from being judged, told to the person who wrote them."""

from archlint.model.contracts import BrokenContract, Contract


def unjudged(contract: Contract, reason: str) -> BrokenContract:
    """Return the breach that a contract is which nobody can judge: it keeps nothing."""
    return BrokenContract(contract, f"cannot be judged: {plain(reason)}")


def plain(message: str) -> str:
    """Return a message of another tool in one line, without a capital or a stop of its own."""
    lines = [line.strip().removesuffix(".") for line in message.splitlines()]
    text = "; ".join(line for line in lines if line).replace(":; ", ": ")
    first, *_ = text.split(maxsplit=1) or [""]
    return text[:1].lower() + text[1:] if first.istitle() else text
