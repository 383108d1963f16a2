"""Status changes as spells: what holds, since when, and where claims conflict."""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from django.db.models import OuterRef
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.standing import (
    ASSESSED,
    Change,
    Spell,
    changes_of,
    changes_with_evidence,
    conflict_stretches,
    standing,
    status_changes,
)
from issues.desk.status import retract_status
from issues.models import Issue
from issues.vocabulary import Phase
from tests.factories import make_issue, make_party, make_statement, make_status, make_user

TODAY = date(2026, 11, 24)
NUMBERS = count(1)


def change(day: str, phase: Phase, perspective: str = ASSESSED) -> Change:
    lower = date.fromisoformat(day)
    return Change(next(NUMBERS), 1, perspective, phase.value, "unchanged", day, lower, lower)


def test_nothing_holds_where_nothing_is_recorded() -> None:
    stands = standing([], today=TODAY)
    assert stands.assessed is None
    assert stands.spells == {}


def test_each_phase_ends_where_the_next_begins() -> None:
    changes = [change("2026-05-01", Phase.STALLED), change("2025-01-01", Phase.CONSULTING)]
    spells = standing(changes, today=TODAY).spells[ASSESSED]
    assert [(spell.start.isoformat(), spell.end and spell.end.isoformat()) for spell in spells] == [
        ("2025-01-01", "2026-05-01"),
        ("2026-05-01", None),
    ]


def test_of_two_on_one_day_the_later_recorded_holds() -> None:
    changes = [change("2026-05-01", Phase.STALLED), change("2026-05-01", Phase.LAPSED)]
    stands = standing(changes, today=TODAY)
    assert len(stands.spells[ASSESSED]) == 1
    assert stands.assessed is not None
    assert stands.assessed.phase == Phase.LAPSED


def test_a_phase_that_begins_tomorrow_does_not_hold_today() -> None:
    changes = [change("2026-01-01", Phase.OPERATING), change("2026-11-25", Phase.LAPSED)]
    stands = standing(changes, today=TODAY)
    assert stands.assessed is not None
    assert stands.assessed.phase == Phase.OPERATING


def test_claims_conflict_only_where_both_claim_and_differ() -> None:
    one, other = change("2026-01-01", Phase.STALLED, "XN"), change("2026-02-01", Phase.CONSULTING, "XV")
    assert not standing([one], today=TODAY).conflicts("XN", "XV")
    assert standing([one, other], today=TODAY).conflicts("XN", "XV")
    agreeing = change("2026-03-01", Phase.STALLED, "XV")
    assert not standing([one, other, agreeing], today=TODAY).conflicts("XN", "XV")


def spells_of(*changes: Change) -> tuple[Spell, ...]:
    return standing(changes, today=TODAY).spells[changes[0].perspective]


def test_stretches_of_conflict_are_joined_and_end_today() -> None:
    first = spells_of(change("2026-01-01", Phase.STALLED, "XN"), change("2026-03-01", Phase.LAPSED, "XN"))
    second = spells_of(change("2026-02-01", Phase.CONSULTING, "XV"))
    assert conflict_stretches(first, second, until=TODAY) == [(date(2026, 2, 1), TODAY)]


DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 23))
PHASES = st.sampled_from([Phase.STALLED, Phase.CONSULTING, Phase.LAPSED])
HISTORIES = st.lists(st.tuples(DAYS, PHASES), min_size=1, max_size=8)


@given(HISTORIES, HISTORIES, DAYS)
def test_a_day_is_in_a_stretch_exactly_when_both_claim_and_differ(
    first: list[tuple[date, Phase]], second: list[tuple[date, Phase]], day: date
) -> None:
    changes = [change(each.isoformat(), phase, "XN") for each, phase in first]
    changes += [change(each.isoformat(), phase, "XV") for each, phase in second]
    stands = standing(changes, today=TODAY)
    stretches = conflict_stretches(stands.spells["XN"], stands.spells["XV"], until=TODAY)
    inside = any(start <= day < end for start, end in stretches)
    assert inside == standing(changes, today=day).conflicts("XN", "XV")


@pytest.mark.django_db
def test_reading_brings_the_evidence_and_leaves_out_what_was_retracted() -> None:
    issue, editor = make_issue(), make_user()
    statements = [make_statement(f"Words {number}.", issue=issue, editor=editor) for number in range(2)]
    kept = make_status(issue, Phase.STALLED, evidence=statements, editor=editor, rationale="Both said so.")
    wrong = make_status(issue, Phase.LAPSED, editor=editor, perspective=make_party("XN"))
    retract_status(change=wrong, editor=editor, reason="Misread.")
    row = Issue.objects.annotate(changes=changes_with_evidence(OuterRef("pk"))).get(pk=issue.pk)
    (read,) = changes_of(row.changes)
    (without,) = status_changes([issue.pk])[issue.pk]
    assert replace(read, rationale="", statements=()) == without
    assert (read.id, read.rationale) == (kept.pk, "Both said so.")
    assert read.statements == tuple(statement.pk for statement in statements)
