import pytest

from benchmarks.speed.growth import Stage, exponent
from benchmarks.speed.measuring import Measure


@pytest.mark.parametrize(("power", "seconds"), [(1.0, (2, 4, 8)), (2.0, (2, 8, 32))])
def test_the_exponent_says_how_time_follows_lines(power: float, seconds: tuple[int, ...]) -> None:
    stages = [
        Stage(10, lines, {"run": Measure(0.0, float(taken), 0.0)})
        for lines, taken in zip((1000, 2000, 4000), seconds, strict=True)
    ]

    assert exponent(stages, "run") == pytest.approx(power)
