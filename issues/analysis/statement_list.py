"""The dated statements of an issue: a page of them by keyset, with counts beside each filter."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from issues.analysis.filters import OTHERS, Cursor, Filters
from issues.analysis.known import links_that_count, newest_first
from issues.analysis.statement_rows import StatementRow, statement_row, with_details
from issues.analysis.windows import Window
from issues.models import Link, Statement
from issues.vocabulary import ReviewState

PAGE = 25
# The parties that speak with one voice in a joint text, a row each.
Voice = Statement.joint_parties.through


@dataclass(frozen=True, slots=True)
class StatementPage:
    rows: tuple[StatementRow, ...]
    next: Cursor | None


def statement_page(
    issue_id: int, window: Window, filters: Filters, *, parties: tuple[str, str], today: date
) -> StatementPage:
    """The newest statements that pass, 25 at a time. One query, by an index of the issue's days."""
    links = newest_first(_before(passing(issue_id, window, filters, parties), filters.before))
    held = list(with_details(links, "statement__")[: PAGE + 1])
    rows = tuple(statement_row(link.statement, link, today=today, signal=link.signal) for link in held[:PAGE])
    last = held[PAGE - 1] if len(held) > PAGE else None
    return StatementPage(rows, Cursor(last.stated_day, last.statement_id) if last else None)


def passing(issue_id: int, window: Window, filters: Filters, parties: tuple[str, str]) -> QuerySet[Link]:
    links = links_that_count().filter(issue=issue_id, statement__state=ReviewState.ACCEPTED)
    if filters.evidence is not None:
        links = links.filter(statement__evidence__status_change=filters.evidence)
    elif window.is_undated:
        links = links.filter(stated_day__isnull=True)
    else:
        links = links.filter(stated_day__range=(window.start, window.end))
    if filters.signal:
        links = links.filter(signal=filters.signal)
    if filters.official:
        links = links.filter(statement__official__slug=filters.official)
    if filters.party == OTHERS:
        links = links.exclude(statement__party__in=parties)
    elif filters.party:
        joint = Exists(Voice.objects.filter(statement=OuterRef("statement"), party=filters.party))
        links = links.filter(Q(statement__party=filters.party) | joint)
    return links


def _before(links: QuerySet[Link], cursor: Cursor | None) -> QuerySet[Link]:
    if cursor is None:
        return links
    if cursor.day is None:
        return links.filter(statement__lt=cursor.statement)
    earlier = Q(stated_day__lt=cursor.day) | Q(statement__lt=cursor.statement)
    return links.filter(earlier, stated_day__lte=cursor.day)
