"""The timeline in a browser: dragging, keys, circles that open, a look at the words in place."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from issues.models import Issue
from issues.vocabulary import Phase, Signal
from tests.factories import (
    make_capture,
    make_issue,
    make_official,
    make_party,
    make_relationship,
    make_statement,
    make_status,
    make_tenure,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True)


def ago(days: int) -> str:
    return (timezone.localdate() - timedelta(days=days)).isoformat()


@pytest.fixture
def issue(live_server: LiveServer) -> Issue:
    """Four statements of Norland, far apart, and forty of Vesperia within a month; one day has six."""
    editor = make_user("seed")
    make_party("XN", "Norland")
    make_party("XV", "Vesperia")
    issue = make_issue("Direct flights", relationship=make_relationship(), slug="flights")
    aldren = make_official("Karel Aldren")
    make_tenure(aldren, "Deputy Foreign Minister")
    for number, day in enumerate((40, 140, 240, 340)):
        make_statement(
            f"Norland's point number {number}.",
            issue=issue,
            official=aldren,
            stated_on=ago(day),
            signal=Signal.REFUSAL if number % 2 else Signal.PROGRESS,
            editor=editor,
        )
    capture = make_capture("\n".join(f"Vesperia's point {number} ends." for number in range(40)))
    for number in range(40):
        day = 200 if number < 6 else 185 + number
        make_statement(
            f"Vesperia's point {number} ends.",
            issue=issue,
            party="XV",
            speaker_label="Foreign Ministry",
            capture=capture,
            stated_on=ago(day),
            editor=editor,
        )
    make_status(issue, Phase.STALLED, effective_on=ago(300), editor=editor)
    return issue


@pytest.fixture
def page(browser_page: Page, issue: Issue) -> Page:
    browser_page.goto("/issues/flights/?window=1y")
    return browser_page


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer, issue: Issue) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def figure(page: Page) -> Locator:
    return page.locator(".timeline--wide")


def drag(page: Page, low: float, high: float) -> None:
    """Drag across shares of the plot's width, in its middle."""
    box = figure(page).bounding_box()
    assert box is not None
    ratio = box["width"] / 1080
    left, width = box["x"] + 132 * ratio, 936 * ratio
    y = box["y"] + box["height"] * 0.62
    page.mouse.move(left + width * low, y)
    page.mouse.down()
    page.mouse.move(left + width * (low + high) / 2, y, steps=4)
    page.mouse.move(left + width * high, y, steps=4)


def days_of(page: Page) -> tuple[date, date]:
    start, end = (page.locator(name).input_value() for name in ("#from", "#to"))
    return date.fromisoformat(start), date.fromisoformat(end)


def test_dragging_marks_a_stretch_and_comes_closer(page: Page) -> None:
    page.evaluate("window.sameDocument = true")
    before = days_of(page)
    drag(page, 0.25, 0.5)
    expect(page.locator(".brush span")).to_contain_text(" – ")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
    expect(page.locator(".brush")).to_have_count(0)
    start, end = days_of(page)
    assert before[0] < start < end < before[1]
    assert 80 <= (end - start).days <= 110
    assert page.evaluate("window.sameDocument") is True
    assert page.evaluate("document.activeElement.id") == "plot"
    page.go_back()
    expect(page.locator("#window-1y")).to_have_attribute("aria-current", "true")


def test_dragging_with_shift_moves_the_days(page: Page) -> None:
    before = days_of(page)
    page.keyboard.down("Shift")
    drag(page, 0.4, 0.65)
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(page).to_have_url(re.compile("from="))
    start, end = days_of(page)
    assert 70 <= (before[0] - start).days <= 120
    assert end - start == before[1] - before[0]


def test_the_legend_shows_the_colours_it_explains(page: Page) -> None:
    dot = "getComputedStyle(each, '::before').backgroundColor"
    dots: list[str] = page.locator(".legend__word").evaluate_all(f"words => words.map(each => {dot})")
    marks: list[str] = page.evaluate(
        """["towards", "neither", "away"].map(way => {
            const probe = document.querySelector(".legend").appendChild(document.createElement("li"));
            probe.className = way;
            return getComputedStyle(probe).color;
        })"""
    )
    assert dots == marks
    assert len(set(dots)) == 3


def test_escape_lets_a_stretch_go(page: Page) -> None:
    drag(page, 0.25, 0.5)
    page.keyboard.press("Escape")
    expect(page.locator(".brush")).to_have_count(0)
    page.mouse.up()
    assert page.url.endswith("?window=1y")


