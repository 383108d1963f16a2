"""From a pasted text to the board: with keys and htmx, and the same without JavaScript."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from issues.models import Document, Issue, Statement, StatusChange, User
from issues.vocabulary import Role
from tests.factories import make_issue, make_official, make_party, make_relationship, make_tenure, make_user

pytestmark = pytest.mark.django_db(transaction=True)

INTERVIEW = """Interview with Deputy Foreign Minister Karel Aldren

Norport, 26 June 2026

– Mr Aldren, is there any movement on direct flights between Norland and Vesperia?

– There has been no progress on direct flights with Vesperia this year. Our letters remain unanswered.

– What about the embassy property that Vesperia seized?

– We demand the return of our diplomatic property in Vesperia.

– And prisoners?

– The subject of a prisoner exchange with Vesperia is discussed between the services.
"""
PASSWORD = "correct horse"


@pytest.fixture
def issue() -> Issue:
    """Two parties, three issues and one official whom the reader can know."""
    for code, name, adjective in (("XN", "Norland", "Norlandic"), ("XV", "Vesperia", "Vesperian")):
        forms = {"names": {"en": [name]}, "adjectives": {"en": [adjective]}, "demonyms": {"en": [adjective]}}
        make_party(code, name, forms=forms)
    pair = make_relationship()
    make_issue("Diplomatic property", relationship=pair, category="diplomatic_property")
    make_issue("Prisoner exchange", relationship=pair, category="prisoner_exchange")
    make_tenure(make_official("Karel Aldren", party="XN"))
    return make_issue("Direct flights", relationship=pair)


@pytest.fixture
def editor() -> User:
    return make_user("anna", role=Role.EDITOR, first_name="Anna", last_name="Berg")


@pytest.fixture
def desk(browser_page: Page, sign_in: Callable[[User], None], editor: User, issue: Issue) -> Page:
    """The review page of the pasted interview."""
    sign_in(editor)
    paste(browser_page)
    # The script shows this button; before it runs, keys do nothing. Chromium also drops what is
    # pressed before the page is first painted.
    expect(browser_page.get_by_role("button", name="Keys")).to_be_visible()
    browser_page.wait_for_load_state("load")
    browser_page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return browser_page


def paste(page: Page) -> None:
    page.goto("/documents/new/")
    page.get_by_label("Paste the text").fill(INTERVIEW)
    page.get_by_role("button", name="Archive and read").click()
    expect(page.locator("#waiting")).to_have_text("3")


def suggestion(page: Page, words: str) -> Locator:
    return page.locator("[data-suggestion]", has_text=words)


def quote_link(page: Page) -> Locator:
    """The accepted statement in the list of the issue's page."""
    return page.get_by_role("article").get_by_role(
        "link", name="There has been no progress on direct flights"
    )


def test_from_a_pasted_text_to_the_board_with_keys(desk: Page, issue: Issue) -> None:
    expect(desk.locator("mark", has_text="no progress on direct flights")).to_be_visible()
    first = suggestion(desk, "no progress on direct flights")
    desk.keyboard.press("j")
    expect(first).to_be_focused()
    desk.keyboard.press("a")
    expect(first).to_contain_text("Accepted by Anna Berg")
    expect(desk.locator("#live")).to_have_text(re.compile(r"Accepted\. 2 to review\."))
    expect(first).to_be_focused()  # the focus stays put
    expect(desk.locator("mark", has_text="no progress on direct flights")).to_have_class(
        re.compile("accepted")
    )

    desk.keyboard.press("j")
    desk.keyboard.press("r")
    second = suggestion(desk, "We demand the return")
    expect(second).to_contain_text("Rejected by Anna Berg")
    desk.keyboard.press("u")
    expect(second.get_by_role("button", name="Accept")).to_be_visible()
    expect(desk.locator("#waiting")).to_have_text("2")

    desk.goto(issue.get_absolute_url())
    expect(quote_link(desk)).to_be_visible()
    enter_status(desk, issue)
    desk.goto(issue.relationship.get_absolute_url())
    expect(desk.get_by_role("main")).to_contain_text("Stalled")


