"""What a reader keeps: follows, saved views, and when a visit begins."""

from datetime import UTC, datetime, timedelta

import pytest

from issues.desk import reading
from issues.desk.errors import DeskError
from issues.desk.reading import (
    A_VISIT_ENDS_AFTER,
    delete_view,
    follow_issue,
    record_visit,
    rename_view,
    save_view,
    unfollow_issue,
)
from issues.models import Follow, SavedView, User
from tests.factories import make_issue, make_user

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
BOARD = "/board/?overdue=1"


def test_following_twice_is_following_once() -> None:
    issue, user = make_issue(), make_user()
    follow_issue(issue=issue, user=user)
    follow_issue(issue=issue, user=user)
    assert Follow.objects.get().issue == issue
    unfollow_issue(issue=issue, user=user)
    unfollow_issue(issue=issue, user=user)
    assert not Follow.objects.exists()


def test_a_view_of_the_same_name_takes_the_place_of_the_first() -> None:
    user = make_user()
    save_view(user=user, name="  Late   ones ", address=BOARD)
    save_view(user=user, name="late ones", address="/board/")
    save_view(user=make_user(), name="Late ones", address=BOARD)
    assert [(view.name, view.address) for view in SavedView.objects.filter(user=user)] == [
        ("late ones", "/board/")
    ]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_is_needed_and_short(name: str) -> None:
    with pytest.raises(DeskError):
        save_view(user=make_user(), name=name, address=BOARD)


def test_too_many_views_and_too_long_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "VIEWS_AT_MOST", 1)
    user = make_user()
    view = save_view(user=user, name="One", address=BOARD)
    with pytest.raises(DeskError, match="delete one first"):
        save_view(user=user, name="Two", address=BOARD)
    delete_view(view=view)
    save_view(user=user, name="Two", address=BOARD)
    with pytest.raises(DeskError, match="too long"):
        save_view(user=user, name="Two", address="/board/?" + "x" * 1000)


def test_a_name_that_another_view_has_is_refused() -> None:
    user = make_user()
    view = save_view(user=user, name="One", address=BOARD)
    save_view(user=user, name="Two", address=BOARD)
    with pytest.raises(DeskError, match="another view"):
        rename_view(view=view, name="TWO")
    rename_view(view=view, name="Three")
    assert set(SavedView.objects.values_list("name", flat=True)) == {"Two", "Three"}


def visit(user: User, after: timedelta) -> datetime | None:
    """Look at the home page; what came after the answer is news."""
    user.refresh_from_db()
    record_visit(user=user, now=NOW + after)
    user.refresh_from_db()
    return user.news_since


def test_looking_again_within_a_visit_loses_no_news() -> None:
    user = make_user()
    assert visit(user, timedelta()) is None
    assert visit(user, timedelta(minutes=30)) is None
    next_day = timedelta(days=1)
    assert visit(user, next_day) == NOW + timedelta(minutes=30)
    for minutes in (1, 10, 60, 200):
        assert visit(user, next_day + timedelta(minutes=minutes)) == NOW + timedelta(minutes=30)


def test_a_visit_ends_after_some_hours_without_a_look() -> None:
    user = make_user()
    visit(user, timedelta())
    assert visit(user, A_VISIT_ENDS_AFTER - timedelta(seconds=1)) is None
    assert visit(user, 2 * A_VISIT_ENDS_AFTER) == NOW + A_VISIT_ENDS_AFTER - timedelta(seconds=1)


def test_of_two_pages_at_once_one_begins_the_visit() -> None:
    """The other read the account before, and must not take the new visit for the one that ended."""
    user = make_user()
    visit(user, timedelta())
    first, second = User.objects.get(pk=user.pk), User.objects.get(pk=user.pk)
    record_visit(user=first, now=NOW + timedelta(days=1))
    record_visit(user=second, now=NOW + timedelta(days=1, seconds=1))
    user.refresh_from_db()
    assert user.news_since == NOW
