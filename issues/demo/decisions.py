"""What the demo's editor decides, one at a time, through the functions that every editor decides by.

Each says whether it was decided now: what has been, by whomever, stays.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q, QuerySet

from issues.demo.archive import statements_with
from issues.demo.dating import Rows
from issues.demo.newsroom import SOURCE_PREFIX
from issues.demo.script import ScriptedCorrection, ScriptedOutcome, ScriptedStatus, Words
from issues.desk.details import details_of
from issues.desk.errors import DeskError
from issues.desk.pledges import record_outcome
from issues.desk.review import accept_statement
from issues.desk.statements import correct_statement
from issues.desk.status import change_status, retract_status
from issues.models import Issue, Pledge, Statement, StatusChange, User
from issues.vocabulary import PledgeOutcome, ReviewState


def found_statements(*, accept_from: float, but: Iterable[Words]) -> QuerySet[Statement]:
    """The reader's suggestions in the demo's documents that bear on an issue and are sure enough."""
    wanted = Statement.objects.filter(
        state=ReviewState.SUGGESTED,
        confidence__gte=accept_from,
        appearances__capture__document__source__slug__startswith=SOURCE_PREFIX,
        links__state=ReviewState.SUGGESTED,
        links__withdrawn_at__isnull=True,
        links__confidence__gte=accept_from,
    )
    for words in but:
        wanted = wanted.exclude(pk__in=statements_with(words).values("pk"))
    return wanted.distinct().order_by("pk")


def accept_found(statement: Statement, *, editor: User) -> bool:
    """Accept one suggestion; False where somebody decided it in the meantime."""
    try:
        accept_statement(statement=statement, editor=editor)
    except DeskError:
        return False
    return True


def entered_statuses(scripted: ScriptedStatus, *, editor: User) -> QuerySet[StatusChange]:
    """A scripted status, where the demo's editor has entered it."""
    return StatusChange.objects.filter(
        issue__slug=scripted.issue,
        perspective=scripted.perspective or None,
        phase=scripted.phase,
        effective_on=scripted.effective_on.isoformat(),
        recorded_by=editor,
    )


def enter_status(scripted: ScriptedStatus, *, editor: User) -> bool:
    """Enter a scripted status on what of its evidence is accepted; without any it is left out.

    One that the demo editor entered before is left as it is, even if somebody has retracted it.
    """
    issue = Issue.objects.filter(slug=scripted.issue).first()
    if issue is None or entered_statuses(scripted, editor=editor).exists():
        return False
    evidence = accepted_evidence(scripted.evidence, issue=issue)
    if not evidence:
        return False
    perspective = {code.pk: code for code in (issue.relationship.first, issue.relationship.second)}
    try:
        change_status(
            issue=issue,
            phase=scripted.phase,
            effective_on=scripted.effective_on.isoformat(),
            evidence=evidence,
            editor=editor,
            perspective=perspective.get(scripted.perspective),
            trend=scripted.trend,
            rationale=scripted.rationale,
        )
    except DeskError:
        return False
    return True


def take_status_back(scripted: ScriptedStatus, *, editor: User) -> bool:
    """Retract a scripted status for the reason that the script gives."""
    change = entered_statuses(scripted, editor=editor).filter(retracted_at=None).first()
    if change is None:
        return False
    try:
        retract_status(change=change, editor=editor, reason=scripted.retraction_reason)
    except DeskError:
        return False
    return True


def correct_signal(scripted: ScriptedCorrection, *, editor: User) -> bool:
    """Say what a statement means for an issue, where the demo's editor saw it otherwise before."""
    issue = Issue.objects.filter(slug=scripted.issue).first()
    statement = (
        statements_with(scripted.statement).filter(state=ReviewState.ACCEPTED, reviewed_by=editor).first()
    )
    if issue is None or statement is None:
        return False
    details = details_of(statement)
    if details.links.get(issue.pk) in {None, scripted.signal}:
        return False
    links = {**details.links, issue.pk: scripted.signal}
    try:
        correct_statement(statement=statement, editor=editor, details=replace(details, links=links))
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


def decided_rows() -> list[Rows]:
    """All that the desk's decisions on the demo's documents may have written into."""
    statements = list(
        Statement.objects.filter(appearances__capture__document__source__slug__startswith=SOURCE_PREFIX)
        .distinct()
        .values_list("pk", flat=True)
    )
    issues = list(
        Issue.objects.filter(links__statement__in=statements).distinct().values_list("pk", flat=True)
    )
    of_statements = ("statement_joint_parties", "appearance", "link", "pledge", "evidence")
    return [
        Rows("issues_statement", "id", statements),
        *(Rows(f"issues_{name}", "statement_id", statements) for name in of_statements),
        Rows("issues_statuschange", "issue_id", issues),
    ]
