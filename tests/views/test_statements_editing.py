"""Correcting a statement and adding one by hand."""

import pytest
from django.test import Client
from django.urls import reverse

from issues.desk.acting import version_of
from issues.desk.review import reject_statement
from issues.models import Capture, Issue, Official, Pledge, Statement
from issues.vocabulary import ReviewState, Signal
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_official,
    make_party,
    make_pledge,
    make_statement,
    make_user,
)
from tests.views.pages import HTMX, page_of, said

pytestmark = pytest.mark.django_db

TEXT = "He said: “We  will\ntalk soon.” Later: yes. And again: yes. “Nothing new.”"


@pytest.fixture
def issue() -> Issue:
    return make_issue("Direct flights")


@pytest.fixture
def official() -> Official:
    return make_official("Karel Aldren", party="XN", aliases=["K. Aldren"])


@pytest.fixture
def capture() -> Capture:
    return make_capture(TEXT, document=make_document())


@pytest.fixture
def suggested(capture: Capture, issue: Issue) -> Statement:
    return make_statement("Nothing new.", capture=capture, state=ReviewState.SUGGESTED, issue=issue)


def form(issue: Issue, **fields: str) -> dict[str, str]:
    """What the form of a statement sends."""
    filled = {
        "speaker": "Karel Aldren",
        "party": "XN",
        "stated_on": "2026-06-25",
        "kind": "direct_quote",
        "credibility": "6",
        "issue_0": str(issue.pk),
        "signal_0": "no_progress",
    }
    return filled | fields


def test_the_form_shows_what_is_held(editor_client: Client, suggested: Statement) -> None:
    make_pledge(suggested)
    page = page_of(editor_client.get(reverse("statement_edit", args=(suggested.pk,))))
    assert 'value="Foreign Ministry"' in page
    assert '<option value="XN" selected>' in page
    assert 'value="2026-06-26/2026-08-31"' in page
    assert "Save and accept" in page
    assert f'value="{version_of(suggested)}"' in page


def test_corrected_and_accepted(
    editor_client: Client, suggested: Statement, issue: Issue, official: Official
) -> None:
    address = reverse("statement_edit", args=(suggested.pk,))
    response = editor_client.post(address, form(issue, accept="1", next="/review/", question="What now?"))
    assert response["Location"] == "/review/"
    suggested.refresh_from_db()
    assert (suggested.state, suggested.official) == ("accepted", official)
    assert (suggested.stated_on, suggested.stated_on_origin) == ("2026-06-25", "editor")
    assert suggested.question == "What now?"
    link = suggested.links.get(withdrawn_at=None)
    assert (link.signal, link.state) == (Signal.NO_PROGRESS, "accepted")


def test_the_form_says_who_decided_before(
    editor_client: Client, suggested: Statement, issue: Issue, official: Official
) -> None:
    address = reverse("statement_edit", args=(suggested.pk,))
    assert "Decisions" not in page_of(editor_client.get(address))
    editor_client.post(address, form(issue, accept="1"))
    assert "Anna Berg corrected it" in page_of(editor_client.get(address))


def test_by_htmx_the_form_and_its_answer_are_parts_of_the_page(
    editor_client: Client, suggested: Statement, issue: Issue, official: Official, capture: Capture
) -> None:
    address = reverse("statement_edit", args=(suggested.pk,))
    opened = page_of(editor_client.get(address, headers=HTMX))
    assert opened.strip().startswith("<blockquote")
    assert "autofocus" in opened
    wrong = editor_client.post(address, form(issue, stated_on="soon", speaker="Typed name"), headers=HTMX)
    assert 'value="Typed name"' in page_of(wrong)
    assert "is not a date" in page_of(wrong)
    right = editor_client.post(address, form(issue, capture=str(capture.pk)), headers=HTMX)
    assert right["HX-Reswap"] == "outerHTML"
    assert page_of(right).strip().startswith('<li class="suggestion suggestion--suggested"')
    assert "Corrected. 1 to review." in page_of(right)


@pytest.mark.parametrize(
    ("typed", "known"), [("karel aldren", True), ("K. Aldren", True), ("A senior official", False)]
)
def test_a_speaker_is_a_known_official_or_as_described(
    editor_client: Client, suggested: Statement, issue: Issue, official: Official, typed: str, known: bool
) -> None:
    editor_client.post(reverse("statement_edit", args=(suggested.pk,)), form(issue, speaker=typed))
    suggested.refresh_from_db()
    assert suggested.official == (official if known else None)
    assert suggested.speaker_label == ("" if known else typed)


def test_an_officials_party_need_not_be_said(
    editor_client: Client, suggested: Statement, issue: Issue, official: Official
) -> None:
    editor_client.post(reverse("statement_edit", args=(suggested.pk,)), form(issue, party=""))
    suggested.refresh_from_db()
    assert (suggested.official, suggested.party) == (official, official.party)


