"""Silence: which party has not been heard on an issue for longer than is usual for just that pair.

Worded "not mentioned by X since D", never "stalled": it says what we read, not how things stand.
Two queries whatever the number of issues, the second only where somebody may be silent; each reads a
bounded number of the last statements of an issue and party, by an index, however many there are.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from issues.analysis.formats import number
from issues.analysis.listening import WATCHED_DAYS, Ear, deaf
from issues.analysis.naming import named_sql, naming
from issues.analysis.rhythm import A_WEEK, DAYS_AT_LEAST, Rhythm, rhythm
from issues.analysis.words import since

# Of one day there may be many: an interview. So many statements are looked at for the last days.
STATEMENTS_AT_MOST = 40
# The newest documents of a source, among which its newest publication is looked for.
DOCUMENTS_AT_MOST = 50

# A party's latest words on an issue. Joint texts are words of each of their parties: the newest joint
# ones are taken before one looks whose they are, so that a party that is in none of many costs no more.
_WORDS = """
(SELECT stated_day, statement_id FROM issues_link
 WHERE issue_id = {issue} AND party_id = {party} AND state = 'accepted' AND withdrawn_at IS NULL
   AND stated_day BETWEEN {first} AND %(today)s
 ORDER BY stated_day DESC NULLS LAST, statement_id DESC LIMIT %(most)s)
UNION
SELECT stated_day, statement_id FROM (
    SELECT stated_day, statement_id FROM issues_link
    WHERE issue_id = {issue} AND is_joint AND state = 'accepted' AND withdrawn_at IS NULL
      AND stated_day BETWEEN {first} AND %(today)s
    ORDER BY stated_day DESC NULLS LAST, statement_id DESC LIMIT %(most)s
) joint
WHERE EXISTS (
    SELECT FROM issues_statement_joint_parties j
    WHERE j.statement_id = joint.statement_id AND j.party_id = {party}
)
"""

# Whoever spoke in the last days is not silent, whatever the rhythm, and is left out at once.
_DAYS = f"""
SELECT i.id, p.code, {named_sql("p.name")}, heard.days
FROM issues_issue i
JOIN issues_relationship r ON r.id = i.relationship_id
JOIN issues_party p ON p.code IN (r.first_id, r.second_id)
CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT stated_day) AS days
    FROM ({_WORDS.format(issue="i.id", party="p.code", first="'-infinity'")}) words
) heard
WHERE i.id = ANY(%(issues)s) AND heard.days IS NOT NULL AND NOT EXISTS (
    SELECT FROM issues_link
    WHERE issue_id = i.id AND party_id = p.code AND state = 'accepted' AND withdrawn_at IS NULL
      AND stated_day BETWEEN %(today)s - %(least)s AND %(today)s
)
ORDER BY i.id, p.code <> r.first_id
"""  # noqa: S608  # of constants alone

# Of the newest days of each party that may be silent: until when it may have spoken, and the sources in
# which these words first stood. Then each of these sources: its newest publication, and the days on
# which it answered.
_EARS = f"""
WITH pairs AS (
    SELECT * FROM unnest(%(pairs)s::bigint[], %(parties)s::text[], %(firsts)s::date[])
        WITH ORDINALITY pair (issue, party, first, place)
), words AS MATERIALIZED (
    SELECT pair.place, s.stated_on, coalesce(s.stated_on_upper, s.stated_on_lower) AS until, origin.source_id
    FROM pairs pair
    CROSS JOIN LATERAL ({_WORDS.format(issue="pair.issue", party="pair.party", first="pair.first")}) said
    JOIN issues_statement s ON s.id = said.statement_id
    LEFT JOIN LATERAL (
        SELECT d.source_id FROM issues_appearance a
        JOIN issues_capture c ON c.id = a.capture_id JOIN issues_document d ON d.id = c.document_id
        WHERE a.statement_id = s.id ORDER BY c.captured_at, a.id LIMIT 1
    ) origin ON true
)
SELECT place, (array_agg(stated_on ORDER BY until DESC))[1], max(until),
    array_remove(array_agg(source_id), NULL), NULL, NULL, NULL
