"""An analyst asks what was known on an earlier day, in a real browser."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.factories import make_issue, make_official, make_statement

pytestmark = pytest.mark.django_db(transaction=True)


def database_time() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment


def test_a_late_addition_leaves_the_answer_of_yesterday(
    browser_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = make_issue("Direct flights", slug="flights")
    make_statement("Said and known.", issue=issue, official=make_official(), stated_on="2026-06-26")
    moment = database_time()
    # Yesterday ends now: nobody waits for midnight in a test.
    monkeypatch.setattr("issues.views.as_of.end_of", lambda _day: moment)
    yesterday = timezone.localdate() - timedelta(days=1)
    quotes = browser_page.locator("#statements .statement__words")

    browser_page.goto("/issues/flights/?window=all")
    browser_page.locator(".as-of summary").click()
    browser_page.locator("#as-of").fill(yesterday.isoformat())
    browser_page.locator(".as-of button").click()
    expect(browser_page.locator(".as-of-banner")).to_contain_text("Later additions are left out.")
    assert f"as_of={yesterday.isoformat()}" in browser_page.url
    assert "window=all" in browser_page.url
    expect(quotes).to_have_count(1)
    before = browser_page.locator("#view").inner_html()

    make_statement("Said then, known later.", issue=issue, stated_on="2026-06-20")
    browser_page.reload()
    assert browser_page.locator("#view").inner_html() == before

    # Every way on stays on that day.
    browser_page.locator("#statements a", has_text="in context").first.click()
    expect(browser_page.locator(".as-of-banner")).to_be_visible()
    browser_page.go_back()
    browser_page.locator(".as-of-banner a", has_text="Back to today").click()
    expect(browser_page.locator(".as-of-banner")).to_have_count(0)
    expect(quotes).to_have_count(2)
