"""Scripts: how tools that are libraries for tests are told the layers of a subject."""

from benchmarks.speed.subjects import Subject

JUDGED = "judged"
"""What a script prints at its end."""

_PYTESTARCH = """\
from pathlib import Path

from pytestarch import LayeredArchitecture, LayerRule, get_evaluable_architecture

here = Path.cwd()
evaluable = get_evaluable_architecture(str(here), str(here / {package!r}))
architecture = LayeredArchitecture()
for name, modules in LAYERS:
    names = [f"{{here.name}}.{{module}}" for module in modules]
    architecture = architecture.layer(name).containing_modules(names)
for number, (inner, _) in enumerate(LAYERS):
    for outer, _ in LAYERS[number + 1 :]:
        rule = LayerRule().based_on(architecture).layers_that().are_named(inner)
        try:
            rule.should_not().access_layers_that().are_named(outer).assert_applies(evaluable)
        except AssertionError as broken:
            print(inner, outer, len(str(broken).splitlines()))
"""

_ARCHUNITPYTHON = """\
from archunitpython import project_layers

rule = project_layers(".")
for _, modules in LAYERS:
    for module in modules:
        rule = rule.layer(module).defined_by_folder(f"**/{{module.replace('.', '/')}}**")
inner = []
for _, modules in LAYERS:
    inner += modules
    for module in modules:
        rule = rule.where_layer(module).may_only_depend_on_layers(*inner)
print(len(rule.check()))
"""


def for_pytestarch(subject: Subject) -> str:
    """Return a rule for each pair of layers: the inner one does not access the outer."""
    return _script(_PYTESTARCH, subject)


def for_archunitpython(subject: Subject) -> str:
    """Return a rule for each module: it depends on its own layer and on those further in."""
    return _script(_ARCHUNITPYTHON, subject)


def _script(body: str, subject: Subject) -> str:
    layers = [(name, subject.full_names(name)) for name, _ in subject.layers]
    return f"LAYERS = {layers!r}\n{body.format(package=subject.package)}\nprint({JUDGED!r})\n"
