"""Review the demonstration as its editor would: accept, enter statuses, decide pledges."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from issues.demo.additions import add_missing, read_additions
from issues.demo.archive import statements_with
from issues.demo.newsroom import EDITOR, SOURCE_PREFIX, reference_day_of_sources
from issues.demo.script import Script, ScriptedOutcome, ScriptedStatus, Words, read_script
from issues.desk.errors import DeskError
from issues.desk.pledges import record_outcome
from issues.desk.review import accept_statement
from issues.desk.status import change_status
from issues.models import Capture, Document, Issue, Pledge, Source, Statement, StatusChange, User
from issues.vocabulary import PledgeOutcome, ReviewState


@dataclass(frozen=True, slots=True)
class Review:
    """What one pass did, and whether all the press has been read, so that no further pass is needed."""

    accepted: int
    statuses: int
    outcomes: int
    is_complete: bool
    added: int = 0


def review_newsroom() -> Review:
    """Accept what the reader found in the demo's sources and decide what the script says. Idempotent.

    To be called again while documents still arrive; what a person decided meanwhile stays. When all was
    read, the editor adds by hand what the reader left. A status whose evidence is not all there waits
    until then, takes what there is, and without any is left out.
    """
    today = reference_day_of_sources()
    editor = User.objects.filter(username=EDITOR).first()
    if today is None or editor is None:
        return Review(0, 0, 0, is_complete=True)
    script = read_script(today)
    is_complete = is_everything_read()
    accepted = sum(accept_found(statement, editor=editor) for statement in found_statements(script))
    added = add_missing(read_additions(today), editor=editor) if is_complete else 0
    statuses = sum(
        enter_status(scripted, editor=editor, is_last_call=is_complete) for scripted in script.statuses
    )
    outcomes = sum(decide_pledge(scripted, editor=editor) for scripted in script.outcomes)
    return Review(accepted, statuses, outcomes, is_complete, added)


def is_everything_read() -> bool:
    """Say whether every demo feed was polled, its documents fetched and their captures read."""
    sources = Source.objects.filter(slug__startswith=SOURCE_PREFIX)
    if sources.exclude(runs__documents_new__gt=0).exists():
        return False
    documents = Document.objects.filter(source__in=sources)
    if documents.filter(captures__isnull=True, fetch_error="").exists():
        return False
    return not Capture.objects.filter(document__in=documents, read_at__isnull=True).exists()


def found_statements(script: Script) -> QuerySet[Statement]:
    """The reader's suggestions in the demo's documents that bear on an issue and are sure enough."""
    wanted = Statement.objects.filter(
        state=ReviewState.SUGGESTED,
        confidence__gte=script.accept_from,
        appearances__capture__document__source__slug__startswith=SOURCE_PREFIX,
        links__state=ReviewState.SUGGESTED,
        links__withdrawn_at__isnull=True,
        links__confidence__gte=script.accept_from,
    )
    for words in script.left:
        wanted = wanted.exclude(pk__in=statements_with(words).values("pk"))
    return wanted.distinct().order_by("pk")


def accept_found(statement: Statement, *, editor: User) -> bool:
    """Accept one suggestion; False where somebody decided it in the meantime."""
    try:
        accept_statement(statement=statement, editor=editor)
    except DeskError:
        return False
    return True


def enter_status(scripted: ScriptedStatus, *, editor: User, is_last_call: bool) -> bool:
    """Enter a scripted status once its evidence is accepted; say whether it was entered now.

    One that the demo editor entered before is left as it is, even if somebody has retracted it.
    """
    issue = Issue.objects.filter(slug=scripted.issue).first()
    if issue is None:
        return False
    effective_on = scripted.effective_on.isoformat()
    entered = StatusChange.objects.filter(
        issue=issue,
        perspective=scripted.perspective or None,
        phase=scripted.phase,
        effective_on=effective_on,
        recorded_by=editor,
    )
    evidence = accepted_evidence(scripted.evidence, issue=issue)
    lacking = not evidence or (len(evidence) < len(scripted.evidence) and not is_last_call)
    if lacking or entered.exists():
        return False
    perspective = {code.pk: code for code in (issue.relationship.first, issue.relationship.second)}
    try:
        change_status(
            issue=issue,
            phase=scripted.phase,
            effective_on=effective_on,
            evidence=evidence,
            editor=editor,
            perspective=perspective.get(scripted.perspective),
            trend=scripted.trend,
            rationale=scripted.rationale,
        )
    except DeskError:
        return False
    return True


def accepted_evidence(looked_up: Iterable[Words], *, issue: Issue) -> list[Statement]:
    """The accepted statements on an issue that hold the words looked up, one for each, in order."""
    found: dict[int, Statement] = {}
    for words in looked_up:
        statement = (
            statements_with(words)
            .filter(
                Q(links__issue=issue, links__state=ReviewState.ACCEPTED, links__withdrawn_at__isnull=True),
                state=ReviewState.ACCEPTED,
            )
            .first()
        )
        if statement is not None:
            found[statement.pk] = statement
    return list(found.values())


def decide_pledge(scripted: ScriptedOutcome, *, editor: User) -> bool:
    """Record what became of a pledge, where the reader saw one and the showing statement is accepted."""
    pledge = Pledge.objects.filter(
        statement__in=statements_with(scripted.pledge),
        statement__state=ReviewState.ACCEPTED,
        outcome=PledgeOutcome.OPEN,
        decided_at__isnull=True,
    ).first()
    shown_by = statements_with(scripted.shown_by).filter(state=ReviewState.ACCEPTED).first()
    if pledge is None or shown_by is None:
        return False
    try:
        record_outcome(
            pledge=pledge,
            outcome=scripted.outcome,
            editor=editor,
            met_on=scripted.met_on,
            outcome_statement=shown_by,
            note=scripted.note,
        )
    except DeskError:
        return False
    return True
