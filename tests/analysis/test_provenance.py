"""A statement's page: its words in context, everywhere they stand, and what was decided."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from issues.analysis.citing.statements import citation
from issues.analysis.places import CONTEXT
from issues.analysis.provenance import StatementDetail, statement_detail
from issues.analysis.words import moment
from issues.desk.details import details_of
from issues.desk.review import accept_statement
from issues.desk.statements import correct_statement
from issues.ingest.origins import trace_origins
from issues.models import Appearance, Statement
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin, Phase, PledgeOutcome, ReviewState, Signal, StatementKind
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_official,
    make_party,
    make_pledge,
    make_source,
    make_statement,
    make_status,
    make_tenure,
    make_user,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def detail_of(statement: Statement, *, with_unreviewed: bool = False) -> StatementDetail:
    detail = statement_detail(statement.pk, today=TODAY, with_unreviewed=with_unreviewed)
    assert detail is not None
    return detail


def test_who_spoke_in_which_office_that_day() -> None:
    official = make_official("Karel Aldren")
    make_tenure(official, "Minister", started_on=date(2026, 1, 1))
    detail = detail_of(make_statement("We will talk.", official=official, stated_on_words="on Friday"))
    assert (detail.speaker, detail.office, detail.party) == ("Karel Aldren", "Minister", "Party XN")
    assert detail.speaker_address == reverse("official", args=(official.slug,))
    assert detail.date.text == "26 June 2026"
    assert detail.date.provenance == "“on Friday”, from the publication date"


def test_a_report_is_told_from_the_speakers_own_words() -> None:
    detail = detail_of(make_statement("He said no.", kind=StatementKind.REPORTED_SPEECH))
    assert (detail.words, detail.is_reported, detail.kind) == ("He said no.", True, "reported speech")


def test_a_joint_text_names_every_party() -> None:
    statement = make_statement("We agree.", kind=StatementKind.OFFICIAL_TEXT)
    statement.joint_parties.add(make_party("XV"), make_party("XW"))
    detail = detail_of(statement)
    assert detail.joint == "Party XV, Party XW"
    cited = citation(detail, address="https://tracker.example/statements/1/")
    assert cited.startswith("Foreign Ministry, Party XN, Party XV and Party XW: “We agree.”")


def test_the_words_stand_in_their_context() -> None:
    capture = make_capture("Where do the talks stand?\n\n“We will talk.”\n\nHe did not elaborate.")
    place = detail_of(make_statement("We will talk.", capture=capture)).first_place
    assert place is not None
    assert place.before == "Where do the talks stand?\n\n“"
    assert place.words == "We will talk."
    assert place.after == "”\n\nHe did not elaborate."
    assert (place.offsets, place.sha256) == ("28–41", capture.sha256)


def test_a_long_text_is_cut_around_the_words_at_a_space() -> None:
    text = "before " * 1000 + "We will talk." + " after" * 1000
    place = detail_of(make_statement("We will talk.", capture=make_capture(text))).first_place
    assert place is not None
    assert place.before.startswith("…before before ")
    assert place.after.endswith(" after after…")
    assert len(place.before) <= CONTEXT
    assert len(place.after) <= CONTEXT + 1


def test_every_place_with_source_address_and_hash_earliest_first() -> None:
    statement = make_statement("We will talk.")
    document = make_document(source=make_source("Vesper Wire", reliability="B"), title="A reprint")
    early = datetime(2026, 1, 2, 3, 4, tzinfo=ZoneInfo("UTC"))
    capture = make_capture("“We will talk.”", document=document, captured_at=early)
    Appearance.objects.create(statement=statement, capture=capture, start=1, end=14, quote="We will talk.")
    first, second = detail_of(statement).places
    assert (first.document, first.source, first.reliability) == (
        "A reprint",
        "Vesper Wire",
        "B – usually reliable",
    )
    assert (first.captured, first.address) == ("2 Jan 2026, 03:04 UTC", document.address)
    assert first.document_address == f"/documents/{document.pk}/?version=1"
    assert first.published.provenance == "from the feed"
    assert second.sha256 != first.sha256


def test_a_pasted_text_has_no_address_to_follow() -> None:
    document = make_document(address="urn:sha256:0123")
    statement = make_statement("We will talk.", capture=make_capture("We will talk.", document=document))
    place = detail_of(statement).first_place
    assert place is not None
    assert place.address == ""


def test_links_signals_reasons_and_the_statuses_that_rest_on_it() -> None:
    issue, editor = make_issue("Direct flights"), make_user()
    statement = make_statement("No flights.", issue=issue, signal=Signal.NO_PROGRESS, editor=editor)
    statement.links.update(reasons=[{"about": "category", "words": "flights", "note": "a phrase"}])
    make_status(issue, Phase.STALLED, evidence=[statement], editor=editor)
    detail = detail_of(statement)
    (link,) = detail.links
    assert (link.issue, link.signal.label, link.state) == ("Direct flights", "no progress", "accepted")
    assert [(reason.about, reason.words, reason.note) for reason in link.reasons] == [
        ("category", "flights", "a phrase")
    ]
    (status,) = detail.statuses
    assert (status.badge.label, status.perspective, status.since) == ("Stalled", "assessed", "26 Jun 2026")


def test_a_pledge_shows_bounds_calculation_and_lateness() -> None:
    statement = make_statement("Before this summer is out.")
    make_pledge(statement, due_on_words="before this summer is out", calculation="summer ends on 31 August")
    pledge = detail_of(statement).pledge
    assert pledge is not None
    assert pledge.due.text == "26 June – 31 August 2026"
    assert pledge.due.provenance == "“before this summer is out”, from the text"
    assert (pledge.outcome, pledge.is_overdue) == ("85 days overdue", True)
    assert pledge.calculation == "summer ends on 31 August"


def test_a_pledge_that_was_met_says_when_and_by_which_words() -> None:
    statement, proof = make_statement("Soon."), make_statement("It flies.")
    make_pledge(
        statement,
        outcome=PledgeOutcome.MET_LATE,
        met_on=date(2026, 9, 3),
        outcome_statement=proof,
        decided_at=timezone.now(),
        decided_by=make_user(),
    )
    pledge = detail_of(statement).pledge
    assert pledge is not None
    assert (pledge.outcome, pledge.is_overdue, pledge.met_on) == ("met late", False, "3 September 2026")
    assert pledge.outcome_address == reverse("statement", args=(proof.pk,))


def test_what_nobody_accepted_is_for_editors() -> None:
    statement = make_statement("Perhaps.", state=ReviewState.SUGGESTED, issue=make_issue())
    assert statement_detail(statement.pk, today=TODAY, with_unreviewed=False) is None
    detail = detail_of(statement, with_unreviewed=True)
    assert (detail.is_accepted, detail.state) == (False, "awaiting review")
    assert [link.state for link in detail.links] == ["awaiting review"]


def test_there_is_no_page_without_a_statement() -> None:
    assert statement_detail(1, today=TODAY, with_unreviewed=True) is None


def test_the_history_says_who_decided_what() -> None:
    issue, editor = make_issue("Direct flights"), make_user("anna", first_name="Anna", last_name="Berg")
    statement = make_statement("Perhaps.", state=ReviewState.SUGGESTED, issue=issue)
    accept_statement(statement=statement, editor=editor)
    corrected = ImpreciseDate.from_edtf("2026-06-25", origin=DateOrigin.EDITOR)
    details = replace(details_of(statement), stated_on=corrected)
    correct_statement(statement=statement, editor=editor, details=details)
    lines = [(line.who, line.what) for line in detail_of(statement).history]
    assert ("automatic", "recorded, awaiting review") in lines
    assert ("automatic", "link to Direct flights (position): awaiting review") in lines
    assert ("Anna Berg", "accepted") in lines
    assert ("Anna Berg", "link to Direct flights (position): accepted") in lines
    assert ("Anna Berg", "date corrected from 26 Jun 2026 to 25 Jun 2026") in lines


def test_a_part_that_somebody_pasted_is_no_sign_that_the_rest_has_left_the_page() -> None:
    document = make_document()
    first = make_capture("“We will talk.” “We will fly.”", document=document)
    make_capture("“We will talk.”", document=document, brought_by=make_user("anna"))
    statement = make_statement("We will fly.", capture=first)
    assert [(place.gone, place.brought_by) for place in detail_of(statement).places] == [("", "")]
    make_capture("“We will see.”", document=document)
    (place,) = detail_of(statement).places
    assert place.gone.startswith("Not in version 3, ")
    assert place.changes_address.endswith("?compare=3#changes")


def test_what_was_brought_by_hand_is_said_to_be_and_does_not_leave_a_page() -> None:
    document = make_document()
    pasted = make_capture("“We will talk.”", document=document, brought_by=make_user("anna"))
    make_capture("“We will see.”", document=document)
    (place,) = detail_of(make_statement("We will talk.", capture=pasted)).places
    assert (place.brought_by, place.gone) == ("anna", "")


def test_words_that_left_the_page_silently_are_said_to_be_gone() -> None:
    document = make_document()
    first = make_capture("“We will talk.” “We will fly.”", document=document)
    second = make_capture("“We will talk.” “We will see.”", document=document)
    kept = make_statement("We will talk.", capture=first)
    carried = Appearance.objects.create(
        statement=kept, capture=second, start=1, end=14, quote="We will talk."
    )
    left = detail_of(make_statement("We will fly.", capture=first))
    assert [place.gone for place in left.places] == [
        f"Not in version 2, archived {moment(second.captured_at)}"
    ]
    assert left.places[0].changes_address == f"/documents/{document.pk}/?compare=2#changes"
    assert [place.gone for place in detail_of(kept).places] == ["", ""]
    carried.delete()
    assert [place.gone for place in detail_of(kept).places] == [""], "the words stand there all the same"


def test_a_citation_names_the_words_and_the_archives_proof() -> None:
    capture = make_capture("“We will talk.”", document=make_document(title="An interview"))
    statement = make_statement("We will talk.", capture=capture)
    cited = citation(detail_of(statement), address="https://demarche.example/statements/1/")
    assert cited.startswith("Foreign Ministry, Party XN: “We will talk.” (26 June 2026). An interview, ")
    assert f"SHA-256 {capture.sha256}). https://demarche.example/statements/1/" in cited


def test_outlets_that_reprint_one_agency_are_one_origin_and_versions_of_a_page_one_appearance() -> None:
    wire, courier = make_source("Vesper Wire"), make_source("Courier")
    own = make_document(source=wire, address="https://vesper.example/1", published_on="2026-06-27")
    statement = make_statement("We will talk.", capture=make_capture("“We will talk.”", document=own))
    assert detail_of(statement).counts == ""
    texts = {
        "https://courier.example/1": "“We will talk,” he told Vesper Wire.",
        "https://gazette.example/1": "“We will talk,” he said, Vesper Wire reports.",
        "https://herald.example/1": "“We will talk,” he said on the steps.",
    }
    for address, text in texts.items():
        document = make_document(source=courier, address=address, published_on="2026-06-26")
        for _ in range(2 if "herald" in address else 1):
            place = make_capture(text, document=document)
            Appearance.objects.create(
                statement=statement, capture=place, start=1, end=13, quote="We will talk"
            )
    trace_origins(statement_ids=[statement.pk])
    detail = detail_of(statement)
    assert detail.counts == "2 independent origins, 4 appearances"
    first, second = detail.origins
    assert (first.place.address, second.place.address) == (own.address, "https://herald.example/1")
    assert [(place.address, place.back_to, place.by) for place in first.passed_on] == [
        ("https://courier.example/1", "Vesper Wire", "it credits Vesper Wire"),
        ("https://gazette.example/1", "Vesper Wire", "it credits Vesper Wire"),
    ]
    assert [place.by for place in second.passed_on] == ["a version of the same page"]


def test_an_agency_that_is_not_archived_is_named_by_those_who_credit_it() -> None:
    statement = make_statement("We will talk.", capture=make_capture("“We will talk.” (Reuters)"))
    other = make_document(address="https://gazette.example/1")
    place = make_capture("“We will talk.” Source: Reuters", document=other)
    Appearance.objects.create(statement=statement, capture=place, start=1, end=14, quote="We will talk.")
    assert trace_origins(statement_ids=[statement.pk]) == 2
    assert trace_origins(statement_ids=[statement.pk]) == 0, "nothing is written twice"
    (origin,) = detail_of(statement).origins
    assert (origin.place.back_to, origin.place.by) == ("", "it credits Reuters")
    assert [place.by for place in origin.passed_on] == ["it credits Reuters"]
    assert detail_of(statement).counts == "1 independent origin, 2 appearances"
