"""Following, saving views, and a reader's home."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from issues.desk.reading import follow_issue, save_view
from issues.models import Follow, SavedView, User
from issues.vocabulary import Phase, Trend
from tests.factories import make_issue, make_pledge, make_statement, make_status, make_user
from tests.views.pages import HTMX, page_of, said

pytestmark = pytest.mark.django_db


def test_a_visitor_finds_the_board_and_a_reader_their_home(client: Client, editor_client: Client) -> None:
    make_issue("Direct flights")
    assert "Where everything stands" in page_of(client.get("/"))
    home = page_of(editor_client.get("/"))
    assert "You follow no issue yet" in home
    assert "No pledge is open" in home
    assert 'href="/board/"' in home
    assert "Where everything stands" in page_of(editor_client.get("/board/"))


def test_who_follows_nothing_is_offered_where_most_was_said_lately(editor_client: Client) -> None:
    quiet, lively = make_issue("Direct flights"), make_issue("Visas")
    assert "Direct flights" in page_of(editor_client.get("/")), "nothing was said yet: the first on the board"
    make_statement("We will talk.", issue=quiet)
    for words in ("Visas are issued.", "Visas are not issued."):
        make_statement(words, issue=lively)
    home = page_of(editor_client.get("/"))
    assert home.index("Visas") < home.index("Direct flights")
    assert f'action="{reverse("follow", args=(lively.slug,))}"' in home
    assert "“Visas are not issued.”" in home
    editor_client.post(reverse("follow", args=(lively.slug,)), {"next": "/"})
    home = page_of(editor_client.get("/"))
    assert "Issues to follow" not in home
    assert "Direct flights" not in home


def test_without_issues_home_says_who_adds_them(editor_client: Client) -> None:
    assert "There is none to follow: an admin adds" in page_of(editor_client.get("/"))


def test_following_from_a_page_and_back_to_it(editor_client: Client, editor: User) -> None:
    issue = make_issue("Direct flights")
    response = editor_client.post(reverse("follow", args=(issue.slug,)), {"next": "/board/"})
    assert response["Location"] == "/board/"
    assert said(response) == ["You follow “Direct flights”."]
    assert Follow.objects.get().user == editor
    assert "Following" in page_of(editor_client.get("/board/"))
    editor_client.post(reverse("unfollow", args=(issue.slug,)))
    assert not Follow.objects.exists()


def test_to_htmx_the_button_as_it_is_now(editor_client: Client) -> None:
    issue = make_issue("Direct flights")
    page = page_of(editor_client.post(reverse("follow", args=(issue.slug,)), headers=HTMX))
    assert "Following" in page
    assert reverse("unfollow", args=(issue.slug,)) in page
    assert "You follow “Direct flights”." in page
    assert "<html" not in page


def test_home_has_what_one_follows_and_what_falls_due_there_first(
    editor_client: Client, editor: User
) -> None:
    followed, other = make_issue("Direct flights"), make_issue("Visas")
    make_status(followed, Phase.STALLED)
    make_pledge(make_statement("Flights by August.", issue=followed), "2026-08-31")
    make_pledge(make_statement("Visas by May.", issue=other), "2026-05-31")
    follow_issue(issue=followed, user=editor)
    follow_issue(issue=other, user=make_user("otto"))
    page = page_of(editor_client.get("/"))
    assert page.index("Flights by August.") < page.index("Visas by May.")
    list_of_issues = page[page.index('id="followed"') : page.index('id="due"')]
    assert "Direct flights" in list_of_issues
    assert "Visas" not in list_of_issues
    assert "?evidence=" in list_of_issues


def test_a_view_is_saved_found_renamed_and_deleted(editor_client: Client, editor: User) -> None:
    make_issue()
    address = "/board/?overdue=1&group=phase"
    assert "Save this view as" in page_of(editor_client.get(address))
    response = editor_client.post(reverse("view_save"), {"name": "Late", "next": address})
    assert response["Location"] == address
    view = SavedView.objects.get(user=editor)
    assert view.address == address
    assert "/board/?overdue=1&amp;group=phase" in page_of(editor_client.get("/"))
    editor_client.post(reverse("view_rename", args=(view.pk,)), {"name": "Very late"})
    assert "Very late" in page_of(editor_client.get("/"))
    editor_client.post(reverse("view_delete", args=(view.pk,)))
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    "address", ["/officials/", "https://elsewhere.example/board/", "//elsewhere.example/"]
)
def test_only_views_of_our_boards_are_saved(editor_client: Client, address: str) -> None:
    response = editor_client.post(reverse("view_save"), {"name": "Late", "next": address})
    assert not SavedView.objects.exists()
    assert said(response) == ["Only a view of a board can be saved."]


def test_nobody_touches_the_views_of_others(editor_client: Client) -> None:
    view = save_view(user=make_user("otto"), name="Late", address="/board/")
    for name in ("view_rename", "view_delete"):
        assert editor_client.post(reverse(name, args=(view.pk,)), {"name": "Mine"}).status_code == 404
    assert SavedView.objects.get().name == "Late"


def test_without_an_account_the_address_is_the_view(client: Client) -> None:
    make_issue()
    page = page_of(client.get("/board/?sort=name"))
    assert "The address of this page is the view" in page
    assert 'href="/board/?sort=name"' in page
    assert "Save this view as" not in page
    assert "follow__button" not in page


def test_news_of_followed_issues_stays_within_a_visit(editor_client: Client, editor: User) -> None:
    followed, other = make_issue("Direct flights"), make_issue("Visas")
    follow_issue(issue=followed, user=editor)
    editor.visit_seen_at = timezone.now() - timedelta(days=1)
    editor.save()
    assert "1 new statement" not in page_of(editor_client.get("/"))
    make_status(followed, Phase.STALLED, effective_on="2026-06-26", trend=Trend.DETERIORATED)
    make_status(other, Phase.OPERATING)
    for _look in range(2):
        page = page_of(editor_client.get("/"))
        assert "↘ now stalled since 26 Jun 2026" in page
        assert "1 new statement" in page
        assert "now operating" not in page


def test_what_was_there_before_is_no_news(editor_client: Client, editor: User) -> None:
    issue = make_issue("Direct flights")
    make_status(issue, Phase.STALLED)
    follow_issue(issue=issue, user=editor)
    User.objects.filter(pk=editor.pk).update(visit_seen_at=timezone.now(), news_since=timezone.now())
    assert "Nothing has changed on the issues you follow" in page_of(editor_client.get("/"))


def test_a_home_with_follows_asks_at_most_twelve_questions(editor_client: Client, editor: User) -> None:
    issue = make_issue("Direct flights")
    make_pledge(make_statement("By August.", issue=issue), "2026-08-31")
    make_status(issue, Phase.STALLED)
    follow_issue(issue=issue, user=editor)
    with CaptureQueriesContext(connection) as queries:
        assert editor_client.get("/").status_code == 200
    assert len(queries) <= 12, [query["sql"] for query in queries.captured_queries]
