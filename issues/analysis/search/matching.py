"""The SQL of a search: which rows match, newest first, at a cost that does not follow the archive's size.

A word may be in ten statements of a million or in half of them, and neither an index of words nor one of
days serves both. So the newest few thousand rows are looked through first. Where matches are frequent
there, the walk goes on from the newest back until there are enough; else the index of words finds all
matches, which are few, and they are sorted (MATERIALIZED keeps the planner from walking the days after all).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

ENOUGH = 1_000  # hits that are counted, ranked and broken down; past that a page says "more than"
PROBED = 2_000  # newest rows that tell how frequent the matches are
FREQUENT = 0.05  # of the probed rows: then walking to ENOUGH costs less than the index of words
MOST_WALKED = 60_000

# What is searched: rows `s` with id, day, language and search.
STATEMENTS = """
SELECT t.*, coalesce(t.stated_on_lower, t.stated_on_upper) AS day
FROM issues_statement t WHERE t.state = 'accepted'
"""
# Of each document its last capture.
DOCUMENTS = """
SELECT d.id, d.source_id, d.language, c.search, coalesce(d.published_on_lower, d.published_on_upper) AS day
FROM issues_document d JOIN issues_capture c ON c.document_id = d.id WHERE NOT EXISTS (
    SELECT FROM issues_capture later WHERE later.document_id = c.document_id AND later.number > c.number
)
"""
# A row matches by the configuration of its own language (see issues/models/sql.py). Written out, so that
# each side is a constant that an index can look up.
MATCHES = """(
    (s.language IN ('en', 'ru', '') AND s.search @@ websearch_to_tsquery('pg_catalog.russian', %(words)s))
    OR (s.language NOT IN ('en', 'ru', '')
        AND s.search @@ websearch_to_tsquery('pg_catalog.simple', %(words)s))
)"""
_MEANING = """
SELECT numnode(websearch_to_tsquery('pg_catalog.russian', %(words)s))
    + numnode(websearch_to_tsquery('pg_catalog.simple', %(words)s)) > 0
"""
_ORDERED = """
SELECT s.id, s.day, s.language, s.search FROM ({corpus}) s WHERE {where}
ORDER BY s.day DESC NULLS LAST, s.id DESC LIMIT %(limit)s
"""
_WALKED = """
SELECT s.id, s.day, s.language, s.search
FROM ({corpus} ORDER BY day DESC NULLS LAST, id DESC LIMIT %(walked)s) s WHERE {where}
ORDER BY s.day DESC NULLS LAST, s.id DESC LIMIT %(limit)s
"""
_SORTED = """
WITH found AS MATERIALIZED (SELECT s.id, s.day, s.language, s.search FROM ({corpus}) s WHERE {where})
SELECT * FROM found ORDER BY day DESC NULLS LAST, id DESC LIMIT %(limit)s
"""
# How well and how closely the words fit (PostgreSQL's cover density), of what was found alone.
_RANKED = """
SELECT id, day, ts_rank_cd(
    search, websearch_to_tsquery(search_configuration(language), %(words)s), 32
) AS rank FROM ({hits}) hit ORDER BY rank DESC, id DESC
"""
_UNRANKED = "SELECT id, day FROM ({hits}) hit"


@dataclass(frozen=True, slots=True)
class Hit:
    id: int
    day: date | None


def newest_hits(
    corpus: str,
    conditions: Sequence[str],
    params: dict[str, Any],
    *,
    limit: int = ENOUGH + 1,
    by_relevance: bool = False,
) -> list[Hit]:
    """The newest rows of a corpus that match `params["words"]` and pass every condition.

    Without words the conditions alone decide. They come newest first, or the best fit of these newest
    first. Up to three queries. Conditions are SQL of ours; values from outside are in `params` alone.
    """
    ask = _Asked(corpus, conditions, {**params, "limit": limit}, by_relevance)
    if not params["words"]:
        return ask.run(_ORDERED)
    probe = ask.run(_WALKED, walked=PROBED)
    if len(probe) >= limit:
        return probe
    if len(probe) >= FREQUENT * PROBED:
        found = ask.run(_WALKED, walked=min(MOST_WALKED, 2 * limit * PROBED // len(probe)))
        if len(found) >= limit:
            return found
    return ask.run(_SORTED)


@dataclass(frozen=True, slots=True)
class _Asked:
    corpus: str
    conditions: Sequence[str]
    params: dict[str, Any]
    by_relevance: bool

    def run(self, sql: str, **params: int) -> list[Hit]:
        tests = [*([MATCHES] if self.params["words"] else []), *self.conditions] or ["true"]
        hits = sql.format(corpus=self.corpus, where=" AND ".join(tests))
        outer = _RANKED if self.by_relevance else _UNRANKED
        with connection.cursor() as cursor:
            cursor.execute(outer.format(hits=hits), {**self.params, **params})
            return [Hit(number, day) for number, day, *_ in cursor.fetchall()]


def means_something(words: str) -> bool:
    """Whether anything is left of the words to look for: of "the" and of "-" nothing is."""
    with connection.cursor() as cursor:
        cursor.execute(_MEANING, {"words": words})
        return bool(cursor.fetchone()[0])
