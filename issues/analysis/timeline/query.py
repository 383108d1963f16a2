"""The one question of a timeline to the database: marks, events and pledges of an issue in a window.

However many statements there are, at most three rows a party and a 240th of the window leave the
database; the rest are counted there.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from issues.analysis.naming import naming, person_sql
from issues.vocabulary import SIGNAL_DIRECTION, Direction

BUCKETS = 240
PLEDGES_AT_MOST = 40
EVENTS_AT_MOST = 400
EVENT_DAYS = 3  # between statements of one event, at most
EVENT_SPAN = 7  # an imprecise date longer than this tells of no event's day

type Row = dict[str, Any]

# What a version fetched later no longer holds, of a statement drawn by itself: `edited`. Versions that
# somebody brought by hand tell nothing of the page. Words that stand in the newest version have an
# appearance there, so that texts are searched where something is amiss, and nowhere else.
_QUERY = f"""
WITH linked AS (
    SELECT s.id, s.party_id, l.signal, s.kind,
           coalesce(s.stated_on_lower, s.stated_on_upper) AS lower,
           coalesce(s.stated_on_upper, s.stated_on_lower) AS upper
    FROM issues_link l JOIN issues_statement s ON s.id = l.statement_id
    WHERE l.issue_id = %(issue)s AND l.state = 'accepted' AND l.withdrawn_at IS NULL
      AND l.stated_day BETWEEN %(start)s AND %(end)s
), voiced AS (
    SELECT party_id AS voice, linked.* FROM linked
    UNION ALL
    SELECT j.party_id, linked.* FROM linked
    JOIN issues_statement_joint_parties j ON j.statement_id = linked.id
), bucketed AS (
    SELECT CASE WHEN voice = ANY(%(parties)s) THEN voice ELSE '' END AS lane,
           (lower - %(start)s::date + (upper - lower) / 2) * %(buckets)s / %(span)s AS bucket,
           id, signal, kind, lower, upper
    FROM voiced
), counted AS (
    SELECT *, row_number() OVER (PARTITION BY lane, bucket ORDER BY lower, id) AS place,
           count(*) OVER many AS n, min(lower) OVER many AS first, max(lower) OVER many AS last,
           count(*) FILTER (WHERE signal = ANY(%(towards)s)) OVER many AS towards,
           count(*) FILTER (WHERE signal = ANY(%(away)s)) OVER many AS away,
           count(*) FILTER (WHERE id = %(sought)s::bigint) OVER many AS sought
    FROM bucketed WINDOW many AS (PARTITION BY lane, bucket)
), marks AS (
    SELECT counted.*, left(s.quote, 400) AS quote, s.stated_on,
           coalesce({person_sql("o")}, s.speaker_label) AS speaker,
           coalesce(fate.fate, '') AS fate
    FROM counted
    JOIN issues_statement s ON s.id = counted.id
    LEFT JOIN issues_official o ON o.id = s.official_id
    LEFT JOIN LATERAL (
        SELECT CASE
            WHEN bool_or(d.fetch_error ~ '^The server answered (404|410)\\M') THEN 'gone'
            WHEN bool_or(newest.number > c.number AND NOT EXISTS (
                SELECT FROM issues_appearance again
                WHERE again.capture_id = newest.id AND again.statement_id = a.statement_id
            ) AND strpos(newest.text, a.quote) = 0) THEN 'edited'
            ELSE '' END AS fate
        FROM issues_appearance a
        JOIN issues_capture c ON c.id = a.capture_id AND c.brought_by_id IS NULL
        JOIN issues_document d ON d.id = c.document_id
        LEFT JOIN LATERAL (
            SELECT n.id, n.number, n.text FROM issues_capture n
            WHERE n.document_id = c.document_id AND n.brought_by_id IS NULL AND n.number > c.number
            ORDER BY n.number DESC LIMIT 1
        ) newest ON true
        WHERE a.statement_id = counted.id
    ) fate ON counted.n <= 3
    WHERE counted.n <= 3 OR counted.place = 1
), spoken AS (
    SELECT *, CASE WHEN lower - lag(lower) OVER near <= %(event_days)s THEN 0 ELSE 1 END AS begins
    FROM voiced
    WHERE signal IN ('consultation', 'agreement') AND voice = ANY(%(parties)s)
      AND upper - lower <= %(event_span)s
    WINDOW near AS (PARTITION BY signal ORDER BY lower, id, voice)
), told AS (
    SELECT *, sum(begins) OVER (PARTITION BY signal ORDER BY lower, id, voice) AS event FROM spoken
), events AS (
    SELECT signal, min(lower) AS first, max(upper) AS last, count(DISTINCT id) AS n
    FROM told GROUP BY signal, event
    HAVING count(DISTINCT voice) > 1
    ORDER BY 2 DESC LIMIT %(events)s
), promised AS (
    SELECT p.id, s.id AS statement, p.due_on_upper AS due, p.due_on_words, p.outcome, p.met_on,
           left(s.quote, 400) AS quote, s.kind, s.stated_on,
           coalesce({person_sql("o")}, s.speaker_label) AS speaker,
           l.stated_day AS said,
           p.due_on_upper IS NULL OR (p.due_on_upper >= %(start)s AND
               (l.stated_day IS NULL OR l.stated_day <= %(until)s)) AS is_shown
    FROM issues_link l
    JOIN issues_pledge p ON p.statement_id = l.statement_id
    JOIN issues_statement s ON s.id = l.statement_id AND s.state = 'accepted'
    LEFT JOIN issues_official o ON o.id = s.official_id
    WHERE l.issue_id = %(issue)s AND l.state = 'accepted' AND l.withdrawn_at IS NULL
    ORDER BY is_shown DESC, (p.outcome = 'open') DESC, p.due_on_upper DESC, p.id DESC
    LIMIT %(pledges)s
)
(SELECT 'mark', to_jsonb(marks) FROM marks ORDER BY lower, id)
UNION ALL (SELECT 'event', to_jsonb(events) FROM events ORDER BY first)
UNION ALL SELECT 'pledge', to_jsonb(promised) FROM promised
"""  # noqa: S608  # of constants alone

_PART = "(SELECT %(issue{place})s::bigint, one.* FROM ({part}) one (kind, of_kind))"


def ask(
    issue_id: int, *, start: date, end: date, today: date, parties: Sequence[str], sought: int | None
) -> dict[str, list[Row]]:
    """Rows of kind "mark", "event" and "pledge", as JSON gives them; of pledges some may be out of sight."""
    return ask_many({issue_id: parties}, start=start, end=end, today=today, sought=sought)[issue_id]


def ask_many(
    parties: Mapping[int, Sequence[str]], *, start: date, end: date, today: date, sought: int | None = None
) -> dict[int, dict[str, list[Row]]]:
    """The same of several issues, each given with its parties. One query whose parts are theirs."""
    by_direction: dict[Direction, list[str]] = {}
    for signal, direction in SIGNAL_DIRECTION.items():
        by_direction.setdefault(direction, []).append(signal.value)
    params: dict[str, Any] = {
        "start": start,
        "end": end,
        "until": max(end, today),
        "sought": sought,
        "buckets": BUCKETS,
        "event_days": EVENT_DAYS,
        "event_span": EVENT_SPAN,
        "events": EVENTS_AT_MOST,
        "pledges": PLEDGES_AT_MOST,
        "span": (end - start).days + 1,
        "towards": by_direction[Direction.TOWARDS],
        "away": by_direction[Direction.AWAY],
        **naming(),
    }
    parts = []
    for place, (issue, codes) in enumerate(parties.items()):
        part = _QUERY.replace("%(issue)s", f"%(issue{place})s").replace("%(parties)s", f"%(parties{place})s")
        parts.append(_PART.format(place=place, part=part))
        params |= {f"issue{place}": issue, f"parties{place}": list(codes)}
    found: dict[int, dict[str, list[Row]]] = {
        issue: {"mark": [], "event": [], "pledge": []} for issue in parties
    }
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        for issue, kind, row in cursor.fetchall():
            found[issue][kind].append(json.loads(row))
    return found
