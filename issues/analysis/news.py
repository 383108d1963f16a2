"""What came to a reader's followed issues since they last looked, in short: a line an issue and kind.

The rows are those of the page of changes (issues.analysis.changed_rows). Statements are counted; each
status that was set or retracted has a line of its own, for people make them by hand.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from issues.analysis import changed_rows
from issues.analysis.changed_rows import Finds, Scope, Span
from issues.analysis.marks import TREND_ARROWS
from issues.analysis.naming import name_of
from issues.analysis.words import counted, since
from issues.models import StatusChange
from issues.vocabulary import Phase, Trend

NEWS_AT_MOST = 40
ROWS_AT_MOST = 1_000  # of each kind: beyond that a count says "more than"
KINDS: dict[str, Finds] = {
    "new": changed_rows.new_links,
    "withdrawn": changed_rows.withdrawn_links,
    "set": changed_rows.statuses_set,
    "retracted": changed_rows.statuses_retracted,
    "decided": changed_rows.pledges_decided,
    "undone": changed_rows.pledges_undone,
}
OF_STATUSES = ("set", "retracted")


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that came: on which issue, what, and where its words stand."""

    issue: str
    issue_address: str
    text: str
    address: str


def news(reader: int, *, since_at: datetime, until: datetime) -> tuple[NewsItem, ...]:
    """What came between two moments to the issues that a reader follows, the latest first. Two queries."""
    scope, span = Scope(reader=reader), Span(since_at, until)
    parts = [
        finds(scope, span)
        .annotate(kind=Value(kind))
        .values_list("kind", name_of("issue__title"), "issue__slug", "pk", "changed_at")[: ROWS_AT_MOST + 1]
        for kind, finds in KINDS.items()
    ]
    first, *others = parts
    rows = sorted(first.union(*others, all=True).order_by(), key=lambda row: row[4], reverse=True)
    sizes = Counter(kind for kind, *_rest in rows)
    statuses = _statuses([pk for kind, _title, _slug, pk, _at in rows if kind in OF_STATUSES][:NEWS_AT_MOST])
    counts = Counter((kind, slug) for kind, _title, slug, _pk, _at in rows)
    items: dict[tuple[str, str, int], NewsItem] = {}
    for kind, title, slug, pk, _at in rows:
        of_status = statuses.get(pk) if kind in OF_STATUSES else None
        key = (kind, slug, pk if kind in OF_STATUSES else 0)
        if key in items or (kind in OF_STATUSES and of_status is None):
            continue
        address = reverse("issue", args=(slug,))
        if of_status is not None:
            items[key] = _of_status(of_status, title, slug, address, is_retracted=kind == "retracted")
        else:
            text = _count(kind, counts[kind, slug], is_cut=sizes[kind] > ROWS_AT_MOST)
            items[key] = NewsItem(title, address, text, _where(kind, slug, address, since_at))
    return tuple(items.values())[:NEWS_AT_MOST]


def _statuses(ids: list[int]) -> dict[int, StatusChange]:
    return StatusChange.objects.select_related("perspective").in_bulk(ids) if ids else {}


def _count(kind: str, count: int, *, is_cut: bool) -> str:
    text = {
        "new": counted("%(count)s new statement", "%(count)s new statements", count),
        "withdrawn": counted("%(count)s statement taken back", "%(count)s statements taken back", count),
        "decided": counted("%(count)s pledge decided", "%(count)s pledges decided", count),
        "undone": counted("%(count)s pledge reopened", "%(count)s pledges reopened", count),
    }[kind]
    return _("more than %(counted)s") % {"counted": text} if is_cut else text


def _where(kind: str, slug: str, address: str, since_at: datetime) -> str:
    """New statements stand on the issue's page; what else changed, on the page of changes."""
    if kind == "new":
        return f"{address}#statements"
    return f"{reverse('changes')}?issue={slug}&since={_day_before(since_at)}"


def _day_before(moment: datetime) -> str:
    """The day before a moment's, whose end the page of changes begins with."""
    return (timezone.localdate(moment) - timedelta(days=1)).isoformat()


def _of_status(change: Any, title: str, slug: str, address: str, *, is_retracted: bool) -> NewsItem:
    values = {
        "party": change.perspective.name_shown if change.perspective else "",
        "phase": Phase(change.phase).label.lower(),
        "since": since(change.effective_on),
    }
    if is_retracted:
        text = _("the status “%(phase)s” %(since)s was retracted") % values
        return NewsItem(title, address, text, reverse("status", args=(slug,)))
    if change.perspective:
        text = _("%(party)s now claims %(phase)s %(since)s") % values
    else:
        text = f"{TREND_ARROWS[Trend(change.trend)]} {_('now %(phase)s %(since)s') % values}"
    return NewsItem(title, address, text, f"{address}?evidence={change.pk}#statements")
