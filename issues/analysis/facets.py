"""Counts beside each filter of an issue's statements: how many there would be, were it chosen. One query."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from issues.analysis.filters import Filters
from issues.analysis.naming import named_sql, naming, person_sql
from issues.analysis.windows import Window

OFFICIALS_AT_MOST = 12

# Each statement of the issue in the window is looked at once; a filter's own choice does not narrow
# its own counts, so that one sees what else there is.
_COUNTS = """
WITH linked AS MATERIALIZED (
    SELECT s.id, s.party_id, s.official_id, l.signal,
           (%(signal)s = '' OR l.signal = %(signal)s) AS of_signal,
           (%(official)s = '' OR EXISTS (
               SELECT FROM issues_official o WHERE o.id = s.official_id AND o.slug = %(official)s
           )) AS of_official,
           CASE %(party)s
               WHEN '' THEN true
               WHEN 'others' THEN s.party_id <> ALL(%(parties)s)
               ELSE s.party_id = %(party)s OR EXISTS (
                   SELECT FROM issues_statement_joint_parties j
                   WHERE j.statement_id = s.id AND j.party_id = %(party)s
               )
           END AS of_party
    FROM issues_link l JOIN issues_statement s ON s.id = l.statement_id
    WHERE l.issue_id = %(issue)s AND l.state = 'accepted' AND l.withdrawn_at IS NULL
      AND s.state = 'accepted' AND {scope}
)
SELECT 'all' AS facet, '' AS value, '' AS label, count(*) AS n FROM linked
WHERE of_party AND of_signal AND of_official
UNION ALL
SELECT 'party', v.code, {party}, count(*) FROM linked
CROSS JOIN LATERAL (
    SELECT linked.party_id AS code
    UNION
    SELECT j.party_id FROM issues_statement_joint_parties j WHERE j.statement_id = linked.id
) v JOIN issues_party p ON p.code = v.code
WHERE of_signal AND of_official GROUP BY v.code, p.name, p.name_ru
UNION ALL
SELECT 'signal', signal, '', count(*) FROM linked WHERE of_party AND of_official GROUP BY signal
UNION ALL
(SELECT 'official', o.slug, {official}, count(*) FROM linked JOIN issues_official o ON o.id = official_id
 WHERE of_party AND of_signal GROUP BY o.slug, o.name, o.aliases
 ORDER BY o.slug = %(official)s DESC, count(*) DESC, o.name LIMIT %(officials)s)
ORDER BY facet, n DESC, label, value
"""

_EVIDENCE = "s.id IN (SELECT statement_id FROM issues_evidence WHERE status_change_id = %(evidence)s)"
_UNDATED = "l.stated_day IS NULL"
_DATED = "l.stated_day BETWEEN %(start)s AND %(end)s"


@dataclass(frozen=True, slots=True)
class Count:
    value: str
    label: str  # "" for signals, whose labels the vocabulary holds
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    total: int
    parties: tuple[Count, ...]
    signals: tuple[Count, ...]
    officials: tuple[Count, ...]


def facets(issue_id: int, window: Window, filters: Filters, *, parties: tuple[str, str]) -> Facets:
    """Count the statements of an issue in a window by party, signal and official."""
    scope = _EVIDENCE if filters.evidence is not None else _UNDATED if window.is_undated else _DATED
    params: dict[str, Any] = {
        "issue": issue_id,
        "start": window.start,
        "end": window.end,
        "party": filters.party,
        "signal": filters.signal,
        "official": filters.official,
        "evidence": filters.evidence,
        "parties": list(parties),
        "officials": OFFICIALS_AT_MOST,
        **naming(),
    }
    found: dict[str, list[Count]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            _COUNTS.format(scope=scope, party=named_sql("p.name"), official=person_sql("o")), params
        )
        for facet, value, label, count in cursor.fetchall():
            found.setdefault(facet, []).append(Count(value, label, count))
    return Facets(
        total=found["all"][0].count,
        parties=tuple(found.get("party", ())),
        signals=tuple(found.get("signal", ())),
        officials=tuple(found.get("official", ())),
    )
