"""The dated statements of an issue: a page of them by keyset, with counts beside each filter."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse

from issues.analysis.filters import OTHERS, Cursor, Filters
from issues.analysis.known import links_that_count, newest_first, office_that_day
from issues.analysis.marks import SIGNAL_MARKS, SignalMark
from issues.analysis.windows import Window
from issues.analysis.words import DateShown, date_shown, day, moment, overdue, plural, quoted
from issues.models import Appearance, Link, Statement
from issues.vocabulary import PledgeOutcome, ReviewState, StatementKind

PAGE = 25
# The parties that speak with one voice in a joint text, a row each.
Voice = Statement.joint_parties.through


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement as a list shows it."""

    address: str
    date: DateShown
    words: str
    is_reported: bool
    signal: SignalMark
    speaker: str
    speaker_address: str
    office: str
    party: str
    details: str  # "direct quote · Norland Courier · archived 8 Sep 2026, 14:02 UTC · 2 reprints"
    pledge: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class StatementPage:
    rows: tuple[StatementRow, ...]
    next: Cursor | None


def statement_page(
    issue_id: int, window: Window, filters: Filters, *, parties: tuple[str, str], today: date
) -> StatementPage:
    """The newest statements that pass, 25 at a time. One query, by an index of the issue's days."""
    links = newest_first(_before(_passing(issue_id, window, filters, parties), filters.before))
    held = list(_with_details(links)[: PAGE + 1])
    rows = tuple(_row(link, today) for link in held[:PAGE])
    last = held[PAGE - 1] if len(held) > PAGE else None
    return StatementPage(rows, Cursor(last.stated_day, last.statement_id) if last else None)


def _passing(issue_id: int, window: Window, filters: Filters, parties: tuple[str, str]) -> QuerySet[Link]:
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


def _with_details(links: QuerySet[Link]) -> QuerySet[Link]:
    """Add what a row shows beyond the statement: its office that day, its first place, how many."""
    places = Appearance.objects.filter(statement=OuterRef("statement"))
    first = places.order_by("capture__captured_at", "id").values(
        place=JSONObject(source="capture__document__source__name", at="capture__captured_at")
    )
    count = places.order_by().values("statement").annotate(n=Count("*")).values("n")
    return links.select_related("statement__official", "statement__party", "statement__pledge").annotate(
        office=office_that_day("statement__"),
        place=Subquery(first[:1]),
        places=Coalesce(Subquery(count), 0, output_field=IntegerField()),
    )


def _row(link: Link, today: date) -> StatementRow:
    statement = link.statement
    pledge, is_overdue = _pledge(link, today)
    return StatementRow(
        address=reverse("statement", args=(statement.pk,)),
        date=date_shown(
            statement.stated_on, words=statement.stated_on_words, origin=statement.stated_on_origin
        ),
        words=quoted(statement.quote, statement.kind),
        is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
        signal=SIGNAL_MARKS[link.signal],
        speaker=statement.speaker_name,
        speaker_address=reverse("official", args=(statement.official.slug,)) if statement.official else "",
        office=getattr(link, "office", ""),
        party=statement.party.name,
        details=_details(link),
        pledge=pledge,
        is_overdue=is_overdue,
    )


def _details(link: Link) -> str:
    parts = [StatementKind(link.statement.kind).label]
    place: dict[str, str] | None = getattr(link, "place", None)
    if place:
        parts += [place["source"], f"archived {moment(datetime.fromisoformat(place['at']))}"]
    reprints = getattr(link, "places", 0) - 1
    if reprints > 0:
        parts.append(plural(reprints, "more place"))
    return " · ".join(parts)


def _pledge(link: Link, today: date) -> tuple[str, bool]:
    pledge = getattr(link.statement, "pledge", None)
    if pledge is None:
        return "", False
    outcome = PledgeOutcome(pledge.outcome)
    if outcome != PledgeOutcome.OPEN:
        return f"pledge {outcome.label}", False
    if pledge.due_on_upper is None:
        return "pledge without a date", False
    late = overdue(pledge.due_on_upper, today)
    return f"pledge due {day(pledge.due_on_upper)}" + (f", {late}" if late else ""), bool(late)
