"""The documentation site: pages of docs/ and rules/, built by Sphinx.

    sphinx-build -W --keep-going -c docs . site
    sphinx-build -W --keep-going -c docs -b linkcheck . site/links

The first needs no network, and fails for a link or an anchor inside that leads nowhere. The second
asks the outside about links that lead there.
"""

import sys
from pathlib import Path

from sphinx.application import Sphinx

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT))

from archlint import __version__, rulebook  # noqa: E402 - found by the line before

project = "archlint"
author = "The archlint developers"
project_copyright = "The archlint developers"
release = version = __version__
language = "en"

extensions = ["myst_parser"]
# The pages stay where a reader of the repository finds them, so that their links hold in both.
include_patterns = ["docs/**.md", "rules/*.md", "ARCHITECTURE.md", "CHANGELOG.md"]
exclude_patterns = ["**/README.md"]
root_doc = "docs/index"
myst_heading_anchors = 3
nitpicky = True
# Examples of code that is not valid on purpose are shown without colours.
suppress_warnings = ["misc.highlighting_failure"]
linkcheck_ignore = [r"https://archlint\.invalid/"]

html_theme = "furo"
html_title = f"archlint {release}"
html_show_sourcelink = False
html_copy_source = False
templates_path = ["_templates"]
html_additional_pages = {"index": "welcome.html"}

CONTENTS = """
```{toctree}
:hidden:
:caption: Begin

Tutorial <self>
adoption
ci
terminal
comparison
```

```{toctree}
:hidden:
:caption: Verbs
:glob:

verbs/*
```

```{toctree}
:hidden:
:caption: Reference

settings
own-rules
library
rules
accuracy
speed
../ARCHITECTURE
../CHANGELOG
```
"""
RULES = """
```{toctree}
:hidden:
:glob:

../rules/*
```
"""
MORE = {"docs/index": CONTENTS, "docs/rules": RULES}


def setup(app: Sphinx) -> None:
    """Read the pages as Sphinx needs them, and leave the files alone."""
    app.connect("source-read", _read)


def _read(_app: Sphinx, name: str, source: list[str]) -> None:
    folder, _, rule = name.rpartition("/")
    if folder == "rules":
        source[0] = _rule_page(rule)
    source[0] += MORE.get(name, "")


def _rule_page(name: str) -> str:
    page = rulebook.page(name)
    about = f"*{page.title}*: {page.severity}, about {page.serves}, since {page.since}."
    return f"# {name}\n\n{about}\n\n{page.body}"
