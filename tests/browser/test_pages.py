"""The analysts' pages in a browser: filters, windows, keyboard, phone, without scripts, on paper."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from issues.models import Issue, User
from issues.vocabulary import Phase, ReviewState, Signal, StatementKind
from tests.factories import (
    make_issue,
    make_official,
    make_party,
    make_pledge,
    make_relationship,
    make_statement,
    make_status,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True)

SIGNALS = list(Signal)


def ago(days: int) -> str:
    return (timezone.localdate() - timedelta(days=days)).isoformat()


@pytest.fixture
def issue(live_server: LiveServer) -> Issue:
    """A year and a half of two parties on one issue; a pledge is overdue, claims conflict."""
    editor = make_user("seed")
    make_party("XN", "Norland")
    make_party("XV", "Vesperia")
    issue = make_issue("Direct flights", relationship=make_relationship())
    aldren, moreau = make_official("Karel Aldren"), make_official("Tessa Moreau", party="XV")
    for number in range(30):
        make_statement(
            f"Point {number} was made on flights, at some length, as is the custom of these officials.",
            issue=issue,
            official=aldren if number % 3 else moreau,
            stated_on=ago(number * 17 + 3),
            signal=SIGNALS[number % len(SIGNALS)],
            kind=StatementKind.REPORTED_SPEECH if number == 5 else StatementKind.DIRECT_QUOTE,
            editor=editor,
        )
    for perspective, phase, days in (
        (None, Phase.SUSPENDED, 500),
        (None, Phase.STALLED, 200),
        (make_party("XN"), Phase.STALLED, 220),
        (make_party("XV"), Phase.CONSULTING, 180),
    ):
        make_status(issue, phase, effective_on=ago(days), perspective=perspective, editor=editor)
    promised = make_statement("Before this summer is out.", issue=issue, stated_on=ago(150), editor=editor)
    make_pledge(promised, f"{ago(150)}/{ago(85)}", due_on_words="before this summer is out")
    make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    return issue


def address(issue: Issue) -> str:
    return f"/issues/{issue.slug}/"


def test_a_filter_changes_the_list_in_place_and_the_address_with_it(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue))
    page.evaluate("window.sameDocument = true")
    page.focus("#party-XV")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?party=XV"))
    expect(page.locator("#statements .statement__who").first).to_contain_text("Vesperia")
    assert page.evaluate("window.sameDocument") is True
    assert page.evaluate("document.activeElement.id") == "party-XV"
    expect(page.locator("#party-XV")).to_have_attribute("aria-current", "true")
    heading = page.locator("#statements-heading").inner_text()
    expect(page.locator("#live")).to_have_text(heading)


def test_going_back_brings_the_list_before(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue))
    before = page.locator("#statements-heading").inner_text()
    page.click("#party-XV")
    expect(page.locator("#statements-heading")).not_to_have_text(before)
    page.go_back()
    expect(page.locator("#statements-heading")).to_have_text(before)


def test_a_copied_address_shows_the_same_view(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue))
    page.click("#window-3m")
    expect(page).to_have_url(re.compile(r"window=3m"))
    page.click("#signal-progress")
    expect(page).to_have_url(re.compile(r"signal=progress"))
    heading = page.locator("#statements-heading").inner_text()
    page.goto(page.url)
    expect(page.locator("#statements-heading")).to_have_text(heading)
    expect(page.locator("#window-3m")).to_have_attribute("aria-current", "true")


def test_a_period_of_ones_own(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue))
    page.fill("#from", ago(100))
    page.fill("#to", ago(50))
    page.click("#period-show")
    expect(page).to_have_url(re.compile(rf"from={ago(100)}"))
    expect(page.locator(".statement")).to_have_count(3)
    expect(page.locator(".timeline--wide text.today")).to_have_count(0)


def test_focus_is_not_lost_when_what_had_it_is_gone(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue) + "?window=3y")
    page.focus("#older")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"before="))
    expect(page.locator("#newest")).to_be_visible()
    expect(page.locator("#statements-heading")).to_be_focused()


def test_every_mark_can_be_reached_and_says_what_it_is(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue))
    marks = page.locator(".timeline--wide a.mark")
    assert marks.count() > 5
    mark = marks.last
    label = mark.locator("title").text_content() or ""
    assert re.match(r"\d+ \w+ \d{4}, .+: ", label)
    expect(page.get_by_role("link", name=label).first).to_have_attribute(
        "href", re.compile(r"/statements/\d+/$")
    )


def test_from_the_board_to_the_sentence_behind_the_phase_in_two(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto("/")
    page.click("text=Direct flights")
    page.click(".cited >> nth=0")
    expect(page).to_have_url(re.compile(r"/statements/\d+/$"))
    expect(page.locator("blockquote mark")).to_be_visible()


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_it_all_works_without_scripts(plain_page: Page, issue: Issue) -> None:
    page = plain_page
    page.goto(address(issue))
    page.click("#party-XV")
    expect(page).to_have_url(re.compile(r"\?party=XV#statements"))
    expect(page.locator("#party-XV")).to_have_attribute("aria-current", "true")
    page.fill("#from", ago(100))
    page.fill("#to", ago(50))
    page.click("#period-show")
    expect(page).to_have_url(re.compile(r"party=XV"))
    expect(page.locator(".statement")).to_have_count(1)
    page.click("#window-3y")
    expect(page.locator("#window-3y")).to_have_attribute("aria-current", "true")


def paths(issue: Issue) -> list[str]:
    statement = issue.links.earliest("id").statement
    document = statement.appearances.get().capture.document_id
    return [
        "/",
        issue.relationship.get_absolute_url(),
        address(issue),
        statement.get_absolute_url(),
        f"/documents/{document}/",
        "/deadlines/",
        "/officials/",
        f"/officials/{statement.official.slug}/" if statement.official else "/officials/",
        "/nothing/here/",
    ]


@pytest.mark.parametrize("width", [360, 640, 800, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_the_screen(browser_page: Page, issue: Issue, width: int, scheme: str) -> None:
    page = browser_page
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    for path in paths(issue):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_phone_gets_a_figure_of_its_own(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address(issue))
    expect(page.locator(".timeline--narrow")).to_be_visible()
    expect(page.locator(".timeline--wide")).to_be_hidden()
    size = page.evaluate("document.querySelector('.timeline--narrow').getBoundingClientRect().width")
    assert size >= 320


@pytest.mark.parametrize("width", [1280, 800, 360])
def test_texts_of_the_figure_do_not_overlap_as_drawn(browser_page: Page, issue: Issue, width: int) -> None:
    page = browser_page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(issue) + "?window=3y")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.timeline text')].map((text) => {
            const box = text.getBoundingClientRect();
            return [text.textContent, box.left, box.right, box.top + 3, box.bottom - 3];
        }).filter((box) => box[2] > box[1])"""
    )
    for place, (words, left, right, top, bottom) in enumerate(boxes):
        for other, its_left, its_right, its_top, its_bottom in boxes[place + 1 :]:
            is_apart = left >= its_right or its_left >= right or top >= its_bottom or its_top >= bottom
            assert is_apart, (words, other)


