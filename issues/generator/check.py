"""The proof that generated rows are as the triggers would have left them, each rule over all rows at once.

Check constraints, unique and foreign keys need no proof here: PostgreSQL had them in force, or put them back.
"""

from collections.abc import Mapping

from django.db import connection

# What must hold of every row, and the query of those of which it does not.
RULES: Mapping[str, str] = {
    "a quote stands in its capture": """
        SELECT FROM issues_appearance a JOIN issues_capture c ON c.id = a.capture_id
        WHERE a.quote IS DISTINCT FROM substring(c.text FROM a.start + 1 FOR a."end" - a.start)""",
    "an appearance has its statement's words": """
        SELECT FROM issues_appearance a JOIN issues_statement s ON s.id = a.statement_id
        WHERE quote_skeleton(a.quote) IS DISTINCT FROM s.skeleton""",
    "a statement stands somewhere": """
        SELECT FROM issues_statement s
        WHERE NOT EXISTS (SELECT FROM issues_appearance a WHERE a.statement_id = s.id)""",
    "a link has its statement's day and voices": """
        SELECT FROM issues_link l JOIN issues_statement s ON s.id = l.statement_id
        WHERE (l.stated_day, l.party_id, l.is_joint) IS DISTINCT FROM (
            coalesce(s.stated_on_lower, s.stated_on_upper), s.party_id,
            EXISTS (SELECT FROM issues_statement_joint_parties j WHERE j.statement_id = s.id)
        )""",
    "a statement has its speaker's names": """
        SELECT FROM issues_statement s LEFT JOIN issues_official o ON o.id = s.official_id
        WHERE s.speaker_names IS DISTINCT FROM
            coalesce(concat_ws(' ', o.name, nullif(array_to_string(o.aliases, ' '), '')), '')""",
    "a capture has its document's title, language and period": """
        SELECT FROM issues_capture c JOIN issues_document d ON d.id = c.document_id
        WHERE (c.search_title, c.search_language, c.search_period) IS DISTINCT FROM
            (d.title, d.language, search_period(coalesce(d.published_on_lower, d.published_on_upper)))""",
    "evidence is accepted, on the issue of its status": """
        SELECT FROM issues_evidence e JOIN issues_statuschange c ON c.id = e.status_change_id
        WHERE NOT EXISTS (
            SELECT FROM issues_link l JOIN issues_statement s ON s.id = l.statement_id
            WHERE l.statement_id = e.statement_id AND l.issue_id = c.issue_id AND s.state = 'accepted'
            AND (l.state = 'accepted' AND l.withdrawn_at IS NULL OR c.retracted_at IS NOT NULL)
        )""",
    "a status rests on evidence": """
        SELECT FROM issues_statuschange c
        WHERE NOT EXISTS (SELECT FROM issues_evidence e WHERE e.status_change_id = c.id)""",
    "a claim is of one of the pair": """
        SELECT FROM issues_statuschange c JOIN issues_issue i ON i.id = c.issue_id
        JOIN issues_relationship r ON r.id = i.relationship_id
        WHERE c.perspective_id NOT IN (r.first_id, r.second_id)""",
}
# The columns by which the last event of a row is known to be of the row as it is.
TOLD: Mapping[str, tuple[str, ...]] = {
    "statement": ("state", "accepted_at", "quote"),
    "link": ("state", "signal", "issue_id", "accepted_at"),
    "appearance": ("start", "capture_id"),
    "pledge": ("outcome", "met_on"),
    "statuschange": ("phase", "retracted_at"),
    "evidence": ("statement_id",),
}
_LAST_EVENT = """
SELECT FROM issues_{name} t LEFT JOIN LATERAL (
    SELECT * FROM issues_{name}event e WHERE e.pgh_obj_id = t.id ORDER BY pgh_id DESC LIMIT 1
) e ON true WHERE ROW(e.id, {theirs}) IS DISTINCT FROM ROW(t.id, {ours})
"""


# What a row was before ends when it became what it is.
_LAST_VERSION = """
SELECT FROM issues_{name} t
LEFT JOIN (SELECT id, max(known_until) AS until FROM past.issues_{name} GROUP BY id) p ON p.id = t.id
WHERE p.until IS DISTINCT FROM t.known_from AND (p.until IS NOT NULL OR t.known_from > t.recorded_at)
"""


def rules() -> dict[str, str]:
    """All rules, each with the query of the rows that break it."""
    return (
        dict(RULES)
        | {
            f"the history ends with the {name} as it is": _LAST_EVENT.format(
                name=name,
                theirs=", ".join(f"e.{column}" for column in columns),
                ours=", ".join(f"t.{column}" for column in columns),
            )
            for name, columns in TOLD.items()
        }
        | {
            f"a {name} was otherwise until it was decided": _LAST_VERSION.format(name=name)
            for name in ("statement", "link", "pledge", "statuschange")
        }
    )


def broken_rules() -> dict[str, int]:
    """The rules that do not hold, with the number of rows that break them."""
    with connection.cursor() as cursor:
        counts = {}
        for rule, query in rules().items():
            cursor.execute(f"SELECT count(*) FROM ({query}) broken")  # noqa: S608  # our own query
            counts[rule] = int(cursor.fetchone()[0])
    return {rule: count for rule, count in counts.items() if count}
