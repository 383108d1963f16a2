"""Each trigger refuses what it must refuse, and the history tables keep what was before."""

from collections.abc import Callable
from typing import Any

import pghistory
import pgtrigger
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.utils import timezone

from issues.models import Appearance, Capture, Evidence, Issue, Link, Statement, StatusChange
from issues.vocabulary import ReviewState, Signal
from tests.factories import (
    make_capture,
    make_issue,
    make_link,
    make_official,
    make_party,
    make_pledge,
    make_relationship,
    make_shift,
    make_source,
    make_statement,
    make_status,
    make_suggester_version,
    make_tenure,
    make_user,
)

pytestmark = pytest.mark.django_db


def refused(message: str, write: Callable[[], object]) -> None:
    def write_and_check() -> None:
        with transaction.atomic():
            write()
            connection.check_constraints()  # what is checked at the end of a transaction

    with pytest.raises(DatabaseError, match=message):
        write_and_check()


def update(row: Model, **values: Any) -> Callable[[], object]:
    return lambda: type(row)._default_manager.filter(pk=row.pk).update(**values)


def test_triggers_are_installed() -> None:
    for model, trigger in pgtrigger.registered():
        status, enabled = trigger.get_installation_status(model)
        assert (status, enabled) == ("INSTALLED", True), f"{model._meta.label}: {trigger.name}"


# --- A quote is in the document -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        (1, 14, "We will talk."),  # one too far
        (0, 12, "We will talk."),  # one too short
        (0, 13, "We will walk."),  # other words
        (500, 513, "We will talk."),  # outside
    ],
)
def test_a_quote_stands_at_its_offsets(start: int, end: int, quote: str) -> None:
    statement = make_statement("We will talk.")
    capture = make_capture("We will talk. So we said.")
    place = Appearance(statement=statement, capture=capture, start=start, end=end, quote=quote)
    refused("does not stand at", place.save)


def test_offsets_count_code_points() -> None:
    text = "🕊️ «Мы поговорим», – сказал он."
    statement = make_statement("Мы поговорим", capture=make_capture(text))
    place = statement.appearances.get()
    assert text[place.start : place.end] == "Мы поговорим"
    refused("does not stand at", update(place, start=place.start + 1, end=place.end + 1))


def test_a_reprint_may_be_typeset_otherwise_but_says_the_same() -> None:
    statement = make_statement("We will talk – soon.")
    reprint = make_capture("We\u00a0will talk - soon! We will walk - soon.")
    Appearance.objects.create(
        statement=statement, capture=reprint, start=0, end=20, quote="We\u00a0will talk - soon!"
    )
    other = Appearance(statement=statement, capture=reprint, start=21, end=41, quote="We will walk - soon.")
    refused("are not those of statement", other.save)


# --- The archive ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "values",
    [
        {"text": "Other"},
        {"sha256": "0" * 64},
        {"text_sha256": "0" * 64},
        {"number": 9},
        {"raw": "elsewhere"},
        {"size": 1},
        {"media_type": "text/html"},
        {"captured_at": timezone.now()},
    ],
)
def test_a_capture_is_never_overwritten(values: dict[str, Any]) -> None:
    refused("Cannot update rows", update(make_capture(), **values))


def test_a_capture_may_be_marked_as_read_and_seen_but_not_deleted() -> None:
    capture = make_capture()
    update(capture, last_seen_at=timezone.now(), read_at=timezone.now(), read_summary={"found": 0})()
    refused("Cannot delete rows", capture.delete)
    assert Capture.objects.filter(pk=capture.pk, read_at__isnull=False).exists()


# --- Statements and links -------------------------------------------------------------------------


def test_words_never_change() -> None:
    statement = make_statement()
    refused("Cannot update rows", update(statement, quote="We will not talk."))
    refused("Cannot update rows", update(statement, recorded_at=timezone.now()))


def test_an_accepted_link_is_withdrawn_never_edited() -> None:
    statement = make_statement(issue=make_issue())
    link = statement.links.get()
    changes: list[dict[str, Any]] = [
        {"signal": "refusal"},
        {"issue": make_issue("Visas")},
        {"state": "suggested", "accepted_at": None},
        {"accepted_at": timezone.now()},
        {"statement": make_statement("Other words.")},
    ]
    for change in changes:
        refused("Cannot update rows", update(link, **change))
    update(link, withdrawn_at=timezone.now())()
    suggested = make_link(statement, make_issue("Talks"), state=ReviewState.SUGGESTED)
    update(suggested, signal="refusal")()
    assert Link.objects.filter(withdrawn_at=None).get().signal == "refusal"


