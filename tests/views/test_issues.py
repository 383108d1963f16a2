"""An issue's page: whole, and in parts for htmx."""

import re
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from issues.models import Issue
from issues.vocabulary import Phase, ReviewState, Signal, StatementKind
from tests.factories import make_issue, make_pledge, make_statement, make_status
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db

LIST = {**HTMX, "HX-Target": "statements"}
VIEW = {**HTMX, "HX-Target": "view"}


@pytest.fixture
def issue(db: None) -> Issue:
    issue = make_issue("Direct flights")
    make_status(issue, Phase.STALLED, rationale="Both ministries said so.")
    make_statement("We refuse.", issue=issue, signal=Signal.REFUSAL, stated_on="2026-06-01")
    promised = make_statement("Soon.", issue=issue, party="XV", signal=Signal.COMMITMENT)
    make_pledge(promised, "2026-08-31", due_on_words="soon")
    return issue


def address(issue: Issue) -> str:
    return reverse("issue", args=(issue.slug,))


def figures(page: str) -> list[ElementTree.Element]:
    drawn = re.findall(r'<svg class="timeline .*?</svg>', page, re.DOTALL)
    return [ElementTree.fromstring(svg) for svg in drawn]  # noqa: S314  # our own page


def test_the_whole_page_leads_from_the_status_to_the_words(client: Client, issue: Issue) -> None:
    page = page_of(client.get(address(issue)))
    assert "Both ministries said so." in page
    assert re.search(r'class="cited" href="/statements/\d+/"', page)
    assert "“We refuse.”" in page
    assert "3 statements, " in page


def test_every_mark_is_a_link_with_a_label_and_a_title(client: Client, issue: Issue) -> None:
    page = page_of(client.get(address(issue)))
    drawn = figures(page)
    assert len(drawn) == 3
    assert all(link.find("title") is not None for link in drawn[0].findall(".//a"))
    for figure in drawn:
        links = figure.findall(".//a")
        assert len(links) == 5  # one status, three statements, one pledge
        for link in links:
            assert link.get("href")
            assert link.get("aria-label") or link.findtext("title") or link.get("aria-labelledby")
            assert not link.get("aria-labelledby") or f' id="{link.get("aria-labelledby")}">' in page
        assert len(named := (figure.get("aria-labelledby") or "").split()) == 2
        assert {each.get("id") for each in figure if each.get("id")} == set(named)


def test_nothing_on_the_page_needs_an_inline_style_or_script(client: Client, issue: Issue) -> None:
    page = page_of(client.get(address(issue)))
    assert not re.search(r'\sstyle="', page)
    assert "<style" not in page
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"\son[a-z]+=", page)


def test_ids_are_unique(client: Client, issue: Issue) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page_of(client.get(address(issue))))
    assert len(ids) == len(set(ids))


def test_htmx_gets_the_list_alone_and_says_what_changed(client: Client, issue: Issue) -> None:
    response = client.get(address(issue), {"signal": "refusal"}, headers=LIST)
    page = page_of(response)
    assert page.lstrip().startswith('<section id="statements"')
    assert "“We refuse.”" in page
    assert "“Soon.”" not in page
    assert re.search(r'<p id="live" hx-swap-oob="innerHTML">1 statement, ', page)
    assert {"HX-Request", "HX-Target"} <= set(response["Vary"].split(", "))


def test_htmx_gets_the_figure_too_when_the_window_changes(client: Client, issue: Issue) -> None:
    page = page_of(client.get(address(issue), {"window": "3y"}, headers=VIEW))
    assert page.lstrip().startswith('<div id="view"')
    assert len(figures(page)) == 3
    assert "<html" not in page


@pytest.mark.parametrize("extra", [{"HX-Target": "other"}, {**LIST, "HX-History-Restore-Request": "true"}])
def test_anything_else_gets_the_whole_page(client: Client, issue: Issue, extra: dict[str, str]) -> None:
    assert "<html" in page_of(client.get(address(issue), headers={**HTMX, **extra}))


def test_the_same_address_without_scripts_gives_the_same_list(client: Client, issue: Issue) -> None:
    whole = page_of(client.get(address(issue), {"party": "XV"}))
    part = page_of(client.get(address(issue), {"party": "XV"}, headers=LIST))
    words = re.findall(r"“[^”]+”</a></p>", part)
    assert words
    assert all(each in whole for each in words)


def test_the_period_form_keeps_the_filters(client: Client, issue: Issue) -> None:
    page = page_of(client.get(address(issue), {"party": "XV", "signal": "commitment"}))
    form = page[page.index('<form id="period"') :].split("</form>")[0]
    assert '<input type="hidden" name="party" value="XV">' in form
    assert '<input type="hidden" name="signal" value="commitment">' in form


def test_a_paraphrase_has_no_quotation_marks(client: Client) -> None:
    issue = make_issue()
    make_statement("He said they would talk.", issue=issue, kind=StatementKind.REPORTED_SPEECH)
    page = page_of(client.get(address(issue)))
    assert ">He said they would talk.<" in page
    assert "“He said" not in page


def test_words_from_elsewhere_are_escaped_in_text_and_figure(client: Client) -> None:
    issue = make_issue()
    make_statement('"><script>alert(1)</script>', issue=issue)
    page = page_of(client.get(address(issue)))
    assert "<script>alert" not in page
    assert len(figures(page)) == 3


def test_an_empty_issue_says_what_to_do(client: Client) -> None:
    page = page_of(client.get(address(make_issue())))
    assert "Nobody has assessed this issue yet." in page
    assert "Paste a text or add a source" in page
    assert "No accepted statement in this period" in page


def test_what_filters_to_nothing_offers_a_way_back(client: Client, issue: Issue) -> None:
    page = page_of(client.get(address(issue), {"signal": "threat"}))
    assert "No statement passes these filters" in page


def test_editors_are_led_to_the_backlog_and_the_status(editor_client: Client, issue: Issue) -> None:
    make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    page = page_of(editor_client.get(address(issue)))
    assert f'<a href="{reverse("review")}">1 suggestion awaits review</a>' in page
    assert reverse("status_new", args=(issue.slug,)) in page


def test_everybody_is_led_to_the_history_of_the_status(client: Client, issue: Issue) -> None:
    assert reverse("status", args=(issue.slug,)) in page_of(client.get(address(issue)))


def test_readers_are_told_of_the_backlog_alone(client: Client, issue: Issue) -> None:
    make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    page = page_of(client.get(address(issue)))
    assert "Provisional: 1 suggestion awaits review." in page
    assert reverse("status_new", args=(issue.slug,)) not in page


@pytest.mark.parametrize(
    "query",
    [
        "window=junk&signal=junk&party=%3Cb%3E&before=junk&evidence=junk",
        "from=0001-01-01&to=9999-12-31",
        "from=2026-02-30",
        "evidence=99999999999999999",
        "before=2026-06-26.999999999999999999",
        "before=.1&window=undated",
        "party=others&official=nobody",
    ],
)
def test_any_query_has_a_page(client: Client, issue: Issue, query: str) -> None:
    assert client.get(f"{address(issue)}?{query}").status_code == 200


def test_an_unknown_issue_is_a_page_not_found(client: Client) -> None:
    assert client.get("/issues/nothing/").status_code == 404
