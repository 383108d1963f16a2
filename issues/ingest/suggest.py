"""Reads a capture and records what it proposes: statements, where they stand, links and pledges."""

import logging
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from issues.ingest.advice import advised
from issues.ingest.capture import date_of
from issues.ingest.gazetteer import current_gazetteer
from issues.ingest.origins import trace_origins
from issues.ingest.proposals import Proposal, Proposals, build_proposals
from issues.ingest.reprints import Known, carry_over
from issues.ingest.skeletons import lock_skeletons
from issues.ingest.statements import insert_statements, new_statement
from issues.models import Appearance, Capture, Relationship, Source, Statement
from issues.reading.edtf import ImpreciseDate
from issues.reading.reader import Reading, read_document

logger = logging.getLogger(__name__)

ATTEMPTS = 3
# A book-length interview has some hundreds. Every place is checked against the whole text, so that the time
# grows with the square of a text that is nothing but statements.
MOST_PROPOSED = 1000
TOO_MANY = "Of the {} passages found in this text only the first {} are proposed."
MOST_READINGS = 5  # of one capture whose reader dies each time


@dataclass(frozen=True, slots=True)
class Suggested:
    """What one reading recorded. found: passages proposed; recorded: new statements; reprinted: passages
    of statements we had; carried: statements of earlier versions found again; gone: those not found."""

    capture_id: int
    found: int = 0
    recorded: int = 0
    reprinted: int = 0
    carried: int = 0
    gone: int = 0


def record_suggestions(*, capture_id: int) -> Suggested | None:
    """Read a capture and record its suggestions; None when it was read before.

    All rows and the mark that it is read are one transaction, so that delivered twice or broken off
    it comes to the same. A reader that fails is noted in read_summary["error"] and logged.
    """
    capture = Capture.objects.select_related("document__source").get(pk=capture_id)
    if capture.read_at is not None:
        return None
    try:
        reading = _read(capture)
    except Exception as error:
        logger.exception("The reader failed on capture %s.", capture_id)
        _mark_failed(capture_id, f"The reader failed on this text ({type(error).__name__}).")
        return None
    for attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return _record(capture, reading)
        except IntegrityError:
            # An editor typed the same words in by hand between our look and our insert: look again.
            if attempt == ATTEMPTS - 1:
                raise
    return None


CLAIM_UNREAD = """
UPDATE issues_capture SET read_summary = read_summary || jsonb_build_object(
    'sent_at', statement_timestamp(), 'sent', coalesce((read_summary->>'sent')::int, 0) + 1)
WHERE id IN (
    SELECT id FROM issues_capture WHERE read_at IS NULL
    AND coalesce((read_summary->>'sent_at')::timestamptz, captured_at)
        <= statement_timestamp() - make_interval(secs => %s)
    ORDER BY captured_at LIMIT %s FOR UPDATE SKIP LOCKED
) RETURNING id, (read_summary->>'sent')::int
"""


def claim_unread_captures(*, limit: int = 100) -> list[int]:
    """Claim captures whose reading was lost on the way; return their ids.

    One that was claimed too often kills its reader: it is marked as failed and left to people.
    """
    with connection.cursor() as cursor:
        cursor.execute(CLAIM_UNREAD, [settings.INGEST_LEASE, limit])
        claimed = cursor.fetchall()
    for pk, sent in claimed:
        if sent > MOST_READINGS:
            _mark_failed(pk, f"The reader was lost on this text {MOST_READINGS} times.")
    return [pk for pk, sent in claimed if sent <= MOST_READINGS]


def _read(capture: Capture) -> Reading:
    document = capture.document
    reading = read_document(
        capture.text,
        gazetteer=current_gazetteer(),
        title=document.title or None,
        language=document.language or None,
        published=date_of(document),
        home=home_pair(document.source),
        outlet_party=document.source.party_id,
        url=document.address if document.is_on_the_web else None,
    )
    return replace(reading, suggestions=advised(reading.suggestions, language=reading.language))


def home_pair(source: Source) -> tuple[str, str] | None:
    """Return the pair a source is followed for: the one relationship we track of its party, if one."""
    if source.party_id is None:
        return None
    of_party = Q(first=source.party_id) | Q(second=source.party_id)
    pairs = list(Relationship.objects.filter(of_party)[:2])
    return pairs[0].codes if len(pairs) == 1 else None


def _mark_failed(capture_id: int, error: str) -> None:
    Capture.objects.filter(pk=capture_id, read_at=None).update(
        read_at=timezone.now(), read_summary={"found": 0, "recorded": 0, "relevant": False, "error": error}
    )


def _record(capture: Capture, reading: Reading) -> Suggested | None:
    locked = Capture.objects.select_for_update(no_key=True).defer("text").get(pk=capture.pk)
    if locked.read_at is not None:
        return None
    proposals = build_proposals(reading.suggestions)
    left = proposals.keep_first(MOST_PROPOSED)
    lock_skeletons(one.skeleton for one in proposals.proposals)
    document = capture.document
    carried, gone = carry_over(capture)
    # Inserted before we look for known words: what stands here already is of this document.
    Appearance.objects.bulk_create(carried, ignore_conflicts=True)
    known = Known(capture, (one.skeleton for one in proposals.proposals))
    day = date_of(document)
    # Only to compare with what was recorded when; a statement without a date stays without one.
    fallback = (day.lower if day else None) or timezone.now().date()
    new: list[tuple[Proposal, Statement]] = []
    said: list[tuple[Proposal, Statement]] = []
    for proposal in proposals.proposals:
        on = _first_day(proposal.suggestion.stated_on) or fallback
        statement = known.find(proposal, on)
        if statement is None:
            statement = new_statement(proposal, reading.language)
            known.add(proposal, statement, on)
            new.append((proposal, statement))
        said.append((proposal, statement))
    insert_statements(new, said, capture.pk)
    again = {statement.pk for _, statement in said} | {place.statement_id for place in carried}
    trace_origins(statement_ids=again)
    result = Suggested(
        capture.pk,
        found=len(said),
        recorded=len(new),
        reprinted=len(said) - len(new),
        carried=len(carried),
        gone=len(gone),
    )
    _mark_read(locked, reading, proposals, result, gone)
    if left:
        locked.read_summary["error"] = TOO_MANY.format(result.found + left, result.found)
        locked.save(update_fields=["read_summary"])
    return result


def _first_day(on: ImpreciseDate | None) -> date | None:
    return (on.lower or on.upper) if on else None


def _mark_read(
    capture: Capture, reading: Reading, proposals: Proposals, result: Suggested, gone: list[int]
) -> None:
    now: datetime = timezone.now()
    capture.read_at = now
    capture.read_summary = {
        "found": result.found,
        "recorded": result.recorded,
        "reprinted": result.reprinted,
        "carried": result.carried,
        "gone": gone,
        "relevant": reading.relevant,
        "outside": proposals.outside_as_json(),
    }
    if not reading.has_pack:  # it goes to the inbox whole, for people to read
        capture.read_summary["no_pack"] = reading.language
    capture.save(update_fields=["read_at", "read_summary"])
