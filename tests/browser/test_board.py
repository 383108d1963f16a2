"""The board and the home page in a browser: filters, follows, months, keyboard, a phone, no scripts."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from issues.desk.reading import follow_issue
from issues.models import Issue, User
from issues.vocabulary import Phase
from tests.factories import (
    make_issue,
    make_party,
    make_pledge,
    make_relationship,
    make_statement,
    make_status,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True)

# As wide as they are when no word may be broken; what is for screen readers alone takes no room.
WORDS_WIDER_THAN_THEIR_CELL = """cells => cells.filter(cell => {
    [cell, ...cell.querySelectorAll("*")].forEach((each) => { each.style.overflowWrap = "normal"; });
    const right = cell.getBoundingClientRect().right - parseFloat(getComputedStyle(cell).paddingRight) + 1;
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let isWider = false;
    while (walk.nextNode()) {
        if (walk.currentNode.parentElement.closest(".visually-hidden")) continue;
        const words = document.createRange();
        words.selectNodeContents(walk.currentNode);
        isWider ||= words.getBoundingClientRect().right > right;
    }
    return isWider;
}).map((cell) => cell.textContent.trim())"""
PROMISE = "You will see our experts at one table before this summer is out."


def ago(days: int) -> str:
    return (timezone.localdate() - timedelta(days=days)).isoformat()


@pytest.fixture
def issue(live_server: LiveServer) -> Issue:
    """Flights, stalled, with a pledge overdue; beside it visas, of which nothing is known."""
    editor = make_user("seed")
    make_party("XN", "Norland")
    make_party("XV", "Vesperia")
    pair = make_relationship()
    issue = make_issue("Direct flights", relationship=pair)
    make_issue("Visas", relationship=pair, category="visas")
    said = make_statement("There has been no movement.", issue=issue, stated_on=ago(40), editor=editor)
    make_status(issue, Phase.SUSPENDED, effective_on=ago(500), evidence=[said], editor=editor)
    make_status(issue, Phase.STALLED, effective_on=ago(200), evidence=[said], editor=editor)
    promised = make_statement(PROMISE, issue=issue, stated_on=ago(150), editor=editor)
    make_pledge(promised, f"{ago(150)}/{ago(85)}", due_on_words="before this summer is out")
    return issue


@pytest.fixture
def reader(sign_in: Callable[[User], None], issue: Issue) -> User:
    user = make_user("anna")
    sign_in(user)
    return user


def test_from_home_to_an_overdue_pledge_in_three_actions(browser_page: Page, reader: User) -> None:
    page = browser_page
    page.goto("/")
    page.click("text=Pledges overdue")
    expect(page.locator("main")).to_contain_text("85 days overdue")
    page.click(".statement__words a")
    expect(page).to_have_url(re.compile(r"/statements/\d+/$"))
    expect(page.locator("blockquote mark")).to_contain_text(PROMISE)


def test_from_home_to_the_sentence_behind_the_phase_in_two(
    browser_page: Page, reader: User, issue: Issue
) -> None:
    follow_issue(issue=issue, user=reader)
    page = browser_page
    page.goto("/")
    page.click(".board__evidence")
    expect(page).to_have_url(re.compile(r"\?evidence=\d+#statements$"))
    page.click(".statement__words a")
    expect(page.locator("blockquote mark")).to_contain_text("There has been no movement.")


def test_a_filter_changes_the_board_in_place_and_keeps_the_focus(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto("/board/")
    page.evaluate("window.sameDocument = true")
    page.focus("#board-phase")
    page.select_option("#board-phase", "stalled")
    expect(page).to_have_url(re.compile(r"/board/\?phase=stalled$"))
    expect(page.locator(".board__issue")).to_have_count(1)
    expect(page.locator("#live")).to_have_text("1 of 2 issues")
    assert page.evaluate("document.activeElement.id") == "board-phase"
    page.click("#board-clear")
    expect(page.locator(".board__issue")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"/board/$"))
    assert page.evaluate("window.sameDocument") is True


def test_a_head_of_a_column_sorts(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto("/board/")
    page.click("#sort-name")
    expect(page).to_have_url(re.compile(r"sort=name$"))
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Issue", ignore_case=True)
    expect(page.locator("#board-sort")).to_have_value("name")


def test_following_in_place(browser_page: Page, reader: User, issue: Issue) -> None:
    page = browser_page
    page.goto("/board/")
    button = page.locator(f"#follow-{issue.slug}")
    button.click()
    expect(button).to_contain_text("Following")
    expect(page.locator("#live")).to_have_text("You follow “Direct flights”.")
    page.goto("/")
    expect(page.locator(".home__title")).to_contain_text("Direct flights")


def test_a_view_is_saved_and_stands_on_the_home_page(browser_page: Page, reader: User) -> None:
    page = browser_page
    page.goto("/board/?overdue=1")
    page.fill("#view-name", "What is late")
    page.click("#board-save button")
    expect(page.locator(".messages")).to_contain_text("Saved as “What is late”")
    page.goto("/")
    page.click("text=What is late")
    expect(page).to_have_url(re.compile(r"/board/\?overdue=1$"))


def test_months_by_keyboard_lead_to_their_evidence(browser_page: Page, issue: Issue) -> None:
    page = browser_page
    page.goto("/board/?view=matrix")
    cells = page.locator(".matrix td a")
    cells.last.focus()
    last = cells.last.get_attribute("href")
    page.keyboard.press("ArrowLeft")
    focused = page.evaluate("document.activeElement.title")
    assert re.match(r"\w{3} \d{4}: ", focused)
    assert page.evaluate("document.activeElement.getAttribute('href')") != last
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/issues/.+(evidence=|from=)"))


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_it_all_works_without_scripts(plain_page: Page, issue: Issue) -> None:
    page = plain_page
    page.goto("/board/")
    page.select_option("#board-phase", "stalled")
    page.click("#board-show")
    expect(page).to_have_url(re.compile(r"/board/\?phase=stalled$"))
    expect(page.locator(".board__issue")).to_have_count(1)
    page.click("#view-matrix")
    expect(page.locator(".matrix tbody tr th[scope=row]")).to_have_count(1)


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_nothing_is_wider_than_the_screen(browser_page: Page, reader: User, issue: Issue, width: int) -> None:
    follow_issue(issue=issue, user=reader)
    page = browser_page
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", "/board/", "/board/?view=matrix&months=36", "/parties/xn/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_headers_lines_hold_an_admins_entries(
    browser_page: Page, sign_in: Callable[[User], None], issue: Issue
) -> None:
    sign_in(
        User.objects.create_superuser("root", password="not used here", first_name="Anna", last_name="B.")
    )
    page = browser_page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/")
    tops = page.evaluate(
        "() => [...new Set([...document.querySelectorAll('.masthead nav a')]"
        ".map((a) => a.getBoundingClientRect().top))]"
    )
    assert len(tops) == 1


def test_no_word_of_the_board_is_broken_in_either_language(
    browser: Browser, issue: Issue, live_server: LiveServer
) -> None:
    Issue.objects.filter(pk=issue.pk).update(title_ru="Дипломатическая собственность")
    for language in ("en-GB", "ru-RU"):
        context = browser.new_context(
            base_url=live_server.url, locale=language, viewport={"width": 1280, "height": 800}
        )
        page = context.new_page()
        page.goto("/board/")
        too_wide = page.locator(".board :is(th, td)").evaluate_all(WORDS_WIDER_THAN_THEIR_CELL)
        assert too_wide == []
        context.close()
