"""A swap moves nothing that it does not change, and says so while an answer is awaited."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.factories import make_capture, make_statement

pytestmark = pytest.mark.django_db(transaction=True)

WATCH = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def statements(db: None) -> None:
    for number in range(30):
        words = f"We spoke of flights for the {number}th time."
        make_statement(words, capture=make_capture(words), stated_on=f"2026-05-{number % 28 + 1:02}")


def test_a_search_as_one_types_shifts_nothing(browser_page: Page, statements: None) -> None:
    """Good is a shift of 0.1 or less (web.dev/cls); the head of the page stays where it is."""
    page = browser_page
    page.goto("/search/?q=flights")
    page.evaluate(WATCH)
    place = page.locator("h1").bounding_box()
    page.fill("#q", "flights time")
    expect(page).to_have_url(re.compile("q=flights(\\+|%20)time"))
    page.wait_for_timeout(600)  # what has had recent input is not counted for half a second
    assert page.locator("h1").bounding_box() == place
    assert page.evaluate("window.shifted") <= 0.1


def test_an_answer_that_takes_its_time_is_announced(browser_page: Page, statements: None) -> None:
    page = browser_page
    page.goto("/search/")
    waiting: list[Route] = []
    page.route(re.compile(r"/search/\?"), lambda route: waiting.append(route))  # noqa: PLW0108  # not a method
    page.fill("#q", "flights")
    expect(page.locator("#loading")).to_be_visible()
    waiting[0].continue_()
    expect(page.locator("#loading")).to_be_hidden()
