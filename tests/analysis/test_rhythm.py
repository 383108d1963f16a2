"""A rhythm is a pair's own, needs enough days, and one odd gap does not make it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.rhythm import DAYS_AT_LEAST, DAYS_AT_MOST, rhythm

START = date(2026, 1, 1)
GAPS = st.lists(st.integers(1, 400), min_size=DAYS_AT_LEAST - 1, max_size=30)


def days(*gaps: int) -> list[date]:
    found = [START]
    for gap in gaps:
        found.append(found[-1] + timedelta(days=gap))
    return found


def test_the_usual_gap_is_the_median() -> None:
    found = rhythm(days(9, 8, 9, 10, 9))
    assert found is not None
    assert (found.usual, found.patience) == (9, 27)


def test_too_few_days_have_no_rhythm() -> None:
    assert rhythm(days(9, 9, 9, 9)) is None
    assert rhythm([START] * 40) is None
    assert rhythm([]) is None


def test_who_speaks_daily_is_given_a_week() -> None:
    found = rhythm(days(1, 1, 1, 1, 1))
    assert found is not None
    assert (found.usual, found.patience) == (1, 7)


def test_pauses_that_recur_are_waited_out_and_a_single_one_is_not() -> None:
    once = rhythm(days(5, 5, 5, 90, 5, 5))
    twice = rhythm(days(5, 5, 90, 5, 90, 5, 5))
    assert once is not None
    assert twice is not None
    assert (once.patience, twice.patience) == (15, 90)


def test_only_the_latest_days_count() -> None:
    found = rhythm(days(*[100] * 20, *[3] * (DAYS_AT_MOST - 1)))
    assert found is not None
    assert found.usual == 3


@given(GAPS)
def test_the_order_and_the_number_of_statements_a_day_do_not_matter(gaps: list[int]) -> None:
    once = days(*gaps)
    assert rhythm(list(reversed(once + once))) == rhythm(once)


@given(GAPS)
def test_nobody_is_silent_within_a_week_or_three_usual_gaps(gaps: list[int]) -> None:
    found = rhythm(days(*gaps))
    assert found is not None
    assert found.usual >= 1
    assert found.patience >= max(7, 3 * found.usual)


@given(GAPS, st.integers(1, 3_000))
def test_one_longest_gap_changes_nothing_however_long(gaps: list[int], more: int) -> None:
    """Making the longest of the remembered gaps longer moves neither the median nor the patience."""
    latest = gaps[-(DAYS_AT_MOST - 1) :]
    longer = list(latest)
    longer[longer.index(max(longer))] += more
    assert rhythm(days(*latest)) == rhythm(days(*longer))