def enter_status(page: Page, issue: Issue) -> None:
    page.goto(reverse("status_new", args=(issue.slug,)))
    page.get_by_role("radio", name="Stalled").check()
    page.get_by_label("Since").fill("2026-06")
    page.get_by_label("Rationale").fill("Letters remain unanswered.")
    page.get_by_role("checkbox", name=re.compile("no progress on direct flights")).check()
    page.get_by_role("button", name="Record the status").click()
    page.wait_for_url(f"**{issue.get_absolute_url()}")
    change = StatusChange.objects.get()
    assert (change.phase, change.effective_on) == ("stalled", "2026-06")


def test_correcting_with_the_keyboard(desk: Page) -> None:
    for _ in range(3):
        desk.keyboard.press("j")
    item = suggestion(desk, "prisoner exchange")
    expect(item).to_be_focused()
    desk.keyboard.press("e")
    speaker = desk.get_by_label("Speaker")
    expect(speaker).to_be_focused()
    speaker.fill("jarek")  # letters that are keys elsewhere are typed here
    expect(speaker).to_have_value("jarek")
    desk.get_by_label("Said on").fill("no date")
    desk.get_by_role("button", name="Save and accept").click()
    wrong = desk.get_by_label("Said on")
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(speaker).to_have_value("jarek")
    wrong.fill("25 June 2026")
    desk.get_by_role("button", name="Save and accept").click()
    expect(item).to_contain_text("Accepted by Anna Berg")
    expect(item).to_contain_text("jarek")
    expect(item).to_contain_text("25 Jun 2026")
    statement = Statement.objects.get(state="accepted")
    assert (statement.stated_on, statement.speaker_label) == ("2026-06-25", "jarek")


def test_leaving_the_form_changes_nothing(desk: Page) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("e")
    desk.get_by_label("Speaker").fill("Somebody")
    desk.get_by_role("link", name="Leave as it was").click()
    expect(suggestion(desk, "no progress").get_by_role("button", name="Accept")).to_be_visible()
    assert not Statement.objects.exclude(state="suggested").exists()


def test_the_list_of_keys_opens_and_closes(desk: Page) -> None:
    desk.keyboard.press("?")
    dialog = desk.get_by_role("dialog")
    expect(dialog).to_be_visible()
    desk.keyboard.press("a")  # nothing is decided behind it
    desk.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert not Statement.objects.exclude(state="suggested").exists()