# --- Status and evidence --------------------------------------------------------------------------


@pytest.fixture
def issue() -> Issue:
    return make_issue()


@pytest.fixture
def change(issue: Issue) -> StatusChange:
    return make_status(issue)


def bare_status(issue: Issue) -> StatusChange:
    return StatusChange.objects.create(
        issue=issue,
        phase="stalled",
        effective_on="2026",
        effective_on_origin="editor",
        recorded_by=make_user(),
    )


def test_no_status_without_evidence(issue: Issue) -> None:
    refused("has no accepted statement as evidence", lambda: bare_status(issue))
    assert not StatusChange.objects.exists()


@pytest.mark.parametrize("state", [ReviewState.SUGGESTED, ReviewState.REJECTED])
def test_evidence_is_an_accepted_statement(issue: Issue, state: ReviewState) -> None:
    statement = make_statement(issue=issue, state=state)
    refused("is not accepted", lambda: make_status(issue, evidence=[statement]))


def test_evidence_is_accepted_on_that_issue(issue: Issue) -> None:
    elsewhere = make_statement(issue=make_issue("Visas"))
    refused("is not accepted on this issue", lambda: make_status(issue, evidence=[elsewhere]))
    suggested = make_link(elsewhere, issue, state=ReviewState.SUGGESTED)
    refused("is not accepted on this issue", lambda: make_status(issue, evidence=[elsewhere]))
    suggested.delete()
    withdrawn = make_link(elsewhere, issue, withdrawn_at=timezone.now())
    refused("is not accepted on this issue", lambda: make_status(issue, evidence=[elsewhere]))
    assert withdrawn.state == ReviewState.ACCEPTED
    make_link(elsewhere, issue)
    assert make_status(issue, evidence=[elsewhere]).statements.get() == elsewhere


def test_what_a_status_rests_on_stays_linked(change: StatusChange) -> None:
    statement = change.statements.get()
    connection.check_constraints()
    link = statement.links.get()
    refused("retract that first", update(link, withdrawn_at=timezone.now()))

    def correct() -> None:
        update(link, withdrawn_at=timezone.now())()
        make_link(statement, change.issue, signal=Signal.REFUSAL)
        connection.check_constraints()

    correct()
    retracted = {"retracted_at": timezone.now(), "retracted_by": make_user(), "retraction_reason": "Misread."}
    update(change, **retracted)()
    update(statement.links.get(withdrawn_at=None), withdrawn_at=timezone.now())()
    connection.check_constraints()
    assert not statement.links.filter(withdrawn_at=None).exists()


def test_what_a_status_rests_on_stays_accepted(change: StatusChange) -> None:
    statement = change.statements.get()
    refused("retract that first", update(statement, state="rejected"))
    retracted = {"retracted_at": timezone.now(), "retracted_by": make_user(), "retraction_reason": "Misread."}
    connection.check_constraints()
    update(change, **retracted)()
    update(statement, state="rejected")()
    assert Statement.objects.get(pk=statement.pk).state == "rejected"


def test_evidence_rejected_before_the_transaction_ends_is_none(issue: Issue) -> None:
    statement = make_statement(issue=issue)

    def write() -> None:
        change = make_status(issue, evidence=[statement])
        retracted = {"retracted_at": timezone.now(), "retracted_by": make_user(), "retraction_reason": "!"}
        update(change, **retracted)()
        update(statement, state="rejected")()

    refused("has no accepted statement as evidence", write)


@pytest.mark.parametrize(
    "values",
    [
        {"phase": "operating"},
        {"trend": "improved"},
        {"effective_on": "2025"},
        {"effective_on_words": "soon"},
        {"effective_on_origin": "text"},
        {"rationale": "Better"},
        {"recorded_at": timezone.now()},
    ],
)
def test_a_status_is_never_edited(change: StatusChange, values: dict[str, Any]) -> None:
    refused("Cannot update rows", update(change, **values))


