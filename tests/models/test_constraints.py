"""Each constraint refuses what it must refuse, whoever writes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils import timezone

from issues.models import (
    Capture,
    Follow,
    Issue,
    Link,
    ModelCall,
    Party,
    Pledge,
    PollRun,
    Relationship,
    SavedView,
    Shift,
    Statement,
    StatusChange,
    Tenure,
)
from issues.vocabulary import ReviewState
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_link,
    make_official,
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


def refused(name: str, write: Callable[[], object]) -> None:
    """The database refuses `write`, naming the constraint."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    assert name in str(caught.value)


def update(row: Model, **values: Any) -> Callable[[], object]:
    return lambda: type(row)._default_manager.filter(pk=row.pk).update(**values)


def test_every_constraint_is_tried_here() -> None:
    """A constraint that is added to the models has to be tried in this file."""
    from pathlib import Path

    from django.apps import apps

    text = Path(__file__).read_text()
    names = {
        constraint.name
        for model in apps.get_app_config("issues").get_models()
        for constraint in model._meta.constraints
    }
    assert {name for name in names if f'"{name}"' not in text} == set()


# --- Parties ------------------------------------------------------------------------------------


def test_party_codes() -> None:
    refused("party_code_upper_case", lambda: Party.objects.create(code="xn", name="Lower"))
    refused("party_kind_known", lambda: Party.objects.create(code="XN", kind="empire", name="Empire"))


def test_a_pair_is_stored_once_in_order() -> None:
    pair = make_relationship("XV", "XN")
    assert pair.codes == ("XN", "XV")
    refused(
        "relationship_pair_canonical",
        lambda: Relationship.objects.create(first_id="XV", second_id="XN", slug="turned"),
    )
    refused(
        "relationship_pair_canonical",
        lambda: Relationship.objects.create(first_id="XN", second_id="XN", slug="alone"),
    )
    refused(
        "relationship_pair_unique",
        lambda: Relationship.objects.create(first_id="XN", second_id="XV", slug="again"),
    )


def test_tenures() -> None:
    official = make_official()
    tenure = make_tenure(official, started_on=date(2020, 1, 1), ended_on=date(2022, 12, 31))
    refused("tenure_dates_ordered", update(tenure, ended_on=date(2019, 1, 1)))
    refused("tenure_has_fact_source", update(tenure, fact_source=""))
    refused("tenure_no_overlap", lambda: make_tenure(official, started_on=date(2022, 12, 31)))
    refused("tenure_no_overlap", lambda: make_tenure(official))
    make_tenure(official, started_on=date(2023, 1, 1))
    make_tenure(official, "Ambassador", started_on=date(2021, 1, 1))
    assert Tenure.objects.filter(official=official).count() == 3


def test_an_office_is_listed_once() -> None:
    tenure = make_tenure(make_official())
    office = tenure.office
    refused(
        "office_title_unique", lambda: type(office).objects.create(party=office.party, title=office.title)
    )


# --- Sources and documents ----------------------------------------------------------------------


def test_sources() -> None:
    source = make_source()
    refused("source_feed_has_address", update(source, address=""))
    refused("source_address_unique", lambda: make_source(address=source.address))
    refused("source_polled_at_most_each_minute", update(source, poll_every=timedelta(seconds=59)))
    refused("source_kind_known", update(source, kind="rumour"))
    refused("source_reliability_known", update(source, reliability="G"))
    make_source(kind="paste"), make_source(kind="paste")
    run = PollRun.objects.create(source=source)
    refused("pollrun_outcome_known", update(run, outcome="tired"))


def test_documents() -> None:
    document = make_document()
    refused("document_has_address", update(document, address=""))
    refused("issues_document_address", lambda: make_document(address=document.address))
    refused("document_published_on_edtf", update(document, published_on="2026-6"))
    refused("document_published_on_has_origin", update(document, published_on_origin=""))
    refused("document_published_on_has_origin", update(document, published_on=""))
    refused("document_published_on_ordered", update(document, published_on="2026-02/2026-01"))


