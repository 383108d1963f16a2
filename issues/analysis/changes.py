"""What changed between the ends of two days: by when we recorded it, not by when it was said.

New statements, statements taken back, statuses set and retracted, pledges decided. Five queries,
each along an index of the moment it asks for, and each cut at LINES_AT_MOST.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from issues.analysis.as_of import end_of
from issues.analysis.changed_lines import Line, line_of_statement, line_of_status
from issues.analysis.statement_rows import joint_voices
from issues.analysis.words import counted, day
from issues.models import Issue, Link, Relationship, StatusChange
from issues.vocabulary import PledgeOutcome, ReviewState

LINES_AT_MOST = 100  # of each kind


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose changes are asked for: of one issue, of one relationship or, with neither, of everything."""

    issue: int | None = None
    relationship: int | None = None
    title: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class IssueChanges:
    title: str
    relationship: str
    address: str
    lines: tuple[Line, ...]  # the newest first


@dataclass(frozen=True, slots=True)
class Changes:
    heading: str
    counts: tuple[str, ...]  # "3 new statements"; nothing of a kind without any
    cuts: tuple[str, ...]  # a sentence for each kind that has more than is shown
    issues: tuple[IssueChanges, ...]  # where something changed last, first


def scope_of_issue(slug: str) -> Scope | None:
    """One issue; None where there is none."""
    issue = Issue.objects.filter(slug=slug).first()
    return Scope(issue=issue.pk, title=issue.title, address=issue.get_absolute_url()) if issue else None


def scope_of_relationship(slug: str) -> Scope | None:
    """One relationship; None where there is none."""
    pair = Relationship.objects.select_related("first", "second").filter(slug=slug).first()
    return Scope(relationship=pair.pk, title=str(pair), address=pair.get_absolute_url()) if pair else None


def changes(scope: Scope, *, first: date, last: date) -> Changes:
    """What was recorded after the end of `first` and by the end of `last`. Five queries."""
    start, end = end_of(first), end_of(last)
    kinds = (
        _new(scope, start, end),
        _taken_back(scope, start, end),
        _set(scope, start, end),
        _retracted(scope, start, end),
        _decided(scope, start, end),
    )
    shown = [lines[:LINES_AT_MOST] for lines in kinds]
    is_cut = [len(lines) > LINES_AT_MOST for lines in kinds]
    span = {"first": day(first, long=True), "last": day(last, long=True)}
    return Changes(
        heading=_("Between the end of %(first)s and the end of %(last)s") % span,
        counts=tuple(count for count in _counts([len(lines) for lines in shown], is_cut) if count),
        cuts=tuple(sentence for sentence, cut in zip(_cut_sentences(), is_cut, strict=True) if cut),
        issues=_by_issue(line for lines in shown for line in lines),
    )


def _counts(sizes: list[int], is_cut: list[bool]) -> list[str]:
    named = (
        counted("%(count)s new statement", "%(count)s new statements", sizes[0]),
        counted("%(count)s statement taken back", "%(count)s statements taken back", sizes[1]),
        counted("%(count)s status set", "%(count)s statuses set", sizes[2]),
        counted("%(count)s status retracted", "%(count)s statuses retracted", sizes[3]),
        counted("%(count)s pledge decided", "%(count)s pledges decided", sizes[4]),
    )
    return [
        (_("more than %(counted)s") % {"counted": text} if cut else text) if size else ""
        for text, size, cut in zip(named, sizes, is_cut, strict=True)
    ]


def _cut_sentences() -> tuple[str, ...]:
    most = {"count": LINES_AT_MOST}
    return (
        _("Only the latest %(count)s new statements are shown.") % most,
        _("Only the latest %(count)s statements taken back are shown.") % most,
        _("Only the latest %(count)s statuses set are shown.") % most,
        _("Only the latest %(count)s statuses retracted are shown.") % most,
        _("Only the latest %(count)s pledges decided are shown.") % most,
    )


