import math
import sys
from pathlib import Path

import pytest

from benchmarks.speed.measuring import Measure, Program, measured, middle

PYTHON = sys.executable


def test_a_program_that_judged_is_no_failure_for_what_it_found(tmp_path: Path) -> None:
    measure = measured(Program((PYTHON, "-c", "print('Found 1'); exit(1)"), "Found"), tmp_path)

    assert math.isfinite(measure.wall)
    assert measure.memory > 0


@pytest.mark.parametrize("body", ["exit(2)", "print('no such file'); exit(1)", "1 / 0"])
def test_the_time_of_a_refusal_is_no_measure(tmp_path: Path, body: str) -> None:
    with pytest.raises(SystemExit, match="ended with"):
        measured(Program((PYTHON, "-c", body), "Found"), tmp_path)


def test_what_takes_too_long_is_stopped_and_took_infinitely_long(tmp_path: Path) -> None:
    sleeper = (PYTHON, "-c", "import time; time.sleep(600)")

    measure = measured(Program(sleeper, patience=0.2), tmp_path)

    assert math.isinf(measure.wall)


def test_the_middle_is_that_of_each_figure() -> None:
    taken = [Measure(1.0, 9.0, 5.0), Measure(3.0, 7.0, 5.0), Measure(2.0, 8.0, 50.0)]

    assert middle(taken) == Measure(2.0, 8.0, 5.0)
