"""The next dates on a board: of each issue its open pledge that falls due first, or fell due longest ago."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.open_pledges import UNDECIDED_AND_BOUND
from issues.analysis.words import day, overdue, shorten

SAID_AT_MOST = 80
AT_LARGE_AT_MOST = 5

# Pledges about a pair that bear on none of its issues stand beside the board: talks on everything at once.
_NEXT = f"""
WITH {UNDECIDED_AND_BOUND}, first AS MATERIALIZED (
    SELECT DISTINCT ON (issue_id) * FROM bound WHERE issue_id = ANY(%(issues)s)
    ORDER BY issue_id, due_on_upper, id
)
SELECT f.issue_id, NULL, f.due_on_upper, f.due_on_words, f.statement_id, left(s.quote, 400)
FROM first f JOIN issues_statement s ON s.id = f.statement_id
UNION ALL
(SELECT NULL, s.relationship_id, p.due_on_upper, p.due_on_words, s.id, left(s.quote, 400)
FROM undecided p JOIN issues_statement s ON s.id = p.statement_id
WHERE s.state = 'accepted' AND s.relationship_id = ANY(%(relationships)s)
    AND p.id NOT IN (SELECT id FROM bound)
ORDER BY p.due_on_upper, p.id)
"""  # noqa: S608  # of constants alone


@dataclass(frozen=True, slots=True)
class NextDate:
    """A day that something falls due, or how long it is overdue; `address` leads to the words."""

    due: date
    text: str
    is_overdue: bool
    address: str
    said: str


@dataclass(frozen=True, slots=True)
class Dates:
    """The next date of each issue that has one; what falls due between two parties beyond their issues."""

    of_issue: dict[int, NextDate]
    at_large: dict[int, list[NextDate]]  # by relationship, soonest first


def next_dates(issue_ids: Collection[int], relationship_ids: Collection[int], *, today: date) -> Dates:
    """Read both. One query; its cost grows with open pledges alone."""
    params: dict[str, Any] = {
        "issues": list(issue_ids),
        "relationships": list(relationship_ids),
    }
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, params)
        rows = cursor.fetchall()
    dates = Dates({}, {})
    for issue, relationship, *row in rows:
        if issue is not None:
            dates.of_issue[issue] = _next_date(*row, today=today)
        elif len(held := dates.at_large.setdefault(relationship, [])) < AT_LARGE_AT_MOST:
            held.append(_next_date(*row, today=today))
    return dates


def _next_date(due: date, words: str, statement: int, quote: str, *, today: date) -> NextDate:
    return NextDate(
        due=due,
        text=overdue(due, today) or _("due %(day)s") % {"day": day(due)},
        is_overdue=due < today,
        address=reverse("statement", args=(statement,)),
        said=words or shorten(quote, SAID_AT_MOST),
    )
