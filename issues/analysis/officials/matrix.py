"""What an official said in a year: issues down, months across, a count in each cell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.db.models.functions import ExtractMonth
from django.urls import reverse

from issues.analysis.deadlines.asked import Month
from issues.analysis.formats import number, written
from issues.analysis.known import links_that_count
from issues.analysis.naming import by_pair, name_of
from issues.models import Official

ISSUES_AT_MOST = 40
MONTHS = range(1, 13)
LEVELS = (1, 3, 8, 20)  # counts from which a cell is drawn one tone darker


@dataclass(frozen=True, slots=True)
class Cell:
    """Statements of a month on an issue. `address` lists them, "" where there are none."""

    month: str  # "Mar"
    count: str
    level: int  # 0 for none, then 1 to 4
    address: str
    label: str  # "Direct flights, March 2026: 3"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    title: str
    relationship: str
    address: str
    positions: str  # address of how their words on it changed
    cells: tuple[Cell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issues by their counts, the most talked of first."""

    months: tuple[tuple[str, str], ...]  # short and long names
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    total: str
    left_out: int  # issues beyond ISSUES_AT_MOST


@dataclass(slots=True)
class _Issue:
    title: str
    slug: str
    relationship: str
    counts: dict[int, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def year_matrix(official: Official, year: int) -> Matrix:
    """Count an official's statements of a year by issue and month. One query.

    It reads that year's statements of that official, by the index statement_of_official.
    """
    names = (name_of("issue__title"), "issue__slug", *by_pair("issue__"))
    rows = (
        links_that_count()
        .filter(
            statement__official=official,
            statement__stated_on_lower__range=(date(year, 1, 1), date(year, 12, 31)),
        )
        .order_by()
        .annotate(month=ExtractMonth("statement__stated_on_lower"))
        .values_list(*names, "month")
        .annotate(n=Count("id"))
    )
    issues: dict[str, _Issue] = {}
    for title, slug, first, second, month, count in rows:
        held = issues.setdefault(slug, _Issue(title, slug, f"{first} – {second}", {}))
        held.counts[month] = held.counts.get(month, 0) + count
    ordered = sorted(issues.values(), key=lambda issue: (-issue.total, issue.title, issue.slug))
    totals = [sum(issue.counts.get(month, 0) for issue in ordered) for month in MONTHS]
    return Matrix(
        months=tuple(
            (written(date(year, month, 1), "month"), written(date(year, month, 1), "month", long=True))
            for month in MONTHS
        ),
        rows=tuple(_row(issue, official.slug, year) for issue in ordered[:ISSUES_AT_MOST]),
        totals=tuple(number(total) if total else "" for total in totals),
        total=number(sum(totals)),
        left_out=max(len(ordered) - ISSUES_AT_MOST, 0),
    )


def _row(issue: _Issue, official: str, year: int) -> MatrixRow:
    base = reverse("issue", args=(issue.slug,))
    return MatrixRow(
        title=issue.title,
        relationship=issue.relationship,
        address=f"{base}?from={year}-01-01&to={year}-12-31&official={official}#statements",
        positions=f"{reverse('positions', args=(issue.slug,))}?official={official}",
        cells=tuple(_cells(issue, base, official, year)),
        total=number(issue.total),
    )


def _cells(issue: _Issue, base: str, official: str, year: int) -> Iterable[Cell]:
    for number_of_month in MONTHS:
        count = issue.counts.get(number_of_month, 0)
        month = Month(year, number_of_month)
        if not count:
            yield Cell("", "", 0, "", "")
            continue
        period = f"from={month.first.isoformat()}&to={month.last.isoformat()}"
        named = written(month.first, "month_year", long=True)
        yield Cell(
            month=written(month.first, "month"),
            count=number(count),
            level=sum(count >= least for least in LEVELS),
            address=f"{base}?{period}&official={official}#statements",
            label=f"{issue.title}, {named}: {number(count)}",
        )
