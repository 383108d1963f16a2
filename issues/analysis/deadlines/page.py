"""The page of deadlines: a list of pledges, or a month of them, and what narrows it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.deadlines.asked import UNDATED, UNDECIDED, Asked, Month
from issues.analysis.deadlines.choices import (
    OutcomeChoice,
    Select,
    outcome_choices,
    outcome_label,
    selects,
)
from issues.analysis.deadlines.matching import matches
from issues.analysis.deadlines.month import MonthView, month_view
from issues.analysis.deadlines.rows import PledgeRow, pledge_rows
from issues.analysis.words import counted, days

PAGE = 25


@dataclass(frozen=True, slots=True)
class PledgeGroup:
    """Rows under one heading; an undecided list is divided by today."""

    heading: str
    slug: str
    rows: tuple[PledgeRow, ...]


@dataclass(frozen=True, slots=True)
class PledgeList:
    groups: tuple[PledgeGroup, ...]
    further: str  # address of the next page, "" on the last
    is_looking_on: bool  # nothing more was found so far, but not everything was looked through
    first: str  # address of the first page, "" on it


@dataclass(frozen=True, slots=True)
class DeadlinesPage:
    """`heading` is also what a screen reader is told after a change."""

    asked: Asked
    heading: str
    outcomes: tuple[OutcomeChoice, ...]
    selects: tuple[Select, ...]
    kept: tuple[tuple[str, str], ...]  # name and value of what the form of the lists keeps
    list: PledgeList | None
    month: MonthView | None
    list_address: str
    month_address: str
    file_address: str
    clear: str  # address without anything that narrows, "" where nothing does


def deadlines_page(asked: Asked, *, today: date) -> DeadlinesPage:
    """What an address asks for. Seven queries at most."""
    base = reverse("deadlines")
    view = month_view(asked, today=today) if asked.month else None
    listed = None if asked.month else _list(asked, base, today)
    narrows = asked.is_narrowed or asked.start or asked.end
    return DeadlinesPage(
        asked=asked,
        heading=view.title if view else _heading(asked, listed),
        outcomes=outcome_choices(asked, base, today=today),
        selects=selects(asked),
        kept=tuple(_kept(asked)),
        list=listed,
        month=view,
        list_address=asked.address(base, month=None, after=None),
        month_address=asked.address(base, month=asked.month or Month.of(today)),
        file_address=asked.among().address(reverse("deadlines_file")),
        clear=Asked(outcome=asked.outcome, month=asked.month).address(base) if narrows else "",
    )


def _kept(asked: Asked) -> list[tuple[str, str]]:
    if asked.month:
        return [("month", asked.month.write())]
    kept = [("outcome", asked.outcome)] if asked.outcome != UNDECIDED else []
    kept += [("from", asked.start.isoformat())] if asked.start else []
    kept += [("to", asked.end.isoformat())] if asked.end else []
    return kept


def _list(asked: Asked, base: str, today: date) -> PledgeList:
    found = matches(asked, today=today, page=PAGE)
    rows = pledge_rows(found.ids, today=today)
    return PledgeList(
        groups=tuple(group for group in _groups(asked, rows, today) if group.rows),
        further=asked.address(base, after=found.following) if found.following else "",
        is_looking_on=found.following is not None and len(rows) < PAGE,
        first=asked.address(base, after=None) if asked.after else "",
    )


def _groups(asked: Asked, rows: tuple[PledgeRow, ...], today: date) -> tuple[PledgeGroup, ...]:
    if asked.outcome != UNDECIDED:
        return (PledgeGroup(outcome_label(asked.outcome), "pledges", rows),)
    late = tuple(row for row in rows if row.upper and row.upper < today)
    coming = tuple(row for row in rows if row.upper and row.upper >= today)
    return (
        PledgeGroup(_("Overdue"), "overdue", late),
        PledgeGroup(_("Still to come"), "coming", coming),
    )


def _heading(asked: Asked, listed: PledgeList | None) -> str:
    parts = [outcome_label(asked.outcome)]
    if (asked.start or asked.end) and asked.outcome != UNDATED:
        parts.append(_period(asked))
    count = sum(len(group.rows) for group in listed.groups) if listed else 0
    more = bool(listed and listed.further)
    shown = counted("%(count)s pledge", "%(count)s pledges", count)
    parts.append(_("the first %(count)s shown") % {"count": count} if more and count else shown)
    return ", ".join(parts)


def _period(asked: Asked) -> str:
    if asked.start and asked.end:
        return _("due %(days)s") % {"days": days(asked.start, asked.end)}
    if asked.start:
        return _("due from %(day)s") % {"day": days(asked.start, asked.start)}
    return _("due until %(day)s") % {"day": days(asked.end or date.max, asked.end or date.max)}
