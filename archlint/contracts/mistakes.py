"""What keeps contracts from being judged, told to the person who wrote them."""

from archlint.model.contracts import BrokenContract, Contract
from archlint.model.finding import Severity


def unjudged(contract: Contract, reason: str) -> BrokenContract:
    """Return the breach that a contract is which nobody can judge: it keeps nothing."""
    return BrokenContract(contract, f"cannot be judged: {plain(reason)}")


def not_run(contract: Contract, kind: str) -> BrokenContract:
    """Return what is said of a contract whose type is code that nobody has allowed to run."""
    return BrokenContract(
        contract,
        f"is of the type {kind!r}, which is code of this project, and was not judged",
        severity=Severity.WARNING,
        advice=(
            "write run-custom-contracts = true under [tool.archlint], or at the top of "
            "archlint.toml, to have it run"
        ),
    )


def plain(message: str) -> str:
    """Return a message of another tool in one line, without a capital or a stop of its own."""
    lines = [line.strip().removesuffix(".") for line in message.splitlines()]
    text = "; ".join(line for line in lines if line).replace(":; ", ": ")
    first, *_ = text.split(maxsplit=1) or [""]
    return text[:1].lower() + text[1:] if first.istitle() else text
