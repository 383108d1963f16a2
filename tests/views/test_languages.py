"""Words say their language wherever they are quoted, so that they are read out as they are spoken."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from issues.desk.reading import follow_issue
from issues.models import Statement
from issues.templatetags.site import in_language
from tests.factories import make_issue, make_pledge, make_statement, make_status, make_user
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db

WORDS = "سنتحدث قبل نهاية الصيف."


@pytest.fixture
def said(client: Client) -> Statement:
    issue, reader = make_issue("Direct flights", slug="flights"), make_user()
    today = timezone.localdate()
    said = make_statement(WORDS, issue=issue, language="ar", stated_on=(today - timedelta(9)).isoformat())
    make_pledge(said, (today - timedelta(1)).isoformat())
    make_status(issue, evidence=[said])
    follow_issue(issue=issue, user=reader)
    client.force_login(reader)
    return said


@pytest.mark.parametrize(
    "address",
    ["/", "/board/", "/issues/flights/", "/deadlines/", "/compare/?issue=flights", "/search/", "/changes/"],
)
def test_a_quote_says_its_language_and_that_it_runs_from_the_right(
    client: Client, said: Statement, address: str
) -> None:
    page = page_of(client.get(address))
    assert WORDS in page
    # Titles and labels hold no elements; every element that holds the words says their language.
    held = [before for before in page.split(WORDS)[:-1] if _in_an_element(before)]
    assert held
    assert all(' lang="ar" dir="rtl"' in before[-200:] for before in held)


def _in_an_element(before: str) -> bool:
    tag, _, after = before.rpartition("<")[2].partition(">")
    return after in ("", "“") and ">" in before[-2:] and not tag.startswith(("title", "text", "option"))


def test_the_desks_pages_do_so_too(client: Client, said: Statement) -> None:
    client.force_login(make_user())
    page = page_of(client.get(reverse("status_new", args=("flights",))))
    assert 'class="quote" lang="ar" dir="rtl">“' + WORDS in page


@pytest.mark.parametrize(
    ("code", "attributes"),
    [
        ("", ""),
        ("ru", ' lang="ru"'),
        ("he-IL", ' lang="he-IL" dir="rtl"'),
        ('"><b>', ' lang="&quot;&gt;&lt;b&gt;"'),
    ],
)
def test_an_unknown_language_says_nothing(code: str, attributes: str) -> None:
    assert in_language(code) == attributes
