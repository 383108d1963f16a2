"""The SQL of a search: which rows match, newest first, at a cost that does not follow the archive's size.

A word may be in ten statements of a million or in half of them, and neither an index of words nor one of
days serves both. So the newest thousand rows are looked through first. Where matches are frequent there,
the walk goes on from the newest back until there are enough; else the index of words, which is divided by
years, gives a year's matches after another's until there are enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from issues.analysis.search.corpora import Bounds, Corpus

ENOUGH = 1_000  # hits that are counted, ranked and broken down; past that a page says "more than"
PROBED = 1_000  # newest rows that tell how frequent the matches are
FREQUENT = 0.15  # of the probed rows: then walking to ENOUGH costs less than the index of words
WALKED_FOR_A_PAGE = 5_000

# A row matches by the configuration of its own language (see issues/models/sql.py). Written out, so that
# each side is a constant that an index can look up.
_RUSSIAN = (
    "s.language IN ('en', 'ru', '') AND s.search @@ websearch_to_tsquery('pg_catalog.russian', %(words)s)"
)
_SIMPLE = (
    "s.language NOT IN ('en', 'ru', '') AND s.search @@ websearch_to_tsquery('pg_catalog.simple', %(words)s)"
)
MATCHES = f"(({_RUSSIAN}) OR ({_SIMPLE}))"
_MEANING = """
SELECT numnode(websearch_to_tsquery('pg_catalog.russian', %(words)s))
    + numnode(websearch_to_tsquery('pg_catalog.simple', %(words)s)) > 0
"""
_ORDERED = """
SELECT s.id, s.day FROM ({rows}) s WHERE {where} ORDER BY s.day DESC NULLS LAST, s.id DESC LIMIT %(limit)s
"""
_WALKED = """
SELECT s.id, s.day FROM ({newest}) s WHERE {where}
ORDER BY s.day DESC NULLS LAST, s.id DESC LIMIT %(limit)s
"""
# A period after another, from the newest back, until there are enough; the index has a year's rows with a
# word at hand. One branch a configuration: then the index alone decides, and no vector is looked at again.
_BY_PERIOD = """
SELECT s.id, s.day FROM (
    SELECT found.id, found.day FROM {periods} period CROSS JOIN LATERAL (
        SELECT s.id, s.day FROM ({rows}) s WHERE {russian} AND {conditions}
        UNION ALL SELECT s.id, s.day FROM ({rows}) s WHERE {simple} AND {conditions}
        ORDER BY day DESC NULLS LAST, id DESC
    ) found LIMIT %(limit)s
) s ORDER BY s.day DESC NULLS LAST, s.id DESC
"""
# How well and how closely the words fit (PostgreSQL's cover density), of what was found alone.
_RANKED = """
SELECT s.id, s.day, ts_rank_cd(
    s.search, websearch_to_tsquery(search_configuration(s.language), %(words)s), 32
) AS rank FROM ({hits}) hit JOIN ({rows}) s ON s.id = hit.id ORDER BY rank DESC, s.id DESC
"""


@dataclass(frozen=True, slots=True)
class Hit:
    id: int
    day: date | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: words and conditions in SQL of ours; values from outside are in `params` alone."""

    corpus: Corpus
    conditions: Sequence[str]
    params: dict[str, Any]
    bounds: Bounds = field(default_factory=Bounds)
    by_relevance: bool = False

    def ordered(self, limit: int) -> list[Hit]:
        """Without words, in the order of an index."""
        return self._run(_ORDERED, limit, rows=self.corpus.rows(self.bounds.all))

    def walk(self, limit: int, rows: int) -> list[Hit]:
        """What matches among so many of the newest rows."""
        return self._run(_WALKED, limit, newest=self.corpus.newest(self.bounds.walked), walked=rows)

    def look_up(self, limit: int) -> list[Hit]:
        """What matches, by the index of words."""
        of_period = (*self.bounds.all, f"{self.corpus.period} = period::smallint")
        periods = self.corpus.periods(self.bounds)
        return self._run(_BY_PERIOD, limit, rows=self.corpus.rows(of_period), periods=periods)

    def _run(self, sql: str, limit: int, *, walked: int = 0, **parts: str) -> list[Hit]:
        conditions = " AND ".join(self.conditions) or "true"
        where = f"{MATCHES} AND {conditions}" if self.params["words"] else conditions
        query = sql.format(where=where, conditions=conditions, russian=_RUSSIAN, simple=_SIMPLE, **parts)
        if self.by_relevance:
            query = _RANKED.format(hits=query, rows=self.corpus.rows())
        with connection.cursor() as cursor:
            cursor.execute(query, {**self.params, **self.bounds.params, "limit": limit, "walked": walked})
            return [Hit(number, day) for number, day, *_ in cursor.fetchall()]


def newest_hits(asked: Asked, *, limit: int = ENOUGH + 1) -> list[Hit]:
    """The newest rows that match the words and pass every condition, or the best fit of these first.

    Without words the conditions alone decide. Up to three queries.
    """
    if not asked.params["words"]:
        return asked.ordered(limit)
    probe = asked.walk(limit, PROBED)
    if len(probe) >= limit:
        return probe
    if len(probe) >= FREQUENT * PROBED:
        found = asked.walk(limit, 3 * limit * PROBED // (2 * len(probe)))
        if len(found) >= limit:
            return found
    return asked.look_up(limit)


def next_hits(asked: Asked, *, limit: int) -> list[Hit]:
    """The same, of a search that is known to have many hits, for a page far down. Up to two queries."""
    found = asked.walk(limit, WALKED_FOR_A_PAGE)
    if len(found) >= limit:
        return found
    return asked.look_up(limit) if asked.params["words"] else asked.ordered(limit)


def means_something(words: str) -> bool:
    """Whether anything is left of the words to look for: of "the" and of "-" nothing is."""
    with connection.cursor() as cursor:
        cursor.execute(_MEANING, {"words": words})
        return bool(cursor.fetchone()[0])
