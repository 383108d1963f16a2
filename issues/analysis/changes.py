"""What changed between the ends of two days: by when we recorded it, not by when it was said.

New statements, statements taken back, statuses set and retracted, pledges decided and reopened. Six
queries, each cut at LINES_AT_MOST.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.db.models import OuterRef
from django.utils.translation import gettext as _

from issues.analysis import changed_rows
from issues.analysis.as_of import end_of
from issues.analysis.changed_lines import Line, line_of_statement, line_of_status
from issues.analysis.changed_rows import Scope, Span
from issues.analysis.naming import pair_name
from issues.analysis.statement_rows import joint_voices
from issues.analysis.words import counted, day
from issues.models import Issue, Relationship
from issues.vocabulary import PledgeOutcome

LINES_AT_MOST = 100  # of each kind
PAIR = ("issue__relationship__first", "issue__relationship__second")


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
    return Scope(issue=issue.pk, title=issue.title_shown, address=issue.get_absolute_url()) if issue else None


def scope_of_relationship(slug: str) -> Scope | None:
    """One relationship; None where there is none."""
    pair = Relationship.objects.select_related("first", "second").filter(slug=slug).first()
    return (
        Scope(relationship=pair.pk, title=pair_name(pair), address=pair.get_absolute_url()) if pair else None
    )


def changes(scope: Scope, *, first: date, last: date) -> Changes:
    """What was recorded after the end of `first` and by the end of `last`. Six queries."""
    span = Span(end_of(first), end_of(last))
    undone = _links(changed_rows.pledges_undone(scope, span))
    decided = [link for link in undone if link.outcome != PledgeOutcome.OPEN]
    decided += _links(changed_rows.pledges_decided(scope, span))
    kinds = [
        [
            _line(link, _("corrected") if link.is_correction else _("new"))
            for link in _links(changed_rows.new_links(scope, span))
        ],
        [_line(link, _("taken back")) for link in _links(changed_rows.withdrawn_links(scope, span))],
        [
            line_of_status(change, change.changed_at)
            for change in _statuses(changed_rows.statuses_set(scope, span))
        ],
        [
            line_of_status(change, change.changed_at, is_retracted=True)
            for change in _statuses(changed_rows.statuses_retracted(scope, span))
        ],
        [_line(link, _became(link)) for link in sorted(decided, key=_moment, reverse=True)],
        [_line(link, _reopened(link)) for link in undone if link.outcome == PledgeOutcome.OPEN],
    ]
    shown = [lines[:LINES_AT_MOST] for lines in kinds]
    is_cut = [len(lines) > LINES_AT_MOST for lines in kinds]
    days = {"first": day(first, long=True), "last": day(last, long=True)}
    return Changes(
        heading=_("Between the end of %(first)s and the end of %(last)s") % days,
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
        counted("%(count)s pledge reopened", "%(count)s pledges reopened", sizes[5]),
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
        _("Only the latest %(count)s pledges reopened are shown.") % most,
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


def _links(rows: changed_rows.Rows) -> list[Any]:
    """One more than is shown, with what a line says of a statement."""
    related = ("statement__party", "statement__official", *PAIR)
    return list(
        rows.select_related(*related).annotate(joint=joint_voices(OuterRef("statement")))[: LINES_AT_MOST + 1]
    )


def _statuses(rows: changed_rows.Rows) -> list[Any]:
    return list(rows.select_related("perspective", *PAIR)[: LINES_AT_MOST + 1])


def _line(link: Any, kind: str) -> Line:
    return line_of_statement(link, link.changed_at, kind)


def _moment(link: Any) -> datetime:
    moment: datetime = link.changed_at
    return moment


def _became(link: Any) -> str:
    return _("pledge: %(outcome)s") % {"outcome": PledgeOutcome(link.outcome).label}


def _reopened(link: Any) -> str:
    return _("pledge reopened: it was %(outcome)s") % {"outcome": PledgeOutcome(link.had).label}
