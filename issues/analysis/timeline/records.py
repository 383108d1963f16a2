"""Read what a timeline draws: marks and clusters from SQL, pledges, and what has no date.

However many statements an issue has, at most three rows a party and a 240th of the window leave the
database; the rest are counted there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Q
from django.urls import reverse

from issues.analysis.known import counting_links
from issues.analysis.marks import SIGNAL_MARKS
from issues.analysis.timeline.data import OTHERS, Promise, Utterance
from issues.analysis.words import day, edtf, overdue, quoted, shorten
from issues.models import Pledge
from issues.vocabulary import SIGNAL_DIRECTION, Direction, PledgeOutcome, ReviewState

BUCKETS = 240
PLEDGES_AT_MOST = 40
QUOTE_AT_MOST = 120

_MARKS = """
WITH linked AS (
    SELECT s.id, s.party_id, l.signal,
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
           id, signal, lower, upper
    FROM voiced
), counted AS (
    SELECT *, row_number() OVER (PARTITION BY lane, bucket ORDER BY lower, id) AS place,
           count(*) OVER many AS n, min(lower) OVER many AS first, max(lower) OVER many AS last,
           count(*) FILTER (WHERE signal = ANY(%(towards)s)) OVER many AS towards,
           count(*) FILTER (WHERE signal = ANY(%(away)s)) OVER many AS away
    FROM bucketed WINDOW many AS (PARTITION BY lane, bucket)
)
SELECT c.lane, c.n, c.signal, c.lower, c.upper, c.first, c.last, c.towards, c.away,
       s.id, left(s.quote, 400), s.kind, s.stated_on, coalesce(o.name, s.speaker_label)
FROM counted c
JOIN issues_statement s ON s.id = c.id
LEFT JOIN issues_official o ON o.id = s.official_id
WHERE c.n <= 3 OR c.place = 1
ORDER BY c.lower, c.id
"""


@dataclass(frozen=True, slots=True)
class Pledges:
    """Pledges that a window shows, and how many of the issue's have no date to draw."""

    drawn: tuple[Promise, ...]
    undated: int


def utterances(issue_id: int, *, start: date, end: date, parties: Sequence[str]) -> tuple[Utterance, ...]:
    """Every dated statement on an issue in a window, the dense ones counted. One query."""
    by_direction: dict[Direction, list[str]] = {}
    for signal, direction in SIGNAL_DIRECTION.items():
        by_direction.setdefault(direction, []).append(signal.value)
    params: dict[str, Any] = {
        "issue": issue_id,
        "start": start,
        "end": end,
        "parties": list(parties),
        "buckets": BUCKETS,
        "span": (end - start).days + 1,
        "towards": by_direction[Direction.TOWARDS],
        "away": by_direction[Direction.AWAY],
    }
    with connection.cursor() as cursor:
        cursor.execute(_MARKS, params)
        return tuple(_utterance(row) for row in cursor.fetchall())


def _utterance(row: tuple[Any, ...]) -> Utterance:
    lane, count, signal, lower, upper, first, last, towards, away, pk, quote, kind, stated_on, speaker = row
    alone = count <= 3
    words = quoted(shorten(quote, QUOTE_AT_MOST), kind)
    direction = SIGNAL_MARKS[signal].direction
    if alone:
        first = last = lower
        towards, away = int(direction == Direction.TOWARDS), int(direction == Direction.AWAY)
    return Utterance(
        lane=lane or OTHERS,
        count=count,
        signal=signal,
        lower=lower,
        upper=upper,
        first=first,
        last=last,
        towards=towards,
        neither=(1 if alone else count) - towards - away,
        away=away,
        label=f"{edtf(stated_on)}, {speaker}, {SIGNAL_MARKS[signal].label}: {words}",
        address=reverse("statement", args=(pk,)),
    )


def pledges(issue_id: int, *, start: date, end: date, today: date) -> Pledges:
    """The issue's pledges that were said or fall due in a window, open ones first. One query."""
    last = max(end, today)
    rows = (
        Pledge.objects.filter(
            counting_links("statement__links"),
            Q(due_on_upper__isnull=True)
            | Q(due_on_upper__gte=start, statement__links__stated_day__isnull=True)
            | Q(due_on_upper__gte=start, statement__links__stated_day__lte=last),
            statement__links__issue=issue_id,
            statement__state=ReviewState.ACCEPTED,
        )
        .annotate(is_open=Q(outcome=PledgeOutcome.OPEN), said_day=F("statement__links__stated_day"))
        .select_related("statement__official")
        .order_by("-is_open", "-due_on_upper", "-id")[:PLEDGES_AT_MOST]
    )
    found = list(rows)
    dated = [pledge for pledge in found if pledge.due_on_upper is not None]
    return Pledges(tuple(_promise(pledge, today) for pledge in dated), len(found) - len(dated))


def _promise(pledge: Pledge, today: date) -> Promise:
    statement = pledge.statement
    due = pledge.due_on_upper
    assert due is not None  # noqa: S101  # the caller left out the rest
    late = overdue(due, today) if pledge.outcome == PledgeOutcome.OPEN else ""
    outcome = PledgeOutcome.OVERDUE if late else PledgeOutcome(pledge.outcome)
    said = pledge.due_on_words or shorten(statement.quote, 60)
    state = late or (f"due {day(due)}" if outcome == PledgeOutcome.OPEN else outcome.label)
    text = f"{state} · {quoted(said, statement.kind)}"
    words = quoted(shorten(statement.quote, QUOTE_AT_MOST), statement.kind)
    label = (
        f"Pledge of {edtf(statement.stated_on)}, {statement.speaker_name}, due {day(due)}, {state}: {words}"
    )
    return Promise(
        said=getattr(pledge, "said_day", None),
        due=due,
        outcome=outcome.value,
        decided=pledge.met_on,
        text=text,
        label=label,
        address=reverse("statement", args=(statement.pk,)),
    )
