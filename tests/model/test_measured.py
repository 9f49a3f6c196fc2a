"""What counts of right and wrong allow us to say."""

import pytest

from lint.model.measured import Measure, Tally


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(46, 52, 0.77, 0.95), (0, 10, 0.0, 0.28), (10, 10, 0.72, 1.0), (0, 0, 0.0, 1.0)],
)
def test_wilson_interval(right: int, of: int, low: float, high: float) -> None:
    assert Tally(right, of).interval() == pytest.approx((low, high), abs=0.005)


def test_a_tally_in_words() -> None:
    assert str(Tally(46, 52)) == "right in 46 of 52 (77–95 %)"


def test_an_estimate_is_worth_four_verdicts() -> None:
    assert Tally(0, 0).shrunk(0.8) == pytest.approx(0.8)
    assert Tally(4, 4).shrunk(0.5) == pytest.approx(0.75)


def test_a_profile_and_a_cue_speak_for_themselves_only_with_enough_verdicts() -> None:
    few = Measure({"news": (9, 9), "docs": (10, 21)}, {}, {"": {"experts": (9, 9), "critics": (1, 10)}})
    rate = few.overall().shrunk(0.8)
    assert few.precision(0.8) == rate
    assert few.precision(0.8, "news") == rate
    assert few.precision(0.8, "docs") == pytest.approx((10 + 4 * rate) / 25)
    assert few.precision(0.8, "news", "experts") == rate
    assert few.precision(0.8, "news", "critics") == pytest.approx((1 + 4 * rate) / 14)


def test_a_cue_of_the_profile_goes_before_the_cue_of_all() -> None:
    measure = Measure({}, {}, {"": {"some": (0, 10)}, "news": {"some": (10, 10)}})
    assert measure.precision(0.5, "news", "some") > 0.8
    assert measure.precision(0.5, "docs", "some") < 0.2


def test_verdicts_go_before_labels() -> None:
    measure = Measure({"news": (20, 20)}, {"news": (0, 90), "science": (30, 30)}, {})
    assert measure.overall() == (20, 20)
    assert measure.under("news") == (20, 20)
    assert measure.under("science") == (30, 30)
    assert Measure({}, {"science": (3, 4)}, {}).overall() == (3, 4)
