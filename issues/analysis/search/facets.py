"""What the hits of a search have in common: counts by facet, in one query over their ids."""

from dataclasses import dataclass

from django.db import connection

from issues.analysis.naming import named_sql, naming, person_sql
from issues.analysis.search.query import STATEMENTS

AT_MOST = 8  # values a facet

_STATEMENT_FACETS = f"""
WITH s AS MATERIALIZED (
    SELECT t.id, t.relationship_id, t.party_id, t.official_id, t.kind, t.language,
        coalesce(t.stated_on_lower, t.stated_on_upper) AS day
    FROM issues_statement t WHERE t.id = ANY(%(ids)s)
), linked AS MATERIALIZED (
    SELECT l.statement_id, l.signal, i.slug, {named_sql("i.title")} AS title, i.category_id, i.relationship_id
    FROM issues_link l JOIN issues_issue i ON i.id = l.issue_id
    WHERE l.statement_id = ANY(%(ids)s) AND l.state = 'accepted' AND l.withdrawn_at IS NULL
), counted AS (
    SELECT 'relationship' AS facet, r.slug AS value, {named_sql("a.name")} || ' – ' ||
        {named_sql("b.name")} AS label,
        count(*) AS n
    FROM (
        SELECT id, relationship_id FROM s WHERE relationship_id IS NOT NULL
        UNION SELECT statement_id, relationship_id FROM linked
    ) one
    JOIN issues_relationship r ON r.id = one.relationship_id
    JOIN issues_party a ON a.code = r.first_id JOIN issues_party b ON b.code = r.second_id
    GROUP BY r.slug, a.name, a.name_ru, b.name, b.name_ru
    UNION ALL SELECT 'issue', slug, title, count(DISTINCT statement_id) FROM linked GROUP BY slug, title
    UNION ALL SELECT 'category', c.slug, {named_sql("c.name")}, count(DISTINCT statement_id)
    FROM linked JOIN issues_category c ON c.slug = linked.category_id GROUP BY c.slug, c.name, c.name_ru
    UNION ALL SELECT 'party', p.code, {named_sql("p.name")}, count(*)
    FROM s JOIN issues_party p ON p.code = s.party_id
    GROUP BY p.code, p.name, p.name_ru
    UNION ALL SELECT 'official', o.slug, {person_sql("o")}, count(*)
    FROM s JOIN issues_official o ON o.id = s.official_id GROUP BY o.slug, o.name, o.aliases
    UNION ALL SELECT 'signal', signal, '', count(DISTINCT statement_id) FROM linked GROUP BY signal
    UNION ALL SELECT 'kind', kind, '', count(*) FROM s GROUP BY kind
    UNION ALL SELECT 'source', o.slug, o.name, count(DISTINCT a.statement_id)
    FROM issues_appearance a JOIN issues_capture c ON c.id = a.capture_id
    JOIN issues_document d ON d.id = c.document_id JOIN issues_source o ON o.id = d.source_id
    WHERE a.statement_id = ANY(%(ids)s) GROUP BY o.slug, o.name
    UNION ALL SELECT 'language', language, '', count(*) FROM s WHERE language <> '' GROUP BY language
    UNION ALL SELECT 'year', to_char(day, 'YYYY'), '', count(*) FROM s WHERE day IS NOT NULL
    GROUP BY to_char(day, 'YYYY')
)
"""  # noqa: S608  # of constants alone
_DOCUMENT_FACETS = """
WITH d AS MATERIALIZED (
    SELECT t.language, t.source_id, coalesce(t.published_on_lower, t.published_on_upper) AS day
    FROM issues_document t WHERE t.id = ANY(%(ids)s)
), counted AS (
    SELECT 'source' AS facet, o.slug AS value, o.name AS label, count(*) AS n
    FROM d JOIN issues_source o ON o.id = d.source_id GROUP BY o.slug, o.name
    UNION ALL SELECT 'language', language, '', count(*) FROM d WHERE language <> '' GROUP BY language
    UNION ALL SELECT 'year', to_char(day, 'YYYY'), '', count(*) FROM d WHERE day IS NOT NULL
    GROUP BY to_char(day, 'YYYY')
)
"""
_LARGEST = """
SELECT facet, value, label, n FROM (
    SELECT *, row_number() OVER (
        PARTITION BY facet ORDER BY CASE WHEN facet = 'year' THEN value END DESC, n DESC, label, value
    ) AS place FROM counted
) ranked WHERE place <= %(most)s ORDER BY facet, place
"""


@dataclass(frozen=True, slots=True)
class FacetCount:
    value: str
    label: str  # "" where the vocabulary or the value itself says it
    count: int


def facet_counts(of: str, ids: list[int]) -> dict[str, list[FacetCount]]:
    """The commonest values of each facet among the hits, the commonest first; years newest first."""
    found: dict[str, list[FacetCount]] = {}
    if not ids:
        return found
    sql = (_STATEMENT_FACETS if of == STATEMENTS else _DOCUMENT_FACETS) + _LARGEST
    with connection.cursor() as cursor:
        cursor.execute(sql, {"ids": ids, "most": AT_MOST, **naming()})
        for facet, value, label, count in cursor.fetchall():
            found.setdefault(facet, []).append(FacetCount(value, label, count))
    return found
