"""Rules of one's own: installed ones, and those of files that the settings name."""

from collections.abc import Iterator
from pathlib import Path

from archlint import rulebook
from archlint.rulebook.installed import installed_chapters
from archlint.rulebook.own import Chapter, OwnRulesError, chapter_of_file, clashes
from archlint.settings.mistakes import Mistake, SettingsError
from archlint.settings.own_rules import own_rule_files


def own_chapters(settings: Path | None) -> Iterator[Chapter]:
    """Yield the rules that are installed, then those of the files that a settings file names.

    Raises SettingsError for files that cannot be used, OwnRulesError for installed rules.
    """
    taken = dict.fromkeys((page.name for page in rulebook.pages()), "archlint")
    for name, chapter in installed_chapters():
        if faults := list(clashes(chapter.pages, taken)):
            raise OwnRulesError(f"installed rules {name}: {faults[0]}")
        taken |= dict.fromkeys((page.name for page in chapter.pages), name)
        yield chapter
    mistakes: list[Mistake] = []
    for named in own_rule_files(settings) if settings and settings.is_file() else ():
        try:
            chapter = chapter_of_file(named.file)
        except OwnRulesError as error:
            mistakes.append(named.wrong(str(error)))
            continue
        mistakes += map(named.wrong, clashes(chapter.pages, taken))
        taken |= dict.fromkeys((page.name for page in chapter.pages), named.text)
        yield chapter
    if mistakes:
        raise SettingsError(mistakes)