@pytest.mark.parametrize(
    "text",
    [
        *("yesterday", "26.06.2026", "2026-13", "2026-00", "2026-02-30", "2026-21-05", "0000", ".."),
        *("2026-06-26/", "../..", "2026-02-31/..", "2026-01-01/2026-02-31", "2026/2027/2028"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    refused("document_published_on_edtf", update(make_document(), published_on=text))
    refused("statement_stated_on_edtf", update(make_statement(), stated_on=text))
    refused("pledge_due_on_edtf", update(make_pledge(make_statement("Soon.")), due_on=text))
    issue = make_issue()
    refused("statuschange_effective_on_edtf", lambda: make_status(issue, effective_on=text))


def test_captures() -> None:
    capture = make_capture()
    refused("capture_number_unique", lambda: make_capture(document=capture.document, number=1))
    refused("capture_hashes_are_sha256", lambda: make_capture(sha256="ABC"))
    refused("capture_hashes_are_sha256", lambda: make_capture(text_sha256=""))
    assert Capture.objects.count() == 1


# --- Statements ---------------------------------------------------------------------------------


def test_statements() -> None:
    statement = make_statement()
    refused("statement_kind_known", update(statement, kind="rumour"))
    refused("statement_state_known", update(statement, state="maybe"))
    refused("statement_proposed_by_known", update(statement, proposed_by="oracle"))
    refused("statement_credibility_known", update(statement, credibility="7"))
    refused("statement_stated_on_edtf", update(statement, stated_on="2026-6"))
    refused("statement_stated_on_ordered", update(statement, stated_on="2027/2026"))
    refused("statement_stated_on_has_origin", update(statement, stated_on_origin=""))
    refused("statement_has_speaker", update(statement, speaker_label=""))
    refused("statement_confidence_is_share", update(statement, confidence=1.01))
    refused("statement_confidence_is_share", update(statement, confidence=-0.1))
    refused("statement_accepted_at_set", update(statement, accepted_at=None))
    refused("statement_accepted_at_set", update(statement, reviewed_by=None))
    refused("statement_has_words", lambda: make_statement(" \n ", capture=make_capture("a \n b")))


@pytest.mark.parametrize("again", ["We will talk.", "“We\u00a0will\ntalk”", "we will talk."])
def test_one_statement_however_the_words_are_typeset(again: str) -> None:
    make_statement("We will talk.", speaker_label="Foreign Ministry")
    if again.startswith("we"):
        make_statement(again, speaker_label="Foreign Ministry")
        return
    refused("statement_unique", lambda: make_statement(again, speaker_label="Foreign Ministry"))
    make_statement(again, speaker_label="Foreign Ministry", stated_on="")
    refused("statement_unique", lambda: make_statement(again, speaker_label="Foreign Ministry", stated_on=""))


def test_appearances() -> None:
    statement = make_statement()
    appearance = statement.appearances.get()
    capture = appearance.capture
    again = {"statement": statement, "capture": capture, "start": 0, "end": 13, "quote": statement.quote}
    refused("appearance_unique", lambda: statement.appearances.create(**again))
    refused("appearance_ends_after_start", lambda: _empty_appearance(statement))
    refused("appearance_goes_back_to_another", update(appearance, goes_back_to=appearance))
    refused("appearance_descent_known", update(appearance, descent="hearsay"))


def _empty_appearance(statement: Statement) -> None:
    """The trigger fires first and would refuse as well: without it the constraint holds alone."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute('UPDATE issues_appearance SET "end" = start WHERE statement_id = %s', [statement.pk])


def test_links() -> None:
    issue = make_issue()
    statement = make_statement(issue=issue)
    link = statement.links.get()
    refused("link_live_unique", lambda: make_link(statement, issue))
    suggested = make_link(statement, make_issue("Visas"), state=ReviewState.SUGGESTED)
    refused("link_signal_known", update(suggested, signal="shrug"))
    refused("link_state_known", update(suggested, state="maybe"))
    refused("link_proposed_by_known", update(suggested, proposed_by="oracle"))
    refused("link_confidence_is_share", update(suggested, confidence=2))
    refused("link_accepted_at_set", update(suggested, state="accepted"))
    Link.objects.filter(pk=link.pk).update(withdrawn_at=timezone.now())
    make_link(statement, issue)
    assert Link.objects.filter(issue=issue).count() == 2


def test_issues_have_titles_of_their_own() -> None:
    issue = make_issue()
    refused("issue_title_unique", lambda: make_issue(issue.title, relationship=issue.relationship))
    make_issue(issue.title, relationship=make_relationship("XA", "XB"))
    assert Issue.objects.count() == 2


# --- Status and pledges -------------------------------------------------------------------------


def test_status_changes() -> None:
    issue = make_issue()
    said = make_statement(issue=issue)

    def entered(**fields: Any) -> Callable[[], object]:
        return lambda: make_status(issue, evidence=[said], **fields)

    refused("statuschange_phase_known", entered(phase="confused"))
    refused("statuschange_trend_known", entered(trend="sideways"))
    refused("statuschange_phase_assessed", entered(phase="not_assessed"))
    refused("statuschange_effective_on_edtf", entered(effective_on=""))
    refused("statuschange_effective_on_edtf", entered(effective_on="2026-6"))
    refused("statuschange_effective_on_ordered", entered(effective_on="2026-07/2026-06"))
    refused("statuschange_effective_on_has_origin", _without_origin(issue, said))
    refused("statuschange_starts_somewhere", entered(effective_on="../2026"))
    change = make_status(issue, evidence=[said])
    refused("statuschange_retraction_whole", update(change, retracted_at=timezone.now()))
    whole = {"retracted_at": timezone.now(), "retracted_by": make_user()}
    refused("statuschange_retraction_whole", update(change, **whole, retraction_reason=""))
    refused("evidence_unique", lambda: change.evidence.create(statement=said))


def _without_origin(issue: Issue, said: Statement) -> Callable[[], object]:
    fields = {"phase": "stalled", "effective_on": "2026", "effective_on_origin": ""}
    return lambda: StatusChange.objects.create(issue=issue, recorded_by=make_user(), **fields)


def test_versions_of_the_suggester() -> None:
    used = make_suggester_version(in_use=True)
    other = make_suggester_version()
    refused("suggesterversion_one_in_use", update(other, in_use=True))
    refused("suggesterversion_in_use_is_trained", update(used, trained_at=None))
    refused("suggesterversion_in_use_is_trained", update(used, error="It broke off."))
    stopped = {"stopped_at": timezone.now(), "stopped_by": make_user()}
    refused("suggesterversion_in_use_is_trained", update(used, **stopped))
    refused("suggesterversion_stopped_by_somebody", update(other, stopped_at=timezone.now()))
    update(other, **stopped)()
    make_suggester_version(trained_at=None)
    refused("suggesterversion_one_in_training", lambda: make_suggester_version(trained_at=None))
    make_suggester_version(trained_at=None, error="It broke off.")


def test_calls_of_the_model() -> None:
    call = ModelCall.objects.create(capture=make_capture(), model="any", prompt="Read this.")
    again = {"capture": call.capture, "part": call.part, "model": "any", "prompt": "Read this."}
    refused("modelcall_once_a_part", lambda: ModelCall.objects.create(**again))
    ModelCall.objects.create(**{**again, "part": 1})
    refused("modelcall_outcome_known", update(call, outcome="perhaps"))


def test_pledges() -> None:
    pledge = make_pledge(make_statement())
    decided = {"decided_at": timezone.now(), "decided_by": make_user()}
    refused("pledge_outcome_known", update(pledge, outcome="forgotten", **decided))
    refused("pledge_overdue_is_computed", update(pledge, outcome="overdue", **decided))
    refused("pledge_outcome_decided", update(pledge, outcome="met"))
    refused("pledge_outcome_decided", update(pledge, decided_at=timezone.now()))
    refused("pledge_due_on_edtf", update(pledge, due_on="2026-6"))
    refused("pledge_due_on_ordered", update(pledge, due_on="2026-09-01/2026-08-31"))
    refused("pledge_due_on_has_origin", update(pledge, due_on_origin=""))
    refused("issues_pledge_statement_id", lambda: make_pledge(pledge.statement))
    assert Pledge.objects.count() == 1


# --- Rows that others stand on --------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        lambda: make_statement(official=make_official()).official,
        lambda: make_statement(issue=make_issue()).links.get().issue,
        lambda: make_document().source,
        lambda: make_tenure(make_official()).office,
        lambda: make_relationship().first,
    ],
    ids=["official", "issue", "source", "office", "party"],
)
def test_what_others_stand_on_is_not_deleted(row: Callable[[], Model]) -> None:
    target = row()

    def delete() -> None:
        type(target)._default_manager.filter(pk=target.pk)._raw_delete("default")
        connection.check_constraints()

    refused("foreign key", delete)
    assert type(target)._default_manager.filter(pk=target.pk).exists()


# --- What editors judge and readers keep ------------------------------------------------------


def test_shifts() -> None:
    shift = make_shift()
    refused("shift_size_known", update(shift, size="huge"))
    refused("shift_between_two", lambda: _judged(shift, earlier=shift.statement))
    refused("shift_unique", lambda: _judged(shift, earlier=shift.earlier))


def _judged(like: Shift, *, earlier: Statement) -> Shift:
    return Shift.objects.create(
        issue=like.issue, statement=like.statement, earlier=earlier, size="none", set_by=like.set_by
    )


def test_follows_and_views() -> None:
    user, issue = make_user(), make_issue()
    Follow.objects.create(user=user, issue=issue)
    refused("follow_unique", lambda: Follow.objects.create(user=user, issue=issue))
    view = SavedView.objects.create(user=user, name="Overdue", address="/board/")
    refused("savedview_name_unique", lambda: SavedView.objects.create(user=user, name="OVERDUE", address="/"))
    refused("savedview_has_name", update(view, name=" "))
    refused("savedview_is_ours", update(view, address="//elsewhere.example/"))