def test_a_statement_is_added_by_selecting_its_words(desk: Page, issue: Issue) -> None:
    document = Document.objects.get()
    desk.goto(reverse("statement_new", args=(document.pk,)))
    desk.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
            }
        }""",
        "Our letters remain unanswered.",
    )
    passage = desk.get_by_label("Passage")
    expect(passage).to_have_value("Our letters remain unanswered.")
    start = INTERVIEW.index("Our letters")
    expect(desk.locator("#id_start")).to_have_value(str(start))
    desk.get_by_label("Speaker").press_sequentially("Ald")
    expect(desk.locator("#officials option")).to_have_attribute("value", "Karel Aldren")
    desk.get_by_label("Speaker").fill("Karel Aldren")
    desk.get_by_label("Issue 1", exact=True).select_option("Direct flights")
    desk.get_by_role("button", name="Record the statement").click()
    expect(desk.get_by_text("The statement is recorded.")).to_be_visible()
    statement = Statement.objects.get(quote="Our letters remain unanswered.")
    assert statement.appearances.get().start == start
    assert statement.links.get().issue == issue


def test_searching_evidence_keeps_what_is_ticked(desk: Page, issue: Issue) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("a")
    expect(desk.locator("#waiting")).to_have_text("2")
    desk.goto(reverse("status_new", args=(issue.slug,)))
    box = desk.get_by_role("checkbox", name=re.compile("no progress"))
    box.check()
    desk.get_by_label("Rationale").fill("Typed before the search.")
    with desk.expect_response(lambda response: response.request.method == "POST"):
        desk.get_by_label("Search the statements").fill("zeppelins")
    expect(box).to_be_checked()
    expect(desk.get_by_label("Rationale")).to_have_value("Typed before the search.")


def test_what_was_typed_survives_a_lost_session(desk: Page, editor: User) -> None:
    desk.goto("/documents/new/")
    desk.get_by_label("Paste the text").fill("Words that took long to type.")
    desk.get_by_label("Title").fill("A draft")
    desk.context.clear_cookies(name="sessionid")
    desk.get_by_role("button", name="Archive and read").click()
    desk.get_by_label("Username").fill(editor.username)
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_role("main").get_by_role("button", name="Sign in").click()
    desk.get_by_role("button", name="Bring it back").click()
    expect(desk.get_by_label("Paste the text")).to_have_value("Words that took long to type.")
    expect(desk.get_by_label("Title")).to_have_value("A draft")
    desk.get_by_role("button", name="Archive and read").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("A draft")
    desk.goto("/documents/new/")
    expect(desk.get_by_role("button", name="Archive and read")).to_be_visible()
    expect(desk.get_by_role("button", name="Bring it back")).to_have_count(0)


def test_what_was_typed_outlives_an_outage(desk: Page) -> None:
    outage = render_to_string("503.html")

    def fail(route: Route) -> None:
        route.fulfill(status=503, content_type="text/html", body=outage)

    desk.goto("/documents/new/")
    desk.get_by_label("Paste the text").fill("Words that took long to type.")
    desk.route(lambda address: address.endswith("/documents/new/"), fail, times=1)
    desk.get_by_role("button", name="Archive and read").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(re.compile("out of reach"))
    # Not by a step back, where the browser may restore the form by itself.
    desk.get_by_role("link", name="the board").click()
    desk.goto("/documents/new/")
    desk.get_by_role("button", name="Bring it back").click()
    expect(desk.get_by_label("Paste the text")).to_have_value("Words that took long to type.")


def test_escape_leaves_a_correction_and_asks_where_something_was_changed(desk: Page) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("e")
    speaker = desk.get_by_label("Speaker")
    expect(speaker).to_be_focused()
    desk.keyboard.press("Escape")
    expect(speaker).to_have_count(0)
    expect(desk.locator("[data-suggestion]:focus")).to_have_count(1)
    desk.keyboard.press("e")
    expect(speaker).to_be_focused()
    speaker.press_sequentially("x")
    desk.keyboard.press("Escape")
    expect(desk.get_by_text("Press Escape again")).to_be_visible()
    expect(speaker).to_be_visible()
    desk.keyboard.press("Escape")
    expect(speaker).to_have_count(0)


def test_what_is_ticked_while_a_search_runs_is_kept(desk: Page, issue: Issue) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("a")
    expect(desk.locator("#waiting")).to_have_text("2")
    desk.goto(reverse("status_new", args=(issue.slug,)))
    box = desk.get_by_role("checkbox", name=re.compile("no progress"))

    def tick_before_it_is_answered(route: Route) -> None:
        box.check()
        route.continue_()

    desk.route(lambda address: address.endswith("/status/new/"), tick_before_it_is_answered, times=1)
    with desk.expect_response(lambda response: response.request.method == "POST"):
        desk.get_by_label("Search the statements").fill("zeppelins")
    expect(desk.get_by_text("holds “zeppelins”")).to_be_visible()
    expect(box).to_be_checked()


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_the_same_without_javascript(plain_page: Page, issue: Issue, editor: User) -> None:
    page = plain_page
    page.goto("/documents/new/")
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    paste(page)
    suggestion(page, "no progress").get_by_role("button", name="Accept").click()
    expect(page.get_by_text("Accepted.", exact=True)).to_be_visible()
    suggestion(page, "We demand").get_by_role("button", name="Reject").click()
    suggestion(page, "We demand").get_by_role("button", name="Undo").click()
    expect(page.locator("#waiting")).to_have_text("2")
    suggestion(page, "prisoner exchange").get_by_role("link", name="Correct").click()
    page.get_by_label("Said on").fill("2026-06-25")
    page.get_by_role("button", name="Save and accept").click()
    expect(page.get_by_text("Corrected and accepted.")).to_be_visible()
    expect(suggestion(page, "prisoner exchange")).to_contain_text("25 Jun 2026")

    page.goto(issue.get_absolute_url())
    expect(quote_link(page)).to_be_visible()
    enter_status(page, issue)
    page.goto(issue.relationship.get_absolute_url())
    expect(page.get_by_role("main")).to_contain_text("Stalled")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/review/")
    expect(page).to_have_url(re.compile(r"/login/\?next="))