def test_two_officials_of_one_name_are_told_apart_by_their_party(
    editor_client: Client, suggested: Statement, issue: Issue, official: Official
) -> None:
    other = make_official("Karel Aldren", party="XV")
    address = reverse("statement_edit", args=(suggested.pk,))
    editor_client.post(address, form(issue, party="XV"))
    suggested.refresh_from_db()
    assert suggested.official == other
    make_official("Karel Aldren", party="XN")
    assert "Several officials have this name" in page_of(editor_client.post(address, form(issue)))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"joint": "XV, QQ"}, "No party has the code QQ"),
        ({"issue_1": "same", "signal_1": "offer"}, "This issue is chosen twice"),
        ({"party": ""}, "Choose a party"),
        ({"party": "QQ"}, "Select a valid choice"),
        ({"due_on": "one day"}, "is not a date"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    editor_client: Client, suggested: Statement, issue: Issue, fields: dict[str, str], message: str
) -> None:
    make_party("XV")
    fields = {name: str(issue.pk) if value == "same" else value for name, value in fields.items()}
    page = page_of(editor_client.post(reverse("statement_edit", args=(suggested.pk,)), form(issue, **fields)))
    assert message in page
    assert page.count("autofocus") == 1


def test_a_pledge_is_made_corrected_and_withdrawn(
    editor_client: Client, suggested: Statement, issue: Issue
) -> None:
    address = reverse("statement_edit", args=(suggested.pk,))
    editor_client.post(address, form(issue, promises="on", due_on="2026-08"))
    pledge = Pledge.objects.get()
    assert (pledge.due_on, pledge.due_on_origin) == ("2026-08", "editor")
    Pledge.objects.update(calculation="as reckoned")
    editor_client.post(address, form(issue, promises="on", due_on="2026-08", question="?"))
    assert Pledge.objects.get().calculation == "as reckoned"
    editor_client.post(address, form(issue, promises="on", due_on="2026-09"))
    assert Pledge.objects.get().calculation == ""
    editor_client.post(address, form(issue))
    assert not Pledge.objects.exists()


def test_a_page_out_of_date_says_who_decided(
    editor_client: Client, suggested: Statement, issue: Issue
) -> None:
    seen = version_of(suggested)
    reject_statement(statement=suggested, editor=make_user("boris", first_name="Boris"))
    address = reverse("statement_edit", args=(suggested.pk,))
    page = page_of(editor_client.post(address, form(issue, seen=seen)))
    assert "Boris rejected this statement meanwhile" in page
    assert 'value="Karel Aldren"' in page


# --- By hand ----------------------------------------------------------------------------------------


def add(client: Client, capture: Capture, issue: Issue, **fields: str) -> object:
    return client.post(reverse("statement_new", args=(capture.document_id,)), form(issue, **fields))


def test_a_new_statement_starts_from_its_document(editor_client: Client, capture: Capture) -> None:
    page = page_of(editor_client.get(reverse("statement_new", args=(capture.document_id,))))
    assert 'value="2026-06-26"' in page
    assert 'id="text"' in page


def test_a_selection_is_taken_by_its_offsets(
    editor_client: Client, capture: Capture, issue: Issue, official: Official
) -> None:
    start = TEXT.rindex("yes.")
    response = editor_client.post(
        reverse("statement_new", args=(capture.document_id,)),
        form(issue, passage=" yes.", start=str(start - 1), end=str(start + 4), promises="on"),
    )
    statement = Statement.objects.get()
    assert said(response) == ["The statement is recorded."]
    assert (statement.quote, statement.state) == ("yes.", "accepted")
    assert statement.appearances.get().start == start
    assert Pledge.objects.get().due_on == ""


def test_a_pasted_passage_keeps_the_documents_typography(
    editor_client: Client, capture: Capture, issue: Issue
) -> None:
    response = editor_client.post(
        reverse("statement_new", args=(capture.document_id,)), form(issue, passage="We will talk soon.")
    )
    assert Statement.objects.get().quote == "We  will\ntalk soon."
    assert "other spacing or typography" in said(response)[0]


def test_of_several_places_the_editor_chooses(editor_client: Client, capture: Capture, issue: Issue) -> None:
    address = reverse("statement_new", args=(capture.document_id,))
    page = page_of(editor_client.post(address, form(issue, passage="yes.")))
    assert "stands 2 times" in page
    second = TEXT.rindex("yes.")
    assert f'name="place" value="{second}"' in page
    assert not Statement.objects.exists()
    editor_client.post(address, form(issue, passage="yes.", place=str(second)))
    assert Statement.objects.get().appearances.get().start == second


def test_words_that_are_not_there_are_refused_and_kept_in_the_form(
    editor_client: Client, capture: Capture, issue: Issue
) -> None:
    page = page_of(
        editor_client.post(
            reverse("statement_new", args=(capture.document_id,)), form(issue, passage="We never will.")
        )
    )
    assert "do not stand in this document" in page
    assert "We never will." in page
    assert 'value="Karel Aldren"' in page
    assert not Statement.objects.exists()


def test_a_document_without_text_has_nothing_to_quote(editor_client: Client) -> None:
    document = make_document()
    response = editor_client.get(reverse("statement_new", args=(document.pk,)))
    assert response["Location"] == reverse("review_document", args=(document.pk,))


def test_officials_are_offered_while_typing(editor_client: Client, official: Official) -> None:
    address = reverse("official_options")
    assert '<option value="Karel Aldren">' in page_of(editor_client.get(address, {"speaker": "aldr"}))
    assert page_of(editor_client.get(address, {"speaker": "a"})).strip() == ""
