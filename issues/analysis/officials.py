"""Officials: who speaks, in which office when, and what they said on what."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, Max, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.filters import Cursor
from issues.analysis.formats import number
from issues.analysis.known import links_that_count
from issues.analysis.statement_rows import StatementRow, statement_row, with_details
from issues.analysis.words import day, since
from issues.models import Official, Statement, Tenure
from issues.vocabulary import ReviewState

LISTED_AT_MOST = 500
PAGE = 25


@dataclass(frozen=True, slots=True)
class OfficialName:
    name: str
    address: str
    party: str
    office: str  # the present one, "" where none is known


@dataclass(frozen=True, slots=True)
class TenureShown:
    office: str
    period: str
    fact_source: str


@dataclass(frozen=True, slots=True)
class IssueCount:
    title: str
    address: str
    relationship: str
    count: str
    latest: str


@dataclass(frozen=True, slots=True)
class OfficialPage:
    name: str
    aliases: str
    party: str
    address: str
    tenures: tuple[TenureShown, ...]
    issues: tuple[IssueCount, ...]
    rows: tuple[StatementRow, ...]
    older: str  # address of the next page, "" on the last


def officials_with_statements(*, today: date) -> tuple[OfficialName, ...]:
    """Everybody who has an accepted statement, by party and name; 500 at most. One query."""
    said = Statement.objects.filter(official=OuterRef("pk"), state=ReviewState.ACCEPTED)
    current = Tenure.objects.filter(official=OuterRef("pk")).exclude(ended_on__lt=today)
    current = current.exclude(started_on__gt=today).order_by(F("started_on").desc(nulls_last=True), "-id")
    found = (
        Official.objects.filter(Exists(said))
        .annotate(office=Subquery(current.values("office__title")[:1]))
        .order_by("party__name", "name")
        .values_list("name", "slug", "party__name", "office")[:LISTED_AT_MOST]
    )
    return tuple(
        OfficialName(name, reverse("official", args=(slug,)), party, office or "")
        for name, slug, party, office in found
    )


def official_page(slug: str, *, before: Cursor | None, today: date) -> OfficialPage | None:
    """An official's page; None where there is no such person. Four queries."""
    official = Official.objects.select_related("party").filter(slug=slug).first()
    if official is None:
        return None
    rows, following = _statements(official, before, today)
    address = reverse("official", args=(slug,))
    return OfficialPage(
        name=official.name,
        aliases=", ".join(official.aliases),
        party=official.party.name,
        address=address,
        tenures=tuple(
            TenureShown(title, _period(first, last), source)
            for title, first, last, source in Tenure.objects.filter(official=official)
            .order_by(F("started_on").desc(nulls_last=True))
            .values_list("office__title", "started_on", "ended_on", "fact_source")
        ),
        issues=_issues(official),
        rows=rows,
        older=f"{address}?before={following.write()}#statements" if following else "",
    )


def _period(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{day(first)} – {day(last)}"
    if first:
        return since(first.isoformat())
    return _("until %(date)s") % {"date": day(last)} if last else _("dates unknown")


def _issues(official: Official) -> tuple[IssueCount, ...]:
    """Counted once by their links, then named: no statement is read."""
    counts = (
        links_that_count()
        .filter(statement__official=official)
        .order_by()
        .values("issue")
        .annotate(count=Count("id"), latest=Max("stated_day"))
        .values_list(
            "issue__title",
            "issue__slug",
            "issue__relationship__first__name",
            "issue__relationship__second__name",
            "count",
            "latest",
        )
        .order_by("-count", "issue__title")
    )
    return tuple(
        IssueCount(
            title,
            f"{reverse('issue', args=(slug,))}?window=all&official={official.slug}",
            f"{first} – {second}",
            number(count),
            day(latest) if latest else _("undated"),
        )
        for title, slug, first, second, count, latest in counts
    )


def _statements(
    official: Official, before: Cursor | None, today: date
) -> tuple[tuple[StatementRow, ...], Cursor | None]:
    """The newest dated statements, by keyset on the index statement_of_official."""
    said = Statement.objects.filter(
        official=official, state=ReviewState.ACCEPTED, stated_on_lower__isnull=False
    ).order_by("-stated_on_lower", "-id")
    if before is not None and before.day is not None:
        said = said.filter(stated_on_lower__lte=before.day).exclude(
            stated_on_lower=before.day, pk__gte=before.statement
        )
    held = list(with_details(said)[: PAGE + 1])
    rows = tuple(statement_row(each, each, today=today) for each in held[:PAGE])
    last = held[PAGE - 1] if len(held) > PAGE else None
    return rows, Cursor(last.stated_on_lower, last.pk) if last else None
