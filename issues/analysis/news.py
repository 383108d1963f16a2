"""What came to a reader's followed issues since they last looked: statuses set or retracted, statements.

By when we recorded it, not by when it was said. One query: of each issue its status changes, which
people make by hand, and its newest statements by day, a bounded number however many it has.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.marks import TREND_ARROWS
from issues.analysis.words import counted, since
from issues.vocabulary import Phase, Trend

NEWS_AT_MOST = 40
# Among so many of its newest statements, by the day they were said, those are counted that came since.
STATEMENTS_AT_MOST = 100

_NEWS = """
WITH followed AS MATERIALIZED (
    SELECT i.id, i.title, i.slug FROM issues_follow f JOIN issues_issue i ON i.id = f.issue_id
    WHERE f.user_id = %(reader)s
)
(SELECT 'status' AS kind, f.title, f.slug, c.id, p.name, c.phase, c.trend, c.effective_on,
    c.retracted_at IS NOT NULL, 0, coalesce(c.retracted_at, c.recorded_at) AS at
FROM followed f JOIN issues_statuschange c ON c.issue_id = f.id
LEFT JOIN issues_party p ON p.code = c.perspective_id
WHERE coalesce(c.retracted_at, c.recorded_at) > %(since)s
ORDER BY at DESC LIMIT %(most)s)
UNION ALL
(SELECT 'statements', f.title, f.slug, 0, NULL, '', '', '', false, came.n, came.at
FROM followed f CROSS JOIN LATERAL (
    SELECT count(*) AS n, max(accepted_at) AS at FROM (
        SELECT accepted_at FROM issues_link
        WHERE issue_id = f.id AND state = 'accepted' AND withdrawn_at IS NULL
        ORDER BY stated_day DESC NULLS LAST, statement_id DESC LIMIT %(statements)s
    ) newest WHERE accepted_at > %(since)s
) came WHERE came.n > 0 ORDER BY came.at DESC LIMIT %(most)s)
ORDER BY at DESC
"""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that came: on which issue, what, and where its words stand."""

    issue: str
    issue_address: str
    text: str
    address: str


def news(reader: int, *, since_at: datetime) -> tuple[NewsItem, ...]:
    """What came after a moment to the issues that a reader follows, the latest first. One query."""
    params: dict[str, Any] = {
        "reader": reader,
        "since": since_at,
        "most": NEWS_AT_MOST,
        "statements": STATEMENTS_AT_MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_NEWS, params)
        return tuple(_item(row) for row in cursor.fetchall())


def _item(row: tuple[Any, ...]) -> NewsItem:
    kind, title, slug, change, party, phase, trend, effective_on, is_retracted, count, _at = row
    address = reverse("issue", args=(slug,))
    if kind == "statements":
        text = counted("%(count)s new statement", "%(count)s new statements", count)
        return NewsItem(title, address, text, f"{address}#statements")
    values = {"party": party, "phase": Phase(phase).label.lower(), "since": since(effective_on)}
    if is_retracted:
        text = _("the status “%(phase)s” %(since)s was retracted") % values
        return NewsItem(title, address, text, reverse("status", args=(slug,)))
    if party:
        text = _("%(party)s now claims %(phase)s %(since)s") % values
    else:
        text = f"{TREND_ARROWS[Trend(trend)]} {_('now %(phase)s %(since)s') % values}"
    return NewsItem(title, address, text, f"{address}?evidence={change}#statements")
