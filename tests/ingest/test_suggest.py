"""What a reading records, with a reader that says what the test tells it to."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from issues.ingest import suggest
from issues.ingest.skeletons import skeleton
from issues.ingest.suggest import claim_unread_captures, record_suggestions
from issues.models import Appearance, Capture, Link, Pledge, Statement
from issues.reading.edtf import ImpreciseDate
from issues.reading.reader import Reading, Reason, Suggestion
from issues.vocabulary import DateOrigin, ReviewState, Signal, StatementKind
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_official,
    make_party,
    make_relationship,
    make_source,
    make_statement,
    make_user,
)

pytestmark = pytest.mark.django_db

WORDS = "There will be no flights before the winter is over."
TEXT = f"Aldren said: “{WORDS}” He left it at that."
DAY = ImpreciseDate.from_edtf("2026-06-26", origin=DateOrigin.PUBLICATION)


def suggestion(text: str = TEXT, quote: str = WORDS, **changes: Any) -> Suggestion:
    start = text.index(quote)
    return replace(
        Suggestion(
            quote=quote,
            start=start,
            end=start + len(quote),
            speaker="Karel Aldren",
            speaker_role="Deputy Foreign Minister",
            official_key=None,
            party="XN",
            stated_on=DAY,
            relationship=("XN", "XV"),
            category="flights",
            signal=Signal.REFUSAL,
            pledge_due=None,
            pledge_words="",
            kind=StatementKind.DIRECT_QUOTE,
            question="",
            confidence=0.8,
            reasons=(Reason("speaker", "said", 7, 11, "by name"), Reason("category", "flights", 31, 38, "")),
        ),
        **changes,
    )


type Says = Callable[..., None]


@pytest.fixture
def reader_says(monkeypatch: pytest.MonkeyPatch) -> Says:
    def say(*suggestions: Suggestion) -> None:
        reading = Reading(bool(suggestions), "en", suggestions)
        monkeypatch.setattr(suggest, "read_document", lambda *_, **__: reading)

    return say


def test_a_suggestion_becomes_a_statement_where_it_stands(reader_says: Says) -> None:
    issue = make_issue()
    official = make_official("Karel Aldren", party="XN", slug="karel-aldren")
    capture = make_capture(TEXT)
    reader_says(suggestion(official_key="karel-aldren", question="And the flights?"))
    done = record_suggestions(capture_id=capture.pk)
    assert done is not None
    assert (done.found, done.recorded) == (1, 1)
    statement = Statement.objects.get()
    assert (statement.official, statement.speaker_label, statement.party_id) == (official, "", "XN")
    assert (statement.stated_on, statement.stated_on_origin) == ("2026-06-26", "publication")
    assert (statement.state, statement.question) == (ReviewState.SUGGESTED, "And the flights?")
    assert [reason["about"] for reason in statement.reasons] == ["speaker"]
    appearance = statement.appearances.get()
    assert capture.text[appearance.start : appearance.end] == statement.quote == WORDS
    link = statement.links.get()
    assert (link.issue, link.signal, link.confidence) == (issue, "refusal", 0.8)
    assert link.reasons == [{"about": "category", "words": "flights", "start": 31, "end": 38, "note": ""}]
    capture.refresh_from_db()
    assert capture.read_at is not None
    assert capture.read_summary["recorded"] == 1


def test_the_reader_is_told_what_is_known_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, Any]] = []

    def read(text: str, **known: Any) -> Reading:
        told.append({"text": text, **known})
        return Reading(False, "en", ())

    monkeypatch.setattr(suggest, "read_document", read)
    make_relationship()
    outlet = make_source(party=make_party("XN"))
    by_hand = make_source(kind="paste")
    page = make_document(source=outlet, address="https://news.example/a-statement", language="ru")
    record_suggestions(capture_id=make_capture(TEXT, document=page).pk)
    pasted = make_document(source=by_hand, address="urn:sha256:ab", title="", language="", published_on="")
    record_suggestions(capture_id=make_capture(TEXT, document=pasted).pk)
    first, second = told
    assert (first["url"], first["outlet_party"], first["home"]) == (page.address, "XN", ("XN", "XV"))
    assert (first["title"], first["language"], first["published"].edtf) == (page.title, "ru", "2026-06-26")
    unknown = ("url", "outlet_party", "home", "title", "language", "published")
    assert [second[name] for name in unknown] == [None] * len(unknown)


def test_a_second_delivery_changes_nothing(reader_says: Says) -> None:
    make_issue()
    capture = make_capture(TEXT)
    reader_says(suggestion())
    record_suggestions(capture_id=capture.pk)
    assert record_suggestions(capture_id=capture.pk) is None
    # Broken off before the mark, and delivered again, as a lost transaction never is; even so:
    Capture.objects.filter(pk=capture.pk).update(read_at=None)
    record_suggestions(capture_id=capture.pk)
    assert (Statement.objects.count(), Appearance.objects.count(), Link.objects.count()) == (1, 1, 1)


def test_a_broken_off_recording_leaves_nothing(reader_says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    make_issue()
    capture = make_capture(TEXT)
    reader_says(suggestion())

    def broken(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(suggest, "_mark_read", broken)
    with pytest.raises(RuntimeError):
        record_suggestions(capture_id=capture.pk)
    assert not Statement.objects.exists()
    monkeypatch.undo()
    reader_says(suggestion())
    record_suggestions(capture_id=capture.pk)
    assert Statement.objects.count() == Link.objects.count() == 1


def test_one_passage_on_two_issues_is_one_statement_with_two_links(reader_says: Says) -> None:
    flights, visas = make_issue(), make_issue("Visas", category="visas")
    capture = make_capture(TEXT)
    reader_says(suggestion(), suggestion(category="visas", signal=Signal.POSITION, confidence=0.6))
    record_suggestions(capture_id=capture.pk)
    links = dict(Statement.objects.get().links.values_list("issue", "signal"))
    assert links == {flights.pk: "refusal", visas.pk: "position"}


def test_the_issue_of_a_category_is_chosen_by_its_keywords_then_by_position(reader_says: Says) -> None:
    make_issue("Cargo flights", keywords=["cargo"], position=1)
    winter = make_issue("Winter flights", keywords=["Winter"], position=2)
    make_issue("Other flights", position=3)
    capture = make_capture(TEXT)
    reader_says(suggestion())
    record_suggestions(capture_id=capture.pk)
    assert Link.objects.get().issue == winter
    other = "Nothing flies between the two of us at present."
    capture = make_capture(other)
    reader_says(suggestion(other, other))
    record_suggestions(capture_id=capture.pk)
    assert Link.objects.latest("pk").issue.title == "Cargo flights"


def test_what_belongs_to_nothing_we_track_is_counted(reader_says: Says) -> None:
    make_issue()
    make_relationship("XN", "XZ")
    capture = make_capture(TEXT)
    reader_says(
        suggestion(relationship=("XA", "XB")),
        suggestion(relationship=None, category=None),
        suggestion(party=None),
        suggestion(party="XQ"),
        suggestion(speaker=None, speaker_role=""),
    )
    record_suggestions(capture_id=capture.pk)
    assert not Statement.objects.exists()
    capture.refresh_from_db()
    outside = {
        (one["relationship"], one["category"]): one["count"] for one in capture.read_summary["outside"]
    }
    assert outside == {("XA–XB", "flights"): 1, ("", ""): 1, ("XN–XV", "speaker unknown"): 3}


def test_a_tracked_pair_without_such_an_issue_keeps_the_statement(reader_says: Says) -> None:
    issue = make_issue()
    capture = make_capture(TEXT)
    reader_says(suggestion(category="other_bilateral"))
    record_suggestions(capture_id=capture.pk)
    assert Statement.objects.get().relationship == issue.relationship
    assert not Link.objects.exists()


def test_unknown_speakers_are_labelled_and_no_official_is_invented(reader_says: Says) -> None:
    make_issue()
    reader_says(suggestion(official_key="nobody-we-know"))
    record_suggestions(capture_id=make_capture(TEXT).pk)
    assert Statement.objects.get().speaker_label == "Karel Aldren, Deputy Foreign Minister"


def test_a_joint_text_speaks_for_both(reader_says: Says) -> None:
    make_issue()
    reader_says(suggestion(party="XN+XV", speaker=None, speaker_role="", kind=StatementKind.OFFICIAL_TEXT))
    record_suggestions(capture_id=make_capture(TEXT).pk)
    statement = Statement.objects.get()
    assert statement.party_id == "XN"
    assert [party.code for party in statement.joint_parties.all()] == ["XV"]
    assert statement.speaker_label == "Party XN and Party XV"


def test_a_dated_promise_becomes_a_pledge(reader_says: Says) -> None:
    make_issue()
    due = ImpreciseDate.from_edtf("2026-06-26/2026-08-31", origin=DateOrigin.TEXT)
    note = Reason("pledge", "before the end of the summer", 0, 28, "summer ends on 31 August")
    reader_says(
        suggestion(
            pledge_due=due,
            pledge_words="before the end of the summer",
            signal=Signal.COMMITMENT,
            reasons=(note,),
        )
    )
    record_suggestions(capture_id=make_capture(TEXT).pk)
    pledge = Pledge.objects.get()
    assert (pledge.due_on, str(pledge.due_on_upper)) == ("2026-06-26/2026-08-31", "2026-08-31")
    assert (pledge.due_on_words, pledge.calculation) == (
        "before the end of the summer",
        "summer ends on 31 August",
    )


def test_an_undated_commitment_is_a_pledge_too(reader_says: Says) -> None:
    make_issue()
    reader_says(suggestion(signal=Signal.COMMITMENT))
    record_suggestions(capture_id=make_capture(TEXT).pk)
    assert (Pledge.objects.get().due_on, Pledge.objects.get().due_on_origin) == ("", "")


@pytest.mark.parametrize(
    ("changes", "statements"),
    [
        ({}, 1),
        ({"stated_on": ImpreciseDate.from_edtf("2026-07-20", origin=DateOrigin.TEXT)}, 1),
        ({"stated_on": ImpreciseDate.from_edtf("2026-09-20", origin=DateOrigin.TEXT)}, 2),
        ({"speaker": None, "speaker_role": "a senior diplomat"}, 1),
        ({"party": "XV"}, 2),
    ],
)
def test_reprints_are_appearances(reader_says: Says, changes: dict[str, Any], statements: int) -> None:
    make_issue()
    reader_says(suggestion())
    record_suggestions(capture_id=make_capture(TEXT).pk)
    typeset = f"As reported elsewhere: “{WORDS.replace(' ', chr(160))}”"
    quote = WORDS.replace(" ", chr(160))
    reader_says(suggestion(typeset, quote, **changes))
    done = record_suggestions(capture_id=make_capture(typeset).pk)
    assert done is not None
    assert Statement.objects.count() == statements
    assert Appearance.objects.count() == 2
    assert done.reprinted == 2 - statements


def test_short_words_are_said_again_on_another_day(reader_says: Says) -> None:
    make_issue()
    text = "Aldren: “Not at all.”"
    reader_says(suggestion(text, "Not at all."))
    record_suggestions(capture_id=make_capture(text).pk)
    later = ImpreciseDate.from_edtf("2026-06-30", origin=DateOrigin.TEXT)
    reader_says(suggestion(text, "Not at all.", stated_on=later))
    record_suggestions(capture_id=make_capture(text).pk)
    assert Statement.objects.count() == 2


def test_what_was_rejected_stays_rejected(reader_says: Says) -> None:
    issue = make_issue()
    capture = make_capture(TEXT)
    rejected = make_statement(
        WORDS,
        capture=capture,
        state=ReviewState.REJECTED,
        speaker_label="Karel Aldren, Deputy Foreign Minister",
    )
    reader_says(suggestion())
    record_suggestions(capture_id=capture.pk)
    record_suggestions(capture_id=make_capture(TEXT).pk)
    assert list(Statement.objects.all()) == [rejected]
    rejected.refresh_from_db()
    assert rejected.state == ReviewState.REJECTED
    assert not issue.links.exists()
    assert rejected.appearances.count() == 2


def test_what_was_accepted_is_not_touched(reader_says: Says) -> None:
    issue = make_issue()
    document = make_document()
    accepted = make_statement(WORDS, capture=make_capture(TEXT, document=document), issue=issue)
    make_issue("Visas", category="visas")
    edited = "Corrected. " + TEXT
    second = make_capture(edited, document=document)
    reader_says(suggestion(edited, WORDS, category="visas"))
    done = record_suggestions(capture_id=second.pk)
    assert done is not None
    assert (done.recorded, done.carried) == (0, 1)
    assert list(Statement.objects.all()) == [accepted]
    assert [link.issue for link in accepted.links.all()] == [issue]
    assert accepted.appearances.get(capture=second).start == edited.index(WORDS)


def test_words_that_an_edit_removed_are_reported(reader_says: Says) -> None:
    make_issue()
    document = make_document()
    kept, cut = "We will meet in autumn as agreed.", "The villa stays with us."
    first = make_capture(f"“{kept}” “{cut}”", document=document)
    stays = make_statement(kept, capture=first)
    goes = make_statement(cut, capture=first, state=ReviewState.SUGGESTED)
    second = make_capture(f"New words first. “{kept}”", document=document)
    reader_says()
    done = record_suggestions(capture_id=second.pk)
    assert done is not None
    assert (done.carried, done.gone) == (1, 1)
    second.refresh_from_db()
    assert second.read_summary["gone"] == [goes.pk]
    assert stays.appearances.count() == 2
    assert goes.appearances.count() == 1
    third = make_capture(f"Newer words. “{kept}”", document=document)
    record_suggestions(capture_id=third.pk)
    third.refresh_from_db()
    assert third.read_summary["gone"] == []  # reported once, where it happened


def test_a_part_brought_by_hand_removes_nothing(reader_says: Says) -> None:
    document = make_document()
    words = "The villa stays with us."
    statement = make_statement(words, capture=make_capture(f"“{words}”", document=document))
    part = make_capture("Another answer.", document=document, brought_by=make_user())
    whole = make_capture(f"Another answer. “{words}”", document=document, brought_by=make_user())
    edited = make_capture("Another answer. And one more.", document=document)
    reader_says()
    for capture, gone in ((part, []), (whole, []), (edited, [statement.pk])):
        record_suggestions(capture_id=capture.pk)
        capture.refresh_from_db()
        assert capture.read_summary["gone"] == gone
    assert statement.appearances.count() == 2


def test_the_same_words_of_two_speakers_keep_their_turns(reader_says: Says) -> None:
    make_issue()
    document = make_document()
    text = "Aldren: “No comment.” Brask: “No comment.”"
    quote = "No comment."
    one, two = text.index(quote), text.rindex(quote)
    said = (
        suggestion(text, quote),
        suggestion(text, quote, start=two, end=two + len(quote), speaker="Mila Brask", speaker_role=""),
    )
    reader_says(*said)
    record_suggestions(capture_id=make_capture(text, document=document).pk)
    assert Statement.objects.count() == 2
    shift = len(text) * 2
    edited = "x" * (shift - 1) + " " + text
    reader_says(*(replace(one, start=one.start + shift, end=one.end + shift) for one in said))
    second = make_capture(edited, document=document)
    record_suggestions(capture_id=second.pk)
    assert Statement.objects.count() == 2
    starts = (
        Appearance.objects.filter(capture=second).order_by("statement_id").values_list("start", flat=True)
    )
    assert list(starts) == [one + shift, two + shift]


def test_a_reader_that_fails_is_noted_and_does_not_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    capture = make_capture(TEXT)

    def broken(*_: object, **__: object) -> Reading:
        raise ValueError("a bug")

    monkeypatch.setattr(suggest, "read_document", broken)
    assert record_suggestions(capture_id=capture.pk) is None
    capture.refresh_from_db()
    assert capture.read_summary["error"] == "The reader failed on this text (ValueError)."
    assert claim_unread_captures() == []


def test_a_text_of_nothing_but_statements_is_proposed_in_part_and_says_so(
    reader_says: Says, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggest, "MOST_PROPOSED", 2)
    make_relationship("XN", "XV")
    quotes = [f"There will be no flights in year {number}." for number in range(3)]
    text = " ".join(quotes)
    for count, recorded in ((2, 2), (3, 2)):
        capture = make_capture(text[:-1] if count == 2 else text)
        reader_says(*(suggestion(text, quote) for quote in quotes[:count]))
        result = record_suggestions(capture_id=capture.pk)
        assert result is not None
        assert result.found == recorded
        capture.refresh_from_db()
        assert capture.appearances.count() == recorded
        error = "Of the 3 passages found in this text only the first 2 are proposed."
        assert capture.read_summary.get("error") == (error if count == 3 else None)
    assert list(Statement.objects.order_by("pk").values_list("quote", flat=True)) == quotes[:2]


def test_lost_readings_are_claimed_again_and_at_last_given_up(settings: Any) -> None:
    settings.INGEST_LEASE = 0
    lost, done = make_capture(TEXT), make_capture(TEXT)
    Capture.objects.filter(pk=done.pk).update(read_at="2026-06-26T00:00Z")
    for _ in range(5):
        assert claim_unread_captures() == [lost.pk]
    assert claim_unread_captures() == []
    lost.refresh_from_db()
    assert "lost on this text" in lost.read_summary["error"]
    settings.INGEST_LEASE = 60
    make_capture(TEXT)
    assert claim_unread_captures() == []


def test_home_is_the_one_pair_of_the_outlets_party() -> None:
    pair = make_relationship("XN", "XV")
    source = make_source(party=pair.first)
    assert suggest.home_pair(source) == ("XN", "XV")
    make_relationship("XN", "XZ")
    assert suggest.home_pair(source) is None
    assert suggest.home_pair(make_source()) is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_skeletons_are_those_of_the_database(quote: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_skeleton(%s)", [quote])
        assert cursor.fetchone()[0] == skeleton(quote)
