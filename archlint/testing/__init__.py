"""For tests of one's own rules: runs the examples of a page as those of the book are run.

These names are stable.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from archlint.assembly import audit_sources
from archlint.model.audit import Audit
from archlint.model.faults import ArchlintError
from archlint.own_rule import OwnRule
from archlint.reports import FORMATS
from archlint.reports.manner import Manner
from archlint.rulebook import FENCE
from archlint.rulebook.own import Chapter, OwnRulesError, chapter_of_file, chapter_of_module
from archlint.testing.examples import DEFAULT_SETTINGS, BrokenExampleError, Example, examples

__all__ = ["BrokenExampleError", "Example", "OwnRulesError", "examples_of", "run_page"]


def run_page(
    page: str | Path, rules: str | Path | ModuleType, settings: str = DEFAULT_SETTINGS
) -> None:
    """Run every example of a page, or of cases in the same form, by the rules of a file or module.

    The page is named like its rule. An example is a heading of level three with fences below: the
    path of each stands in backticks before it, and `# error` ends the lines at which the rule is
    broken. A fence of archlint.toml has the settings, otherwise they are those that are given; a
    fence of the language console shows, after `$ archlint check`, what is printed to the byte.

    Raises AssertionError that tells every example that is not judged as it is marked, or where
    there is none; BrokenExampleError for an example that cannot be read, OwnRulesError for rules
    that cannot be used.
    """
    file = Path(page)
    own = _chapter(rules).rules
    if file.stem not in {each.rule.name for each in own}:
        raise AssertionError(f"{file}: {file.stem} is no rule of {rules}")
    shown = list(examples_of(file, settings))
    faults = [fault for each in shown for fault in _faults(file.stem, each, own)]
    if faults or not shown:
        raise AssertionError("\n".join([f"{file}:", *(faults or ["no example in it"])]))


def examples_of(page: str | Path, settings: str = DEFAULT_SETTINGS) -> Iterator[Example]:
    """Yield the examples of a page, in their order; raise BrokenExampleError for a bad one."""
    return examples(_body(Path(page).read_text(encoding="utf-8")), settings)


def _body(text: str) -> str:
    """Return a page without its header, which cases do not have."""
    if not text.startswith(f"{FENCE}\n"):
        return text
    return text.partition(f"\n{FENCE}\n")[2]


def _chapter(rules: str | Path | ModuleType) -> Chapter:
    if isinstance(rules, ModuleType):
        return chapter_of_module(rules, Path(rules.__file__ or ""))
    return chapter_of_file(Path(rules).absolute())


def _faults(rule: str, example: Example, own: Iterable[OwnRule]) -> Iterator[str]:
    try:
        audit = audit_sources(example.files, example.settings, tuple(own))
    except ArchlintError as error:
        yield f"  {example.title}: {error}"
        return
    found = _places(audit, rule)
    for fault in audit.faults:
        yield f"  {example.title}: {fault}"
    for path, line in sorted(example.marks - found):
        yield f"  {example.title}: {path}:{line} is marked, and nothing was found there"
    for path, line in sorted(found - example.marks):
        yield f"  {example.title}: {path}:{line} is not marked, and was found"
    for console in example.consoles:
        told = FORMATS[console.form].tell(audit, Manner(example.source_line))
        if told != console.output:
            yield f"  {example.title}: the report is another one:\n{told}"


def _places(audit: Audit, rule: str) -> set[tuple[str, int]]:
    found = (finding for finding in audit.new() if finding.rule == rule)
    return {(place.path, place.line) for finding in found for place in finding.places}
