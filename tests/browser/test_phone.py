"""Under fingers on a phone: the days of the timeline, choices folded away, tables, a lost connection."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from issues.models import Issue, PollRun
from issues.vocabulary import Phase
from tests.factories import (
    make_issue,
    make_official,
    make_party,
    make_relationship,
    make_source,
    make_statement,
    make_status,
    make_tenure,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def issue(live_server: LiveServer) -> Issue:
    editor = make_user("seed")
    make_party("XN", "Norland")
    make_party("XV", "Vesperia")
    issue = make_issue("Direct flights", relationship=make_relationship(), slug="flights")
    aldren = make_official("Karel Aldren")
    make_tenure(aldren, "Deputy Foreign Minister")
    for number, ago in enumerate((40, 140, 240, 340)):
        day = (timezone.localdate() - timedelta(days=ago)).isoformat()
        make_statement(f"Point number {number}.", issue=issue, official=aldren, stated_on=day, editor=editor)
    make_status(issue, Phase.STALLED, effective_on="2025-01", editor=editor)
    return issue


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer, issue: Issue) -> Iterator[Page]:
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": 360, "height": 800},
        has_touch=True,
        is_mobile=True,
        locale="en-GB",
        timezone_id="UTC",
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def touch(session: CDPSession, kind: str, *places: tuple[float, float]) -> None:
    points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def days_of(page: Page) -> tuple[date, date]:
    start, end = (page.locator(name).get_attribute("value") for name in ("#from", "#to"))
    return date.fromisoformat(start or ""), date.fromisoformat(end or "")


def middle_of_the_plot(page: Page) -> float:
    page.locator("#plot").scroll_into_view_if_needed()
    box = page.locator("#plot > svg:visible").bounding_box()
    assert box is not None
    return box["y"] + box["height"] * 0.4


def test_a_finger_moves_the_days_and_two_come_closer(phone: Page) -> None:
    page = phone
    page.goto("/issues/flights/?window=3y")
    fingers = page.context.new_cdp_session(page)
    before = days_of(page)
    y = middle_of_the_plot(page)
    touch(fingers, "touchStart", (100, y))
    for x in range(100, 201, 20):
        touch(fingers, "touchMove", (x, y))
    touch(fingers, "touchEnd")
    expect(page).to_have_url(re.compile("from="))
    moved = days_of(page)
    assert moved[1] < before[1]
    assert (moved[1] - moved[0]).days == pytest.approx((before[1] - before[0]).days, abs=2)
    y = middle_of_the_plot(page)
    touch(fingers, "touchStart", (150, y))
    touch(fingers, "touchStart", (150, y), (210, y))
    for way in range(0, 61, 15):
        touch(fingers, "touchMove", (150 - way, y), (210 + way, y))
    touch(fingers, "touchEnd")
    expect(page.locator("#from")).not_to_have_attribute("value", moved[0].isoformat())
    closer = days_of(page)
    assert moved[0] < closer[0] < closer[1] < moved[1]
    assert (closer[1] - closer[0]).days == pytest.approx((moved[1] - moved[0]).days / 3, rel=0.1)


def test_filters_are_folded_and_stay_open_with_the_focus_when_one_is_chosen(phone: Page) -> None:
    page = phone
    page.goto("/issues/flights/?window=3y")
    expect(page.locator("#party-XN")).to_be_hidden()
    page.click("#fold > summary")
    page.click("#party-XN")
    expect(page).to_have_url(re.compile("party=XN"))
    expect(page.locator("#party-XN")).to_be_visible()
    expect(page.locator("#party-XN")).to_be_focused()


def test_where_there_is_room_the_filters_are_open(browser_page: Page, issue: Issue) -> None:
    browser_page.goto("/issues/flights/?window=3y")
    expect(browser_page.locator("#party-XN")).to_be_visible()
    expect(browser_page.locator("#fold > summary")).to_be_hidden()


def test_a_row_of_a_table_says_its_columns(phone: Page) -> None:
    page = phone
    page.goto(reverse("positions", args=("flights",)))
    cell = page.locator(".claims td").first
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"Status"'
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(".claims").evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")


def test_a_lost_connection_is_said_where_one_looks(phone: Page) -> None:
    """The words stand on the screen, wherever the page is scrolled to; what is shown stays."""
    page = phone
    page.goto("/issues/flights/?window=3y")
    heading = page.locator("#statements-heading").inner_text()
    page.route("**/issues/**", lambda route: route.abort())
    page.click("#fold > summary")
    page.click("#party-XN")
    expect(page.locator("#live")).to_contain_text("The server cannot be reached")
    expect(page.locator("#live")).to_be_in_viewport()
    assert page.locator("#statements-heading").inner_text() == heading
    page.unroute("**/issues/**")
    page.click("#party-XN")
    expect(page).to_have_url(re.compile("party=XN"))
    expect(page.locator("#live")).to_have_class("visually-hidden")


def test_a_choice_that_was_not_answered_is_taken_back(
    browser_page: Page, issue: Issue, complaints: list[str]
) -> None:
    page = browser_page
    page.goto("/board/")
    page.route("**/board/**", lambda route: route.abort())
    page.locator("#board-phase").select_option(Phase.STALLED)
    expect(page.locator("#live")).to_contain_text("The server cannot be reached")
    expect(page.locator("#board-phase")).to_have_value("")
    complaints.clear()  # htmx reports it as an error, rightly


def test_russian_words_which_are_longer_fit_too(
    browser: Browser, live_server: LiveServer, issue: Issue
) -> None:
    source = make_source("Ministry of Foreign Affairs of Norland")
    now = timezone.now()
    PollRun.objects.create(source=source, outcome="not_modified", started_at=now, finished_at=now)
    viewport: ViewportSize = {"width": 360, "height": 800}
    context = browser.new_context(base_url=live_server.url, viewport=viewport, locale="ru-RU")
    page = context.new_page()
    for address in ("/sources/", "/board/", "/issues/flights/", "/deadlines/", "/compare/?issue=flights"):
        page.goto(address)
        assert page.evaluate("document.documentElement.lang") == "ru"
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address
    context.close()
