"""Deadlines in a real browser: from the home page to an overdue pledge, and through the months."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.factories import make_issue, make_official, make_pledge, make_statement, make_status

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def overdue() -> str:
    """Words of a pledge that fell due 40 days ago; another falls due in five days."""
    today = timezone.localdate()
    issue = make_issue("Direct flights")
    words = "You will see our experts at one table before this summer is out."
    said = make_statement(words, issue=issue, official=make_official("Karel Aldren"), stated_on="2026-06-26")
    make_pledge(said, (today - timedelta(days=40)).isoformat(), due_on_words="before this summer is out")
    make_pledge(make_statement("Soon.", issue=issue), (today + timedelta(days=5)).isoformat())
    make_status(issue, evidence=[said])
    return words


def test_an_overdue_pledge_is_three_actions_from_the_home_page(browser_page: Page, overdue: str) -> None:
    browser_page.goto("/")
    browser_page.get_by_role("navigation", name="Main").get_by_role("link", name="Deadlines").click()
    browser_page.locator("#outcome-overdue").click()
    expect(browser_page.locator(".pledge-row")).to_have_count(1)
    expect(browser_page.locator(".pledge-row")).to_contain_text("40 days overdue")
    browser_page.get_by_role("link", name=overdue).click()
    expect(browser_page.locator("main")).to_contain_text(overdue)


def test_months_are_paged_in_place_with_focus_kept_and_a_word_to_listeners(
    browser_page: Page, overdue: str
) -> None:
    browser_page.goto("/deadlines/")
    browser_page.locator("#view-month").click()
    title = browser_page.locator("#month-title")
    now = title.inner_text()
    expect(browser_page.locator(".month__aside")).to_contain_text("40 days overdue")
    earlier = browser_page.locator("#month-earlier")
    name = earlier.inner_text().removeprefix("← ")
    earlier.click()
    expect(title).to_have_text(name)
    assert browser_page.evaluate("document.activeElement.id") == "month-earlier"
    expect(browser_page.locator("#live")).to_have_text(name)
    browser_page.locator("#month-today").click()
    expect(title).to_have_text(now)
    browser_page.go_back()
    expect(title).to_have_text(name)
    browser_page.reload()
    expect(title).to_have_text(name)
    expect(browser_page.locator(".calendar__week")).not_to_have_count(0)


def test_on_a_phone_a_month_is_a_list_of_its_days(browser_page: Page, overdue: str) -> None:
    browser_page.set_viewport_size({"width": 360, "height": 740})
    due = timezone.localdate() - timedelta(days=40)
    browser_page.goto(f"/deadlines/?month={due:%Y-%m}")
    expect(browser_page.locator(".calendar__day--free").first).to_be_hidden()
    expect(browser_page.locator(".entry")).to_be_visible()
    width = browser_page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
