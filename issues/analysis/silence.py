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
from issues.analysis.rhythm import A_WEEK, DAYS_AT_MOST, Rhythm, rhythm
from issues.analysis.words import since

# Of one day there may be many: an interview. So many statements are looked at for the last days.
STATEMENTS_AT_MOST = 40
# The newest documents of a source, among which its newest publication is looked for.
DOCUMENTS_AT_MOST = 50

# Whoever spoke in the last days is not silent, whatever the rhythm, and is left out at once.
# Joint texts are words of each of their parties. The newest joint ones are taken before one looks whose
# they are, so that a party that is in none of many costs no more.
_DAYS = f"""
SELECT i.id, p.code, {named_sql("p.name")}, heard.days, heard.statements
FROM issues_issue i
JOIN issues_relationship r ON r.id = i.relationship_id
JOIN issues_party p ON p.code IN (r.first_id, r.second_id)
CROSS JOIN LATERAL (
    SELECT array_agg(stated_day) AS days, array_agg(statement_id) AS statements FROM (
        (SELECT stated_day, statement_id FROM issues_link
         WHERE issue_id = i.id AND party_id = p.code AND state = 'accepted' AND withdrawn_at IS NULL
           AND stated_day <= %(today)s
         ORDER BY stated_day DESC NULLS LAST, statement_id DESC LIMIT %(most)s)
        UNION
        SELECT stated_day, statement_id FROM (
            SELECT stated_day, statement_id FROM issues_link
            WHERE issue_id = i.id AND is_joint AND state = 'accepted' AND withdrawn_at IS NULL
              AND stated_day <= %(today)s
            ORDER BY stated_day DESC NULLS LAST, statement_id DESC LIMIT %(most)s
        ) joint
        WHERE EXISTS (
            SELECT FROM issues_statement_joint_parties j
            WHERE j.statement_id = joint.statement_id AND j.party_id = p.code
        )
    ) words
) heard
WHERE i.id = ANY(%(issues)s) AND heard.days IS NOT NULL AND NOT EXISTS (
    SELECT FROM issues_link
    WHERE issue_id = i.id AND party_id = p.code AND state = 'accepted' AND withdrawn_at IS NULL
      AND stated_day BETWEEN %(today)s - %(least)s AND %(today)s
)
ORDER BY i.id, p.code <> r.first_id
"""  # noqa: S608  # of constants alone

# Of each statement that may be the last: the last day it may be of, and the source it first stood in.
# Of each such source: its newest publication, and, once, the days on which it answered.
_EARS = """
WITH words AS MATERIALIZED (
    SELECT s.id, s.stated_on, coalesce(s.stated_on_upper, s.stated_on_lower) AS until, place.source_id
    FROM issues_statement s LEFT JOIN LATERAL (
        SELECT d.source_id FROM issues_appearance a
        JOIN issues_capture c ON c.id = a.capture_id JOIN issues_document d ON d.id = c.document_id
        WHERE a.statement_id = s.id ORDER BY c.captured_at, a.id LIMIT 1
    ) place ON true
    WHERE s.id = ANY(%(statements)s)
), ears AS MATERIALIZED (
    SELECT so.id, so.name,
        (SELECT max(least(
            coalesce(d.published_on_lower, d.found_at::date), %(today)s::date
         )) FROM (
            SELECT published_on_lower, found_at FROM issues_document
            WHERE source_id = so.id AND found_at < %(today)s::date + 1 ORDER BY id DESC LIMIT %(documents)s
         ) d) AS newest,
        (SELECT min(started_at)::date FROM issues_pollrun
         WHERE source_id = so.id AND started_at < %(today)s::date + 1) AS first_poll,
        ARRAY(
            SELECT %(today)s::date - back FROM generate_series(0, %(watched)s) back
            WHERE EXISTS (
                SELECT FROM issues_pollrun WHERE source_id = so.id AND outcome IN ('ok', 'not_modified')
                  AND started_at >= %(today)s::date - back AND started_at < %(today)s::date - back + 1
            )
        ) AS answered
    FROM issues_source so WHERE so.id IN (SELECT source_id FROM words)
)
SELECT w.id, w.stated_on, w.until, e.id, e.name, e.newest, e.first_poll,
    CASE WHEN row_number() OVER (PARTITION BY e.id ORDER BY w.id) = 1 THEN e.answered END
FROM words w LEFT JOIN ears e ON e.id = w.source_id
"""


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
    """A party that may be silent on an issue, with its latest days and statements."""

    issue: int
    party: str
    name: str
    rhythm: Rhythm
    statements: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Word:
    stated_on: str
    until: date
    source: int | None


def silences(issue_ids: Collection[int], *, today: date) -> dict[int, tuple[Silence, ...]]:
    """Which of its two parties is silent on each issue, the relationship's first before its second."""
    pairs = _pairs(issue_ids, today)
    if not pairs:
        return {}
    words, ears = _heard(pairs, today)
    found: dict[int, tuple[Silence, ...]] = {}
    for pair in pairs:
        if silence := _silence(pair, words, ears, today):
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
    pairs = []
    for issue, code, name, days, statements in rows:
        beat = rhythm(days)
        if beat is None or (today - max(days)).days <= beat.patience:
            continue
        first = sorted(set(days))[-DAYS_AT_MOST:][0]
        latest = frozenset(pk for pk, on in zip(statements, days, strict=True) if on >= first)
        pairs.append(_Pair(issue, code, name, beat, latest))
    return pairs


def _heard(pairs: Sequence[_Pair], today: date) -> tuple[dict[int, _Word], dict[int, Ear]]:
    params: dict[str, Any] = {
        "statements": list({pk for pair in pairs for pk in pair.statements}),
        "today": today,
        "documents": DOCUMENTS_AT_MOST,
        "watched": WATCHED_DAYS,
    }
    words: dict[int, _Word] = {}
    ears: dict[int, Ear] = {}
    with connection.cursor() as cursor:
        cursor.execute(_EARS, params)
        for pk, stated_on, until, source, name, newest, first_poll, answered in cursor.fetchall():
            words[pk] = _Word(stated_on, until, source)
            if answered is not None and source is not None:
                ears[source] = Ear(source, name, newest, first_poll, frozenset(answered))
    return words, ears


def _silence(pair: _Pair, words: dict[int, _Word], ears: dict[int, Ear], today: date) -> Silence | None:
    """Say it, unless an imprecise date leaves room for words of late."""
    said = [words[pk] for pk in pair.statements if pk in words]
    last = max(said, key=lambda word: word.until)
    if (today - last.until).days <= pair.rhythm.patience:
        return None
    sources = [word.source for word in said if word.source is not None]
    failing = deaf(sources, [ears[source] for source in sorted(set(sources))], since=last.until, today=today)
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
