"""Which sources do not answer, and since when: a status is worth what was listened to.

One query, two probes of an index for each source.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.formats import number
from issues.analysis.words import counted, day, since

NAMED_AT_MOST = 4
# A source that was not asked for so many days is not listened to, whoever's fault it is.
ASKED_WITHIN_DAYS = 2

# Only what was polled by the end of `today` counts. A source that never answered is down from its first
# poll; of one that was never asked yet nothing is said.
_SOURCES = """
SELECT so.name, so.slug, so.party_id, last.started_at::date,
    CASE WHEN last.outcome IN ('failed', 'refused') THEN (
        SELECT min(started_at)::date FROM issues_pollrun
        WHERE source_id = so.id AND outcome IN ('failed', 'refused')
          AND (ok.started_at IS NULL OR started_at > ok.started_at)
    ) END
FROM issues_source so
CROSS JOIN LATERAL (
    SELECT outcome, started_at FROM issues_pollrun
    WHERE source_id = so.id AND outcome <> 'running' AND started_at < %(today)s::date + 1
    ORDER BY started_at DESC LIMIT 1
) last
LEFT JOIN LATERAL (
    SELECT started_at FROM issues_pollrun
    WHERE source_id = so.id AND outcome IN ('ok', 'not_modified') AND started_at < %(today)s::date + 1
    ORDER BY started_at DESC LIMIT 1
) ok ON true
WHERE so.kind = 'feed' AND so.is_active AND (
    %(parties)s::text[] IS NULL OR so.party_id IS NULL OR so.party_id = ANY(%(parties)s::text[])
)
ORDER BY so.name
"""


@dataclass(frozen=True, slots=True)
class Failing:
    """A source that does not answer, or is not asked."""

    name: str
    party: str  # its code, "" for a source of no party
    address: str
    text: str  # "does not answer since 3 Nov 2026"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the sources do that matter to a board. `text` is a whole sentence, "" where none is polled."""

    text: str
    failing: tuple[Failing, ...]
    more: str  # "and 3 more", where not all that fail are named


def coverage(parties: Collection[str] | None, *, today: date) -> Coverage:
    """The polled sources of these parties and of none; of all, for None."""
    params: dict[str, Any] = {"today": today, "parties": None if parties is None else list(parties)}
    with connection.cursor() as cursor:
        cursor.execute(_SOURCES, params)
        rows = cursor.fetchall()
    failing = [
        Failing(name, party or "", reverse("source", args=(slug,)), text)
        for name, slug, party, *polls in rows
        if (text := _fault(*polls, today=today))
    ]
    more = len(failing) - NAMED_AT_MOST
    return Coverage(
        text=_sentence(len(rows), len(failing)),
        failing=tuple(failing[:NAMED_AT_MOST]),
        more=counted("and %(count)s more", "and %(count)s more", more) if more > 0 else "",
    )


def _fault(asked: date, failed: date | None, *, today: date) -> str:
    if failed is not None:
        return _("does not answer %(since)s") % {"since": since(failed.isoformat())}
    if (today - asked).days > ASKED_WITHIN_DAYS:
        return _("not asked since %(day)s") % {"day": day(asked)}
    return ""


def _sentence(sources: int, failing: int) -> str:
    if not sources:
        return ""
    if not failing:
        return (
            _("The one source answers.")
            if sources == 1
            else _("All %(count)s sources answer.") % {"count": number(sources)}
        )
    return _("%(count)s of %(all)s sources not heard:") % {"count": number(failing), "all": number(sources)}