FROM words GROUP BY place
UNION ALL
SELECT NULL, so.name, (
    SELECT max(least(coalesce(d.published_on_lower, d.found_at::date), %(today)s::date)) FROM (
        SELECT published_on_lower, found_at FROM issues_document
        WHERE source_id = so.id AND found_at < %(today)s::date + 1 ORDER BY id DESC LIMIT %(documents)s
    ) d
), NULL, so.id, (
    SELECT min(started_at)::date FROM issues_pollrun
    WHERE source_id = so.id AND started_at < %(today)s::date + 1
), ARRAY(
    SELECT %(today)s::date - back FROM generate_series(0, %(watched)s) back
    WHERE EXISTS (
        SELECT FROM issues_pollrun WHERE source_id = so.id AND outcome IN ('ok', 'not_modified')
          AND started_at >= %(today)s::date - back AND started_at < %(today)s::date - back + 1
    )
)
FROM issues_source so WHERE so.id IN (SELECT source_id FROM words)
"""  # noqa: S608  # of constants alone


@dataclass(frozen=True, slots=True)
class Silence:
    """A party that is not heard on an issue. `since` is the last day on which it may have spoken.

    `is_unheard` says that nothing can be said of it, because who brings its words did not listen.
    """

    party: str
    name: str
    since: date
    usual: int
    text: str
    is_unheard: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    """A party that may be silent on an issue, with the days on which it spoke, the latest last."""

    issue: int
    party: str
    name: str
    rhythm: Rhythm
    days: list[date]


@dataclass(frozen=True, slots=True)
class _Last:
    """When a party spoke last, as stated, and until when that may have been; who brought its newest words."""

    stated_on: str
    until: date
    brought_by: list[int]


def silences(issue_ids: Collection[int], *, today: date) -> dict[int, tuple[Silence, ...]]:
    """Which of its two parties is silent on each issue, the relationship's first before its second."""
    pairs = _pairs(issue_ids, today)
    if not pairs:
        return {}
    last, ears = _heard(pairs, today)
    found: dict[int, tuple[Silence, ...]] = {}
    for place, pair in enumerate(pairs, 1):
        words = last.get(place)  # none where they were withdrawn a moment ago
        if words and (silence := _silence(pair, words, ears, today)):
            found[pair.issue] = (*found.get(pair.issue, ()), silence)
    return found


def _pairs(issue_ids: Collection[int], today: date) -> list[_Pair]:
    params: dict[str, Any] = {
        "issues": list(issue_ids),
        "today": today,
        "most": STATEMENTS_AT_MOST,
        "least": A_WEEK,
        **naming(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, params)
        rows = cursor.fetchall()
    return [
        _Pair(issue, code, name, beat, days)
        for issue, code, name, days in rows
        if (beat := rhythm(days)) and (today - days[-1]).days > beat.patience
    ]


def _heard(pairs: Sequence[_Pair], today: date) -> tuple[dict[int, _Last], dict[int, Ear]]:
    """The last words of each pair, by its place from 1, and all sources that brought them."""
    params: dict[str, Any] = {
        "pairs": [pair.issue for pair in pairs],
        "parties": [pair.party for pair in pairs],
        "firsts": [pair.days[-DAYS_AT_LEAST:][0] for pair in pairs],
        "today": today,
        "most": STATEMENTS_AT_MOST,
        "documents": DOCUMENTS_AT_MOST,
        "watched": WATCHED_DAYS,
    }
    last: dict[int, _Last] = {}
    ears: dict[int, Ear] = {}
    with connection.cursor() as cursor:
        cursor.execute(_EARS, params)
        for place, text, day, sources, source, first_poll, answered in cursor.fetchall():
            if place is None:
                ears[source] = Ear(source, text, day, first_poll, frozenset(answered))
            else:
                last[place] = _Last(text, day, sources)
    return last, ears


def _silence(pair: _Pair, last: _Last, ears: dict[int, Ear], today: date) -> Silence | None:
    """Say it, unless an imprecise date leaves room for words of late."""
    if (today - last.until).days <= pair.rhythm.patience:
        return None
    heard = [ears[source] for source in sorted(set(last.brought_by))]
    failing = deaf(last.brought_by, heard, since=last.until, today=today)
    if failing:
        names = ", ".join(sorted(ear.name for ear in failing))
        text = _("nothing heard of %(party)s %(since)s; no news from %(sources)s either") % {
            "party": pair.name,
            "since": since(last.stated_on),
            "sources": names,
        }
    else:
        text = ngettext(
            "not mentioned by %(party)s %(since)s; usually every day",
            "not mentioned by %(party)s %(since)s; usually every %(usual)s days",
            pair.rhythm.usual,
        ) % {"party": pair.name, "since": since(last.stated_on), "usual": number(pair.rhythm.usual)}
    return Silence(pair.party, pair.name, last.until, pair.rhythm.usual, text, bool(failing))
