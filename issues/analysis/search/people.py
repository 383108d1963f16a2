"""Officials whom the words of a search may name, in either alphabet and with a slip of the pen."""

import re
from dataclasses import dataclass
from typing import Any

from django.db import connection

from issues.analysis.naming import named_sql, naming, person_sql

LIKE_ENOUGH = 0.4  # share of trigrams, pg_trgm's word_similarity
AT_MOST = 3
MIN_LETTERS = 4

# The best fit of any word of the search with a stretch of the official's names. LIMIT keeps the planner from
# reading every statement to learn who has one.
_SIMILAR = f"""
SELECT slug, name, party, word FROM (
    SELECT DISTINCT ON (o.id) o.id, o.slug, {person_sql("o")} AS name,
        {named_sql("p.name")} AS party, word, likeness
    FROM issues_official o JOIN issues_party p ON p.code = o.party_id
    CROSS JOIN unnest(%(words)s::text[]) word
    CROSS JOIN LATERAL (
        SELECT max(word_similarity(latin_name(word), latin_name(called))) AS likeness
        FROM unnest(o.aliases || o.name::text) called
    ) best
    WHERE likeness >= %(enough)s
    ORDER BY o.id, likeness DESC
) named
CROSS JOIN LATERAL (
    SELECT FROM issues_statement s WHERE s.official_id = named.id AND s.state = 'accepted' LIMIT 1
) spoke
ORDER BY likeness DESC, name LIMIT %(most)s
"""  # noqa: S608  # of constants alone


@dataclass(frozen=True, slots=True)
class Namesake:
    """An official with statements, and the word of the search that resembles their name."""

    slug: str
    name: str
    party: str
    word: str


def namesakes(words: str) -> list[Namesake]:
    """Who may be meant by a word; the likeliest first. One query, none where no word is long enough."""
    terms = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) >= MIN_LETTERS]
    if not terms:
        return []
    with connection.cursor() as cursor:
        params: dict[str, Any] = {"words": terms[:12], "enough": LIKE_ENOUGH, "most": AT_MOST, **naming()}
        cursor.execute(_SIMILAR, params)
        return [Namesake(*row) for row in cursor.fetchall()]
