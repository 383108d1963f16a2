"""How far a position moved between two statements."""

import pytest

from issues.desk.errors import DeskError
from issues.desk.shifts import set_shift
from issues.models import Issue, Shift, Statement, User
from issues.vocabulary import ReviewState, ShiftSize
from tests.factories import make_issue, make_official, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue() -> Issue:
    return make_issue()


@pytest.fixture
def pair(issue: Issue) -> tuple[Statement, Statement]:
    """The later and the earlier."""
    later = make_statement("We may talk.", issue=issue, stated_on="2026-07-01")
    return later, make_statement("We will not talk.", issue=issue, stated_on="2026-06-01")


def judged(
    issue: Issue, pair: tuple[Statement, Statement], size: ShiftSize | None, editor: User
) -> Shift | None:
    return set_shift(issue=issue, statement=pair[0], earlier=pair[1], size=size, editor=editor)


def test_a_step_is_judged_once_and_judged_anew(
    issue: Issue, pair: tuple[Statement, Statement], editor: User
) -> None:
    first = judged(issue, pair, ShiftSize.HALF, editor)
    assert judged(issue, pair, ShiftSize.HALF, editor) == first
    assert [event.pgh_label for event in first.events.all()] == ["insert"]  # type: ignore[union-attr]
    judged(issue, pair, ShiftSize.FULL, editor)
    shift = Shift.objects.get()
    assert (shift.size, shift.set_by) == (ShiftSize.FULL, editor)


def test_a_judgement_is_taken_back(issue: Issue, pair: tuple[Statement, Statement], editor: User) -> None:
    judged(issue, pair, ShiftSize.NONE, editor)
    assert judged(issue, pair, None, editor) is None
    assert judged(issue, pair, None, editor) is None
    assert not Shift.objects.exists()


def test_a_shift_leads_forward(issue: Issue, pair: tuple[Statement, Statement], editor: User) -> None:
    with pytest.raises(DeskError, match="from an earlier statement to a later one"):
        judged(issue, (pair[1], pair[0]), ShiftSize.HALF, editor)
    with pytest.raises(DeskError, match="Choose two statements"):
        judged(issue, (pair[0], pair[0]), ShiftSize.HALF, editor)


def test_both_are_accepted_on_the_issue(
    issue: Issue, pair: tuple[Statement, Statement], editor: User
) -> None:
    with pytest.raises(DeskError, match="accepted on this issue"):
        judged(make_issue("Visas"), pair, ShiftSize.HALF, editor)
    waiting = make_statement("Perhaps.", issue=issue, stated_on="2026-08-01", state=ReviewState.SUGGESTED)
    with pytest.raises(DeskError, match="accepted on this issue"):
        judged(issue, (waiting, pair[0]), ShiftSize.HALF, editor)


def test_a_shift_is_of_one_voice(issue: Issue, pair: tuple[Statement, Statement], editor: User) -> None:
    other = make_statement("Nor shall we.", issue=issue, stated_on="2026-08-01", party="XV")
    with pytest.raises(DeskError, match="one voice"):
        judged(issue, (other, pair[0]), ShiftSize.HALF, editor)
    other.joint_parties.add(pair[0].party)
    assert judged(issue, (other, pair[0]), ShiftSize.HALF, editor)


def test_an_official_may_have_changed_sides(issue: Issue, editor: User) -> None:
    official = make_official()
    earlier = make_statement("No.", issue=issue, official=official, stated_on="2026-06-01")
    later = make_statement("Yes.", issue=issue, official=official, stated_on="2026-07-01")
    assert judged(issue, (later, earlier), ShiftSize.FULL, editor)