def settled(page: Page) -> None:
    """A swap is over: nobody presses the next key within the same hundredth of a second."""
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")).to_have_count(0)
    expect(page.locator("#plot")).to_be_focused()


def test_keys_steer_the_days(page: Page) -> None:
    whole = days_of(page)
    page.focus("#plot")
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("from="))
    expect(page.locator("#to")).not_to_have_value(whole[1].isoformat())
    assert days_of(page)[1] < whole[1]
    settled(page)
    page.keyboard.press("End")
    expect(page.locator("#to")).to_have_value(whole[1].isoformat())
    settled(page)
    page.keyboard.press("+")
    expect(page.locator("#from")).not_to_have_value(whole[0].isoformat())
    start, end = days_of(page)
    assert (end - start).days < 200
    settled(page)
    page.keyboard.press("-")
    expect(page.locator("#from")).not_to_have_value(start.isoformat())
    assert page.evaluate("document.activeElement.id") == "plot"


def test_tab_stops_once_at_the_marks_and_arrows_go_from_one_to_the_next(page: Page) -> None:
    stops = page.locator(".timeline--wide a[tabindex='0']")
    expect(stops).to_have_count(1)
    page.focus("#plot")
    page.keyboard.press("Tab")
    focused = "document.activeElement.querySelector('title').textContent"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    first = page.evaluate(focused)
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) != first
    expect(stops).to_have_count(1)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "plot"


def test_a_mark_shows_its_words_in_place_and_escape_leads_back(page: Page) -> None:
    address = page.url
    mark = figure(page).locator("a.mark").first
    mark.focus()
    page.keyboard.press("Enter")
    peek = page.locator("#peek")
    expect(peek).to_be_visible()
    expect(peek).to_contain_text("“Norland's point number")
    expect(peek).to_contain_text("Karel Aldren, Deputy Foreign Minister · Norland")
    expect(peek.locator(".signal")).to_have_count(1)
    expect(peek.locator("a", has_text="in context")).to_have_attribute(
        "href", re.compile(r"/statements/\d+/")
    )
    words = peek.locator(".peek__words").inner_text()
    page.keyboard.press("ArrowRight")
    expect(peek.locator(".peek__words")).not_to_have_text(words)
    page.keyboard.press("Escape")
    expect(peek).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('a.mark')")
    assert page.url == address


def test_a_circle_opens_its_days_and_one_of_a_day_its_list(page: Page) -> None:
    marks = figure(page).locator("a.mark").count()
    figure(page).locator("a.cluster").first.click()
    expect(page).to_have_url(re.compile("from="))
    expect(figure(page).locator("a.mark").nth(3)).to_be_visible()
    assert figure(page).locator("a.mark").count() > marks
    page.goto(f"/issues/flights/?from={ago(204)}&to={ago(196)}")
    figure(page).locator("a.cluster[data-list]").first.click()
    peek = page.locator("#peek")
    expect(peek.locator("li").nth(5)).to_be_visible()
    page.click(".peek__close")
    expect(peek).to_be_hidden()


def test_the_window_follows_the_list(page: Page) -> None:
    row = page.locator(".statement", has_text="Vesperia's point 20 ends.")
    row.locator("a", has_text="on the timeline").click()
    expect(page).to_have_url(re.compile(r"mark=\d+"))
    expect(figure(page).locator(".ring")).to_have_count(1)
    expect(page.locator(".statement--sought")).to_contain_text("point 20")


def test_without_scripts_every_step_is_a_link(plain_page: Page) -> None:
    page = plain_page
    page.goto("/issues/flights/?window=1y")
    page.click("#move-earlier")
    expect(page).to_have_url(re.compile("from="))
    page.click("#window-1y")
    figure(page).locator("a.cluster").first.click()
    expect(page).to_have_url(re.compile("from="))
    expect(figure(page).locator("a.mark").nth(3)).to_be_visible()
    figure(page).locator("a.mark").first.click()
    expect(page).to_have_url(re.compile(r"/statements/\d+/$"))


def test_on_a_phone_it_fits_and_a_look_covers_the_foot_of_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/issues/flights/?window=1y")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".timeline--narrow a.mark").first.click()
    peek = page.locator("#peek")
    expect(peek).to_be_visible()
    box = peek.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 360)
    assert box["y"] + box["height"] == pytest.approx(800, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
