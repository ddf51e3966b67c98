"""The shape of a handler: how it goes on, which tells something where its values do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archlint.model.code.controller_evidence.exhibits import ACCESS, CORE, Evidence, Exhibit
from archlint.model.code.controller_evidence.reading import Reading

OF_SHAPE = frozenset({Evidence.WAYS, Evidence.COURSE, Evidence.STEP})
"""What is seen by how a handler goes on, whatever its values are."""

TANGLED = 8
"""From how hard to follow on a handler has many ways; commands have, since they are programs."""

SEVERAL = 3
"""How many likely steps are a course of them; one less where there are branches, too."""

BRANCHED = 2
SURE = 2
"""How many steps are a course of them where all are known to last."""

BESIDE = frozenset({Evidence.STEPS, Evidence.COPY, Evidence.LOOP})
"""What goes with taking steps and says nothing of why they are taken."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a handler goes on, with what its values told before and how hard it is to follow."""

    readings: Sequence[Reading]
    found: Sequence[Exhibit]
    cognitive: int

    def exhibits(self, *, is_active_record: bool) -> Iterator[Exhibit]:
        """Yield what is seen; where rows save themselves, only what is known to last counts."""
        told = {exhibit.evidence for exhibit in self.found} & (frozenset(CORE) - OF_SHAPE)
        if not told:
            yield from self._ways(is_active_record=is_active_record)
        if not told - BESIDE:
            likely = iter(()) if is_active_record else self._likely_course()
            yield from [*self._sure_course()] or likely

    def _ways(self, *, is_active_record: bool) -> Iterator[Exhibit]:
        """Yield where a handler with many ways first reaches the store."""
        written = (exhibit for reading in self.readings for exhibit in reading.kept())
        reached = written if is_active_record else (e for e in self.found if e.evidence in ACCESS)
        first = next(reached, None)
        if first and self.cognitive >= TANGLED:
            yield replace(first, evidence=Evidence.WAYS)

    def _sure_course(self) -> Iterator[Exhibit]:
        """Yield the first and the last of several steps in one function that are known to last."""
        for reading in self.readings:
            steps = [*reading.steps.lasting()]
            if len(steps) >= SURE:
                for step in (steps[0], steps[-1]):
                    yield reading.exhibit(Evidence.STEP, step.line, step.subject)
                return

    def _likely_course(self) -> Iterator[Exhibit]:
        """Yield the last of several steps in one function that last by their names."""
        enough = SEVERAL if self.cognitive < BRANCHED else SEVERAL - 1
        for reading in self.readings:
            steps = [*reading.steps.all()]
            if len(steps) >= enough:
                subject = f"{steps[0].subject} and {steps[-1].subject}"
                yield reading.exhibit(Evidence.COURSE, steps[-1].line, subject)
                return
