"""An official's page: offices held, what they said on what by month, and the words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import F, Max, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.filters import Cursor
from issues.analysis.naming import name_of
from issues.analysis.officials.matrix import Matrix, year_matrix
from issues.analysis.statement_rows import StatementRow, statement_row, with_details
from issues.analysis.words import day
from issues.models import Official, Statement, Tenure
from issues.vocabulary import ReviewState

PAGE = 25
YEARS_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Asked:
    year: int | None = None
    before: Cursor | None = None

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        """Read the query parameters; what means nothing asks for nothing."""
        year = params.get("year", "")
        is_year = len(year) == 4 and year.isascii() and year.isdigit() and int(year) > 0
        return cls(int(year) if is_year else None, Cursor.read(params.get("before", "")))


@dataclass(frozen=True, slots=True)
class TenureShown:
    office: str
    period: str
    fact_source: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class YearChoice:
    year: int
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class OfficialPage:
    name: str
    slug: str
    aliases: str
    party: str
    party_address: str
    address: str
    tenures: tuple[TenureShown, ...]
    year: int | None  # None where nothing with a date was said
    years: tuple[YearChoice, ...]  # newest first
    matrix: Matrix | None
    rows: tuple[StatementRow, ...]
    older: str  # address of the next page, "" on the last
    newest: str  # address of the first page, "" on it


def official_page(slug: str, asked: Asked, *, today: date) -> OfficialPage | None:
    """An official's page; None where there is no such person. Five queries."""
    official = Official.objects.select_related("party").filter(slug=slug).first()
    if official is None:
        return None
    address = reverse("official", args=(slug,))
    first, last = _reach(official)
    years = list(range(last.year, first.year - 1, -1))[:YEARS_AT_MOST] if first and last else []
    year = asked.year or (years[0] if years else None)
    rows, following = _statements(official, year, asked.before, today)
    return OfficialPage(
        name=official.name_shown,
        slug=slug,
        aliases=", ".join(official.aliases),
        party=official.party.name_shown,
        party_address=official.party.get_absolute_url(),
        address=address,
        tenures=tuple(_tenures(official, today)),
        year=year,
        years=tuple(YearChoice(each, f"{address}?year={each}", each == year) for each in years),
        matrix=year_matrix(official, year) if year else None,
        rows=rows,
        older=f"{address}?year={year}&before={following.write()}#statements" if following else "",
        newest=f"{address}?year={year}#statements" if asked.before else "",
    )


def _tenures(official: Official, today: date) -> list[TenureShown]:
    held = (
        Tenure.objects.filter(official=official)
        .order_by(F("started_on").desc(nulls_last=True))
        .values_list(name_of("office__title"), "started_on", "ended_on", "fact_source")
    )
    return [
        TenureShown(title, _period(first, last), source, (not last or last >= today))
        for title, first, last, source in held
    ]


def _period(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{day(first)} – {day(last)}"
    if first:
        return _("since %(day)s") % {"day": day(first)}
    return _("until %(day)s") % {"day": day(last)} if last else _("dates unknown")


def _reach(official: Official) -> tuple[date | None, date | None]:
    """The first and last day with a statement: both ends of the index statement_of_official."""
    said = Statement.objects.filter(official=official, state=ReviewState.ACCEPTED)
    found = said.order_by().aggregate(first=Min("stated_on_lower"), last=Max("stated_on_lower"))
    return found["first"], found["last"]


def _statements(
    official: Official, year: int | None, before: Cursor | None, today: date
) -> tuple[tuple[StatementRow, ...], Cursor | None]:
    """The newest statements of a year, by keyset on the index statement_of_official."""
    if year is None:
        return (), None
    said = Statement.objects.filter(
        official=official,
        state=ReviewState.ACCEPTED,
        stated_on_lower__range=(date(year, 1, 1), date(year, 12, 31)),
    ).order_by("-stated_on_lower", "-id")
    if before is not None and before.day is not None:
        said = said.filter(stated_on_lower__lte=before.day).exclude(
            stated_on_lower=before.day, pk__gte=before.statement
        )
    held = list(with_details(said)[: PAGE + 1])
    rows = tuple(statement_row(each, each, today=today) for each in held[:PAGE])
    last = held[PAGE - 1] if len(held) > PAGE else None
    return rows, Cursor(last.stated_on_lower, last.pk) if last else None
