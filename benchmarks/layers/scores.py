"""Scores: how many modules were placed, and how many of them right."""

from dataclasses import dataclass, field

from benchmarks.layers.labels import means


@dataclass
class Tally:
    """What one way of guessing reached."""

    placed: int = 0
    right: int = 0

    def add(self, label: str, role: str | None) -> None:
        """Count one module."""
        self.placed += role is not None
        self.right += means(label, role)


@dataclass
class Score:
    """Two ways of guessing on the same modules; `misses` are those of the second."""

    modules: int = 0
    by_name: Tally = field(default_factory=Tally)
    by_init: Tally = field(default_factory=Tally)
    misses: list[str] = field(default_factory=list)

    def add(self, module: str, label: str, by_name: str | None, by_init: str | None) -> None:
        """Count one module with its label and both guesses."""
        self.modules += 1
        self.by_name.add(label, by_name)
        self.by_init.add(label, by_init)
        if not means(label, by_init):
            self.misses.append(f"{module} is {label}, not {by_init}")

    def plus(self, other: "Score") -> "Score":
        """Return the sum of two scores."""
        return Score(
            self.modules + other.modules,
            _sum(self.by_name, other.by_name),
            _sum(self.by_init, other.by_init),
        )

    def row(self, name: str) -> str:
        """Return a row of the table."""
        names, init = self.by_name, self.by_init
        cells = (name, self.modules, names.placed, names.right, init.placed, init.right)
        return f"| {' | '.join(map(str, cells))} |"

    def told(self) -> str:
        """Return the shares of all labelled modules that were placed right."""
        if not self.modules:
            return "no project of the label files was found"
        names, init = (100 * x.right / self.modules for x in (self.by_name, self.by_init))
        return f"right of all labelled modules: {names:.1f} % by names, {init:.1f} % by init"


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(one.placed + other.placed, one.right + other.right)
