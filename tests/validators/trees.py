"""Projects that ask much of a report: very many findings, and names that formats trip over."""

SETTINGS = """\
[[layers]]
name = "do`main|<b>"
role = "domain"
modules = ["shop.domain"]
because = "see [the record](x) & 100 % of its \\"reasons\\""

[[layers]]
name = "adapters"
role = "adapters"
modules = ["shop.adapters"]

[[allowances]]
rule = "outward-import"
from = "shop.domain.allowed"
because = "it is <old> & [kept], 100 %"
"""
IMPORT = b"from shop.adapters.db import Session\n"
NAMES = (
    b"a b",
    b"p%25c",
    b"q'u\"o",
    "ü名".encode(),
    b"c,o:l",
    b"t```i`c|k",
    b"n\nl",
    b"e\x1b[31m",
    b"caf\xe9",
    "\ufffe\U0001f600".encode(),
    b"::error",
    b"<!--]]>",
    b"@user",
    b"[l](k)",
    b"#1",
    b"__bold__",
    b"allowed",
)
MANY = 700


def odd_names() -> dict[bytes, bytes]:
    """Return a project of files and packages that are called in every odd way."""
    files = _shop()
    for name in NAMES:
        files[b"shop/domain/" + name + b".py"] = IMPORT
        files[b"shop/domain/in/" + name + b"/__init__.py"] = IMPORT
    files[b"shop/domain/broken.py"] = b"def (:\n"
    files[b"shop/domain/controls.py"] = IMPORT[:-1] + "  # \x1b[2J \x85 \u2028 ]]>\n".encode()
    return files


def flood(many: int = MANY) -> dict[bytes, bytes]:
    """Return a project in which many modules break the same rules at many places."""
    files = _shop()
    for number in range(many):
        module = b"part_%d" % number
        files[b"shop/adapters/" + module + b".py"] = b"class Row: ...\n"
        lines = IMPORT + b"from shop.adapters.%b import Row\nimport sqlalchemy\n" % module
        files[b"shop/domain/" + module + b".py"] = lines
    return files


def _shop() -> dict[bytes, bytes]:
    return {
        b"archlint.toml": SETTINGS.encode(),
        b"shop/__init__.py": b"",
        b"shop/domain/__init__.py": b"",
        b"shop/adapters/__init__.py": b"",
        b"shop/adapters/db.py": b"class Session: ...\n",
    }
