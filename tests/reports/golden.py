"""An audit with everything that a report may have to tell, and what each format makes of it.

`python -m tests.reports.golden` writes the files in the folder `golden`; review what it changes.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from archlint import __version__
from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.patterns import Pattern
from archlint.model.audit import Audit
from archlint.model.finding import Confidence, Severity, State
from archlint.model.place import Place
from archlint.model.rule import Rule
from archlint.reports import FORMATS, STATISTICS, Format
from archlint.reports.manner import Manner
from archlint.reports.run import RuleText, Run
from tests.reports.shop_audit import CHAIN, COVERAGE, IMPORT, imports, source_line

FOLDER = Path(__file__).with_name("golden")
VERSION = "0.0.0"

BODY = """\
## What it finds

A name that belongs to a layer
further out.

## How to fix it

Let the inner layer own an interface.
"""

ODD = replace(
    IMPORT,
    place=Place("shop/domain/100 % [ü], \udce9 & <b>.py", 2, 5),
    module="shop.domain.100 % [ü], \udce9 & <b>",
    symbol="Order.`pay|`",
    message='Order.`pay|` holds [rows](x), <b>100 %</b> and \x1b[31m\ufffe \\ "quotes" \'',
    also=(Place("shop/domain/a:b.py", 7),),
    confidence=Confidence.MEDIUM,
)
ALLOWED = replace(CHAIN, module="shop.domain.kept", state=State.ALLOWED, excuse="until <May> & so")
BASELINE = replace(IMPORT, place=Place("shop/domain/old.py"), state=State.BASELINE)
IN_SOURCE = replace(IMPORT, target="shop.db", state=State.ALLOWED, excuse="a comment says so")
HINT = replace(
    IMPORT,
    rule="unlayered-module",
    place=Place("archlint.toml", 4),
    severity=Severity.INFO,
    layer=None,
    message="one module is in no layer",
)
FINDINGS = (
    HINT,
    BASELINE,
    IMPORT,
    IN_SOURCE,
    CHAIN,
    ALLOWED,
    ODD,
    *imports(6, "shop.adapters.mail"),
)
ALLOWANCE = Allowance(
    rule="outward-chain",
    because=ALLOWED.excuse,
    declared=Place("archlint.toml", 9),
    source=Pattern("shop.domain.kept"),
)
RULES = (
    Rule("outward-chain", "an inner layer reaches an outer one", Severity.WARNING),
    Rule("outward-import", "an inner layer imports an | outer <one>", Severity.ERROR),
)
AUDIT = Audit(Architecture((), allowances=(ALLOWANCE,)), FINDINGS, COVERAGE, RULES)
CLEAN = Audit(Architecture(()), (), COVERAGE, RULES)


def rule_text(rule: str) -> RuleText | None:
    titles = {each.name: each for each in RULES}
    known = titles.get(rule)
    return RuleText(known.title, "the dependency rule", known.severity, BODY) if known else None


RUN = Run("services/shop", Severity.ERROR, 1, ("assumed style: hexagonal",), rule_text)
MANNER = Manner(source_line, run=RUN)


def goldens() -> Iterator[tuple[Path, Format]]:
    """Yield each file with the format that it keeps."""
    for form in (*FORMATS.values(), STATISTICS):
        yield FOLDER / f"{form.name}.txt", form


def told(form: Format) -> bytes:
    """Return what a format makes of the audit, whatever version of archlint tells it."""
    return form.tell(AUDIT, MANNER).replace(f'"{__version__}"', f'"{VERSION}"').encode("utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, form in goldens():
        file.write_bytes(told(form))
