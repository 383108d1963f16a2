"""Inserts what the reader proposes: rows in bulk, every one awaiting review."""

from collections.abc import Iterable

from issues.ingest.proposals import Proposal
from issues.models import Appearance, Link, Pledge, Statement
from issues.vocabulary import DateOrigin, Proposer, ReviewState


def new_statement(
    proposal: Proposal, language: str | None, proposer: Proposer = Proposer.READER
) -> Statement:
    suggestion = proposal.suggestion
    on = suggestion.stated_on
    return Statement(
        quote=suggestion.quote,
        kind=suggestion.kind,
        language=(language or "")[:8],
        official_id=proposal.official_id,
        speaker_label=proposal.speaker_label,
        party_id=proposal.party_id,
        relationship_id=proposal.relationship_id,
        stated_on=on.edtf if on else "",
        stated_on_words=on.words[:300] if on else "",
        stated_on_origin=on.origin if on else "",
        question=suggestion.question,
        state=ReviewState.SUGGESTED,
        proposed_by=proposer,
        confidence=suggestion.confidence,
        reasons=proposal.reasons,
    )


def insert_statements(
    new: list[tuple[Proposal, Statement]],
    said: Iterable[tuple[Proposal, Statement]],
    capture_id: int,
    proposer: Proposer = Proposer.READER,
) -> None:
    """Insert statements first, then what refers to them: six statements of SQL however many rows."""
    Statement.objects.bulk_create([statement for _, statement in new])
    Appearance.objects.bulk_create(
        [
            Appearance(
                statement=statement,
                capture_id=capture_id,
                start=proposal.suggestion.start,
                end=proposal.suggestion.end,
                quote=proposal.suggestion.quote,
            )
            for proposal, statement in said
        ],
        ignore_conflicts=True,
    )
    joint = Statement.joint_parties.through
    joint.objects.bulk_create(
        [
            joint(statement_id=statement.pk, party_id=code)
            for proposal, statement in new
            for code in proposal.joint_party_ids
        ]
    )
    Link.objects.bulk_create(
        [
            Link(
                statement=statement,
                issue_id=link.issue_id,
                signal=link.suggestion.signal,
                proposed_by=link.proposed_by if proposer == Proposer.READER else proposer,
                confidence=link.suggestion.confidence,
                reasons=link.reasons,
            )
            for proposal, statement in new
            for link in proposal.links.values()
        ]
    )
    Pledge.objects.bulk_create(
        [_pledge(proposal, statement) for proposal, statement in new if proposal.pledge is not None]
    )


def _pledge(proposal: Proposal, statement: Statement) -> Pledge:
    assert proposal.pledge is not None  # noqa: S101 - the caller asked
    due = proposal.pledge.pledge_due
    notes = [reason.note for reason in proposal.pledge.reasons if reason.about == "pledge"]
    return Pledge(
        statement=statement,
        due_on=due.edtf if due else "",
        due_on_words=(proposal.pledge.pledge_words or (due.words if due else ""))[:300],
        due_on_origin=DateOrigin(due.origin) if due else "",
        calculation=notes[0][:300] if notes else "",
    )
