"""The ribbon of the last 24 months."""

from datetime import date

import pytest

from issues.analysis.ribbon import WIDTH, first_day, ribbon
from issues.analysis.standing import ASSESSED, Change, standing
from issues.vocabulary import Phase

TODAY = date(2026, 11, 24)


def change(number: int, day: str, phase: Phase) -> Change:
    lower = date.fromisoformat(day)
    return Change(number, 1, ASSESSED, phase.value, "unchanged", day, lower, lower)


def test_phases_follow_one_another_to_today() -> None:
    changes = [change(1, "2020-01-01", Phase.SUSPENDED), change(2, "2025-11-24", Phase.STALLED)]
    drawn = ribbon(standing(changes, today=TODAY).spells[ASSESSED], today=TODAY)
    first, second = drawn.pieces
    assert (first.x, first.badge.phase) == ("0.0", Phase.SUSPENDED)
    assert float(second.x) + float(second.width) == pytest.approx(WIDTH, abs=1.1)
    assert float(first.x) + float(first.width) < float(second.x)
    assert drawn.label == ("Last 24 months: Suspended, 1 Jan 2020 – 24 Nov 2025; Stalled, since 24 Nov 2025")


def test_what_ended_before_is_left_out() -> None:
    changes = [change(1, "2020-01-01", Phase.SUSPENDED), change(2, "2022-01-01", Phase.STALLED)]
    drawn = ribbon(standing(changes, today=TODAY).spells[ASSESSED], today=TODAY)
    assert [piece.badge.phase for piece in drawn.pieces] == [Phase.STALLED]


def test_an_issue_nobody_assessed_has_an_empty_ribbon() -> None:
    assert ribbon((), today=TODAY).pieces == ()
    assert ribbon((), today=TODAY).label == "Last 24 months: not assessed"


@pytest.mark.parametrize(
    ("day", "months", "first"),
    [
        (date(2026, 11, 24), 24, date(2024, 11, 24)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
    ],
)
def test_months_back(day: date, months: int, first: date) -> None:
    assert first_day(day, months) == first