def _by_issue(lines: Iterable[Line]) -> tuple[IssueChanges, ...]:
    """Under their issues, in the order of the newest line of each."""
    found: dict[str, list[Line]] = {}
    for line in sorted(lines, key=attrgetter("at"), reverse=True):
        found.setdefault(line.issue_address, []).append(line)
    return tuple(
        IssueChanges(group[0].issue, group[0].relationship, address, tuple(group))
        for address, group in found.items()
    )


def _within[Row: (Link, StatusChange)](
    rows: QuerySet[Row], scope: Scope, moment: str, start: datetime, end: datetime
) -> QuerySet[Row]:
    """The latest rows of a span, by a moment that has an index; one more than is shown."""
    if scope.issue:
        rows = rows.filter(issue=scope.issue)
    if scope.relationship:
        rows = rows.filter(issue__relationship=scope.relationship)
    rows = rows.filter(**{f"{moment}__gte": start, f"{moment}__lt": end}).select_related(
        "issue__relationship__first", "issue__relationship__second"
    )
    return rows.order_by(f"-{moment}", "-id")[: LINES_AT_MOST + 1]


def _links() -> QuerySet[Link]:
    """Accepted links, whether they still count or not, with what a line says."""
    links = Link.objects.filter(state=ReviewState.ACCEPTED)
    return links.select_related("statement__party", "statement__official").annotate(
        joint=joint_voices(OuterRef("statement"))
    )


def _others(**conditions: Any) -> Exists:
    """Whether the statement has another accepted link to the same issue: then it is a correction."""
    others = Link.objects.filter(
        statement=OuterRef("statement"), issue=OuterRef("issue"), state=ReviewState.ACCEPTED, **conditions
    )
    return Exists(others.exclude(pk=OuterRef("pk")))


def _new(scope: Scope, start: datetime, end: datetime) -> list[Line]:
    live = _links().filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=end))
    rows = live.annotate(is_correction=_others(accepted_at__lte=OuterRef("accepted_at")))
    found: list[Any] = list(_within(rows, scope, "accepted_at", start, end))
    return [
        line_of_statement(link, link.accepted_at, _("corrected") if link.is_correction else _("new"))
        for link in found
    ]


def _taken_back(scope: Scope, start: datetime, end: datetime) -> list[Line]:
    """Withdrawn links, without those that another replaced: that one is shown as corrected."""
    replaced = _others(accepted_at__gte=OuterRef("withdrawn_at"), accepted_at__lt=end)
    rows = _links().filter(~replaced)
    return [
        line_of_statement(link, link.withdrawn_at, _("taken back"))
        for link in _within(rows, scope, "withdrawn_at", start, end)
    ]


def _set(scope: Scope, start: datetime, end: datetime) -> list[Line]:
    standing = StatusChange.objects.filter(Q(retracted_at__isnull=True) | Q(retracted_at__gte=end))
    rows = _within(standing.select_related("perspective"), scope, "recorded_at", start, end)
    return [line_of_status(change, change.recorded_at) for change in rows]


def _retracted(scope: Scope, start: datetime, end: datetime) -> list[Line]:
    rows = StatusChange.objects.select_related("perspective")
    return [
        line_of_status(change, change.retracted_at, is_retracted=True)
        for change in _within(rows, scope, "retracted_at", start, end)
    ]


def _decided(scope: Scope, start: datetime, end: datetime) -> list[Line]:
    """Pledges, under each issue that their statement counts on."""
    rows = _links().filter(withdrawn_at__isnull=True).select_related("statement__pledge")
    return [
        line_of_statement(link, link.statement.pledge.decided_at, _pledge_decided(link))
        for link in _within(rows, scope, "statement__pledge__decided_at", start, end)
    ]


def _pledge_decided(link: Link) -> str:
    return _("pledge: %(outcome)s") % {"outcome": PledgeOutcome(link.statement.pledge.outcome).label}