def test_a_status_changes_neither_hands_nor_issue_nor_voice(change: StatusChange) -> None:
    refused("Cannot update rows", update(change, recorded_by=make_user()))
    refused("Cannot update rows", update(change, issue=make_issue("Visas")))
    refused("Cannot update rows", update(change, perspective=make_party("XN")))


def test_a_status_is_retracted_once_and_never_deleted(change: StatusChange) -> None:
    retracted = {"retracted_at": timezone.now(), "retracted_by": make_user(), "retraction_reason": "Misread."}
    update(change, **retracted)()
    refused("Cannot update rows", update(change, retraction_reason="Another reason"))
    refused("Cannot update rows", update(change, retracted_at=None, retracted_by=None, retraction_reason=""))
    refused("Cannot delete rows", lambda: StatusChange.objects.filter(pk=change.pk)._raw_delete("default"))


def test_evidence_is_append_only(change: StatusChange, issue: Issue) -> None:
    evidence = change.evidence.get()
    refused(
        "Cannot update or delete", update(evidence, statement=make_statement("Other words.", issue=issue))
    )
    refused("Cannot update or delete", evidence.delete)
    assert Evidence.objects.count() == 1


def test_only_one_of_the_pair_claims(issue: Issue) -> None:
    refused("is no party of issue", lambda: make_status(issue, perspective=make_party("XZ")))
    assert make_status(issue, perspective=make_party("XV")).perspective_id == "XV"


# --- History --------------------------------------------------------------------------------------

TRACKED: dict[str, tuple[Callable[[], Model], dict[str, Any]]] = {
    "Relationship": (make_relationship, {"slug": "other"}),
    "Issue": (make_issue, {"title": "Other"}),
    "Official": (make_official, {"name": "Other"}),
    "Tenure": (lambda: make_tenure(make_official()), {"fact_source": "other"}),
    "Office": (lambda: make_tenure(make_official()).office, {"title": "Other"}),
    "Source": (make_source, {"name": "Other"}),
    "Statement": (make_statement, {"question": "Other?"}),
    "Link": (lambda: make_link(make_statement(), make_issue()), {"withdrawn_at": timezone.now()}),
    "Pledge": (lambda: make_pledge(make_statement()), {"calculation": "other"}),
    "Shift": (make_shift, {"size": "full"}),
    "SuggesterVersion": (make_suggester_version, {"error": "other"}),
}


@pytest.mark.parametrize("name", TRACKED)
def test_history_keeps_what_was_before(name: str) -> None:
    make, change = TRACKED[name]
    row = make()
    field, after = next(iter(change.items()))
    before = getattr(row, field)
    editor = make_user()
    with pghistory.context(user=editor.pk):
        update(row, **change)()
    events: Any = apps.get_model("issues", f"{name}Event")
    first, last = events.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id")
    assert (first.pgh_label, getattr(first, field)) == ("insert", before)
    assert (last.pgh_label, getattr(last, field)) == ("update", after)
    assert last.pgh_context.metadata["user"] == editor.pk


def test_a_shift_stays_between_its_two_statements() -> None:
    shift = make_shift()
    refused("Cannot update", update(shift, earlier=make_statement("Other words.")))


def test_history_keeps_what_was_deleted() -> None:
    pledge = make_pledge(make_statement())
    pk = pledge.pk
    pledge.delete()
    events: Any = apps.get_model("issues", "PledgeEvent")
    labels = events.objects.filter(pgh_obj_id=pk).order_by("pgh_id").values_list("pgh_label", "due_on")
    assert list(labels) == [("insert", "2026-06-26/2026-08-31"), ("delete", "2026-06-26/2026-08-31")]


def test_every_editorial_table_has_its_history(change: StatusChange) -> None:
    names = {model.__name__ for model in apps.get_app_config("issues").get_models()}
    tracked = {name.removesuffix("Event") for name in names if name.endswith("Event")}
    assert tracked == {*TRACKED, "Appearance", "StatusChange", "Evidence"}
    for row in (change, change.evidence.get(), change.statements.get().appearances.get()):
        events: Any = apps.get_model("issues", f"{type(row).__name__}Event")
        assert events.objects.filter(pgh_obj_id=row.pk, pgh_label="insert").count() == 1
