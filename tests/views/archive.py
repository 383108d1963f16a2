"""A big archive, made by the database in seconds: what a page costs must not depend on its size."""

from datetime import date
from typing import Any

from django.db import connection

from issues.models import Issue, Relationship
from tests.factories import make_capture, make_category, make_official, make_relationship, make_user

# Triggers that check quotes, copy days and write history are tried one row at a time elsewhere; on
# a hundred thousand they would take minutes.
_WITHOUT_TRIGGERS = ("issues_statement", "issues_link", "issues_appearance", "issues_statuschange")

_STATEMENTS = """
INSERT INTO issues_statement (quote, kind, language, official_id, speaker_label, party_id, stated_on,
    stated_on_words, stated_on_origin, question, credibility, state, proposed_by, confidence, reasons,
    accepted_at, reviewed_by_id)
SELECT 'Words number ' || n || ' of this archive.', 'direct_quote', 'en',
    CASE WHEN n %% 2 = 0 THEN %(official)s END, CASE WHEN n %% 2 = 0 THEN '' ELSE 'Foreign Ministry' END,
    CASE WHEN n %% 2 = 0 THEN 'XN' ELSE 'XV' END,
    to_char(%(today)s::date - (n::bigint * 7919 %% 3650)::int, 'YYYY-MM-DD'),
    '', 'publication', '', '6', 'accepted', 'editor', 1, '[]', now(), %(user)s
FROM generate_series(1, %(count)s) n
"""
_LINKS = """
INSERT INTO issues_link (statement_id, issue_id, signal, state, proposed_by, confidence, reasons,
    accepted_at, reviewed_by_id, stated_day, party_id)
SELECT s.id, i.id, (ARRAY['position', 'refusal', 'offer', 'demand'])[1 + s.id %% 4],
    'accepted', 'editor', 1, '[]', now(), %(user)s, s.stated_on_lower, s.party_id
FROM issues_statement s JOIN unnest(%(issues)s::bigint[]) WITH ORDINALITY i(id, place)
    ON s.id %% %(of)s = i.place - 1
"""
_APPEARANCES = """
INSERT INTO issues_appearance (statement_id, capture_id, start, "end", quote)
SELECT id, %(capture)s, 0, length(quote), quote FROM issues_statement
"""
_CHANGES = """
INSERT INTO issues_statuschange (issue_id, perspective_id, phase, trend, effective_on, effective_on_words,
    effective_on_origin, rationale, recorded_by_id, retraction_reason)
SELECT i, p, (ARRAY['stalled', 'consulting', 'suspended', 'partial'])[1 + (i + y) %% 4], 'unchanged',
    to_char(%(today)s::date - y * 200, 'YYYY-MM-DD'), '', 'editor', '', %(user)s, ''
FROM unnest(%(issues)s::bigint[]) i, generate_series(1, 3) y, unnest(ARRAY[NULL, 'XN', 'XV']) p
"""
_EVIDENCE = """
INSERT INTO issues_evidence (status_change_id, statement_id)
SELECT c.id, l.statement_id FROM issues_statuschange c CROSS JOIN LATERAL (
    SELECT statement_id FROM issues_link
    WHERE issue_id = c.issue_id AND state = 'accepted' AND withdrawn_at IS NULL
    ORDER BY stated_day DESC NULLS LAST, statement_id DESC LIMIT 3
) l
"""
_PLEDGES = """
INSERT INTO issues_pledge (statement_id, due_on, due_on_words, due_on_origin, calculation, outcome,
    outcome_note)
SELECT id, to_char(%(today)s::date + (id %% 400)::int - 200, 'YYYY-MM-DD'), 'soon', 'text', '', 'open', ''
FROM issues_statement WHERE id %% 97 = 0
"""


def fill(*, issues: int, statements: int, today: date) -> Relationship:
    """One relationship with so many issues, statements spread over ten years and over them evenly.

    Each issue has nine status changes; every 97th statement is a pledge.
    """
    pair = make_relationship()
    made = Issue.objects.bulk_create(
        Issue(relationship=pair, category=make_category(), slug=f"issue-{number}", title=f"Issue {number:03}")
        for number in range(issues)
    )
    params: dict[str, Any] = {
        "today": today,
        "count": statements,
        "official": make_official().pk,
        "user": make_user().pk,
        "capture": make_capture("Words.").pk,
        "issues": [issue.pk for issue in made],
        "of": issues,
    }
    with connection.cursor() as cursor:
        # A long queue of checks that wait for the commit makes each history trigger slow.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in _WITHOUT_TRIGGERS:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in (_STATEMENTS, _LINKS, _APPEARANCES, _CHANGES, _EVIDENCE, _PLEDGES):
            cursor.execute(statement, params)
            cursor.execute(
                "ANALYZE issues_statement, issues_link"
            )  # the next would be planned for empty ones
        for table in _WITHOUT_TRIGGERS:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("ANALYZE")
    return pair
