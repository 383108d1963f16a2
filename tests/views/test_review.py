"""The review queue and the decisions on suggestions, with htmx and without."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from issues.desk.review import reject_statement
from issues.models import Capture, Issue, Statement, User
from issues.vocabulary import ReviewState, Signal
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_link,
    make_official,
    make_relationship,
    make_source,
    make_statement,
    make_tenure,
    make_user,
)
from tests.views.pages import HTMX, page_of, said

pytestmark = pytest.mark.django_db

TEXT = "Talks?\r\n“We will talk <soon>.” He smiled. “We will fly.” And that was all."


@pytest.fixture
def issue() -> Issue:
    return make_issue("Direct flights")


@pytest.fixture
def capture() -> Capture:
    return make_capture(TEXT, document=make_document(title="A talk"))


@pytest.fixture
def suggested(capture: Capture, issue: Issue) -> Statement:
    official = make_official("Karel Aldren")
    make_tenure(official, "Deputy Foreign Minister")
    return make_statement(
        "We will talk <soon>.",
        capture=capture,
        state=ReviewState.SUGGESTED,
        official=official,
        issue=issue,
        signal=Signal.CONSULTATION,
        question="Talks?",
        confidence=0.75,
        reasons=[{"about": "speaker", "words": "Talks", "start": 0, "end": 5, "note": "asks before it"}],
    )


@pytest.fixture
def second(capture: Capture, issue: Issue) -> Statement:
    return make_statement("We will fly.", capture=capture, state=ReviewState.SUGGESTED, issue=issue)


def seen_of(client: Client, statement: Statement, capture: Capture) -> str:
    """The token that the review page carries for a statement."""
    page = page_of(client.get(reverse("review_document", args=(capture.document_id,))))
    form = page[page.index(f'id="decide-{statement.pk}"') :]
    found = re.search(r'name="seen" value="(\w+)"', form)
    assert found is not None
    return found[1]


# --- The queue ------------------------------------------------------------------------------------


def test_the_queue_lists_documents_with_what_waits(
    editor_client: Client, suggested: Statement, second: Statement
) -> None:
    make_statement("Accepted long ago.")
    page = page_of(editor_client.get(reverse("review")))
    assert page.count("<strong>2</strong> to review") == 1
    assert "A talk" in page
    assert "26 Jun 2026 (feed)" in page
    assert "We will talk &lt;soon&gt;." in page
    assert "Karel Aldren, Foreign Ministry" in page
    assert "Accepted long ago." not in page


def test_the_queue_is_filtered_and_ordered_by_its_address(
    editor_client: Client, suggested: Statement
) -> None:
    visas = make_issue("Visas", relationship=make_relationship("XA", "XB"), category="visas")
    source = make_source("Vesper Wire")
    late = make_capture("“No visas.”", document=make_document(source=source, title="On visas"))
    make_statement("No visas.", capture=late, state=ReviewState.SUGGESTED, issue=visas)

    def titles(**query: str) -> list[str]:
        page = page_of(editor_client.get(reverse("review"), query))
        return re.findall(r"<h2><a [^>]*>([^<]*)</a></h2>", page)

    assert titles() == ["On visas", "A talk"]
    assert titles(order="oldest") == ["A talk", "On visas"]
    assert titles(relationship="xn-xv") == ["A talk"]
    assert titles(issue=visas.slug) == ["On visas"]
    assert titles(source=source.slug) == ["On visas"]
    assert titles(source=source.slug, relationship="xn-xv") == []


def test_an_empty_queue_says_what_to_do(editor_client: Client) -> None:
    page = page_of(editor_client.get(reverse("review")))
    assert "Nothing waits for review." in page
    assert reverse("document_new") in page
    assert "Show everything" in page_of(editor_client.get(reverse("review"), {"issue": "none"}))


def test_htmx_gets_the_list_alone(editor_client: Client, suggested: Statement) -> None:
    response = editor_client.get(reverse("review"), headers=HTMX)
    assert page_of(response).strip().startswith('<section id="queue"')
    assert "HX-Request" in response["Vary"]


def test_a_long_queue_has_pages_and_few_queries(
    editor_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, issue: Issue
) -> None:
    for number in range(32):
        capture = make_capture(f"Number {number}.", document=make_document(title=f"Document {number}"))
        make_statement(f"Number {number}.", capture=capture, state=ReviewState.SUGGESTED, issue=issue)
    editor_client.get(reverse("review"))
    with django_assert_max_num_queries(12):
        page = page_of(editor_client.get(reverse("review")))
    assert page.count("to review</p>") == 30
    further = re.search(r'href="(\?[^"]*after=[^"]*)"', page)
    assert further is not None
    rest = page_of(editor_client.get(reverse("review") + further[1]))
    assert rest.count("to review</p>") == 2


# --- One document -----------------------------------------------------------------------------------


def test_suggestions_stand_beside_the_text(
    editor_client: Client, capture: Capture, suggested: Statement, second: Statement
) -> None:
    page = page_of(editor_client.get(reverse("review_document", args=(capture.document_id,))))
    assert '<strong id="waiting">2</strong> of 2 to review' in page
    assert "Talks?&#13;\n“" in page  # the archived line end survives a browser's parser
    assert f'data-passages="{suggested.pk}"' in page
    assert "We will talk &lt;soon&gt;." in page
    assert "<strong>Karel Aldren</strong>, Deputy Foreign Minister · Party XN" in page
    assert "26 Jun 2026" in page
    assert "from the publication date" in page
    assert "Asked: Talks?" in page
    assert "is fairly sure" in page
    assert "asks before it" in page
    assert "consultation" in page


def test_the_review_of_a_long_document_takes_few_queries(
    editor_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, issue: Issue
) -> None:
    text = " ".join(f"We said number {number}." for number in range(40))
    capture = make_capture(text)
    for number in range(40):
        make_statement(f"We said number {number}.", capture=capture, state=ReviewState.SUGGESTED, issue=issue)
    address = reverse("review_document", args=(capture.document_id,))
    with django_assert_max_num_queries(17):
        page = page_of(editor_client.get(address))
    assert page.count("data-suggestion=") == 40


def test_what_is_on_no_followed_issue_can_be_hidden(
    editor_client: Client, capture: Capture, suggested: Statement
) -> None:
    make_statement("And that was all.", capture=capture, state=ReviewState.SUGGESTED)
    address = reverse("review_document", args=(capture.document_id,))
    page = page_of(editor_client.get(address))
    assert page.count("data-suggestion=") == 2
    assert "1 on no followed issue" in page
    hidden = page_of(editor_client.get(address, {"show": "followed"}))
    assert hidden.count("data-suggestion=") == 1
    assert "of 2 to review" in hidden


def test_a_document_without_text_says_so(editor_client: Client) -> None:
    document = make_document(fetch_error="The server did not answer.")
    page = page_of(editor_client.get(reverse("review_document", args=(document.pk,))))
    assert "has not been archived yet: The server did not answer." in page


def test_other_versions_with_suggestions_are_named(
    editor_client: Client, capture: Capture, suggested: Statement
) -> None:
    make_capture("Everything else.", document=capture.document)
    address = reverse("review_document", args=(capture.document_id,))
    page = page_of(editor_client.get(address))
    assert "version 1: 1 more" in page
    assert 'data-suggestion="' in page_of(editor_client.get(address, {"capture": "1"}))
    assert editor_client.get(address, {"capture": "9"}).status_code == 404


# --- Decisions --------------------------------------------------------------------------------------


def test_accepting_by_a_plain_form(
    editor_client: Client, editor: User, suggested: Statement, capture: Capture
) -> None:
    seen = seen_of(editor_client, suggested, capture)
    response = editor_client.post(reverse("statement_accept", args=(suggested.pk,)), {"seen": seen})
    place = f"{reverse('review_document', args=(capture.document_id,))}#suggestion-{suggested.pk}"
    assert (response.status_code, response["Location"]) == (302, place)
    assert said(response) == ["Accepted."]
    suggested.refresh_from_db()
    assert (suggested.state, suggested.reviewed_by) == ("accepted", editor)


def test_accepting_by_htmx_tells_the_live_region_and_offers_undo(
    editor_client: Client, suggested: Statement, second: Statement, capture: Capture
) -> None:
    response = editor_client.post(
        reverse("statement_accept", args=(suggested.pk,)), {"capture": str(capture.pk)}, headers=HTMX
    )
    page = page_of(response)
    assert page.strip().startswith('<li class="suggestion suggestion--accepted"')
    assert "Undo" in page
    assert re.search(r'hx-swap-oob="innerHTML:#live">\s*Accepted. 1 to review.', page)
    assert re.search(r'hx-swap-oob="innerHTML:#waiting">1<', page)
    assert re.search(r'hx-swap-oob="innerHTML:#backlog">1<', page)
    assert 'id="backlog">1<' in page_of(editor_client.get(reverse("review")))


def test_only_the_ticked_issues_are_kept(editor_client: Client, suggested: Statement, issue: Issue) -> None:
    visas = make_link(suggested, make_issue("Visas", category="visas"), state=ReviewState.SUGGESTED)
    form = {"links_shown": "1", "issues": [str(visas.issue_id)]}
    editor_client.post(reverse("statement_accept", args=(suggested.pk,)), form)
    assert dict(suggested.links.values_list("issue_id", "state")) == {
        issue.pk: "rejected",
        visas.issue_id: "accepted",
    }


def test_rejecting_and_undoing(editor_client: Client, suggested: Statement) -> None:
    editor_client.post(reverse("statement_reject", args=(suggested.pk,)))
    suggested.refresh_from_db()
    assert suggested.state == ReviewState.REJECTED
    response = editor_client.post(reverse("statement_undo", args=(suggested.pk,)), headers=HTMX)
    assert "suggestion--suggested" in page_of(response)
    suggested.refresh_from_db()
    assert suggested.state == ReviewState.SUGGESTED


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_colleague_was_faster(
    editor_client: Client, suggested: Statement, capture: Capture, headers: dict[str, str]
) -> None:
    seen = seen_of(editor_client, suggested, capture)
    boris = make_user("boris", first_name="Boris", last_name="Klem")
    reject_statement(statement=suggested, editor=boris)
    response = editor_client.post(
        reverse("statement_accept", args=(suggested.pk,)), {"seen": seen}, headers=headers
    )
    words = page_of(response) if headers else "".join(said(response))
    assert "Boris Klem rejected this statement meanwhile" in words
    suggested.refresh_from_db()
    assert suggested.state == ReviewState.REJECTED


def test_a_form_leads_to_addresses_of_ours_only(editor_client: Client, suggested: Statement) -> None:
    address = reverse("statement_accept", args=(suggested.pk,))
    assert editor_client.post(address, {"next": "/review/"})["Location"] == "/review/"
    elsewhere = editor_client.post(
        reverse("statement_undo", args=(suggested.pk,)), {"next": "//evil.example/"}
    )
    assert elsewhere["Location"].startswith("/documents/")


def test_closing_the_form_shows_the_suggestion_again(editor_client: Client, suggested: Statement) -> None:
    address = reverse("suggestion", args=(suggested.pk,))
    assert page_of(editor_client.get(address, headers=HTMX)).strip().startswith("<li")
    assert editor_client.get(address)["Location"].endswith(f"#suggestion-{suggested.pk}")


def test_decisions_are_made_by_post(editor_client: Client, suggested: Statement) -> None:
    for name in ("statement_accept", "statement_reject", "statement_undo"):
        assert editor_client.get(reverse(name, args=(suggested.pk,))).status_code == 405