def test_paper_has_the_words_and_the_figure_and_nothing_to_press(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue))
    page.emulate_media(media="print")
    expect(page.locator(".timeline--wide")).to_be_visible()
    expect(page.locator(".statement").first).to_be_visible()
    expect(page.locator(".masthead nav")).to_be_hidden()
    expect(page.locator(".filters").first).to_be_hidden()
    assert len(page.pdf()) > 10_000


def test_a_reader_can_go_past_the_header_and_the_figure(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto(address(issue))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.focus(".skip-figure")
    expect(page.locator(".skip-figure")).to_be_in_viewport()


def test_editors_see_the_backlog_in_the_header(
    browser_page: Page, issue: Issue, sign_in: Callable[[User], None]
) -> None:
    sign_in(make_user("anna"))
    browser_page.goto(address(issue))
    expect(browser_page.locator(".masthead__count")).to_have_text("1")
    browser_page.click("text=1 suggestion awaits review")
    expect(browser_page).to_have_url(re.compile("/review/"))


def test_a_failed_request_is_said(browser_page: Page, issue: Issue, complaints: list[str]) -> None:
    page = browser_page
    page.goto(address(issue))
    page.route("**/issues/**", lambda route: route.fulfill(status=500, body="no"))
    page.click("#party-XV")
    expect(page.locator("#live")).to_contain_text("That did not work")
    expect(page.locator("#live")).to_be_visible()
    complaints.clear()  # htmx reports the answer as an error, rightly


def test_on_paper_a_search_says_what_was_searched_for_and_where(browser_page: Page) -> None:
    page = browser_page
    page.goto("/search/?q=talks")
    page.locator("#q").fill("talks will")
    expect(page).to_have_url(re.compile(r"q=talks\+will|q=talks%20will"))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#q")).to_be_visible()
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    expect(page.locator("#printed-address")).to_have_text(page.url)


def test_on_paper_a_month_has_nothing_to_press(browser_page: Page) -> None:
    page = browser_page
    page.goto("/deadlines/?month=2026-11")
    page.emulate_media(media="print")
    expect(page.locator("#month-title")).to_be_visible()
    expect(page.locator("#month-later")).to_be_hidden()
