"""How each facet narrows a search: SQL of ours, one parameter each, on the rows `s` of a corpus."""

from datetime import date
from typing import Any

from issues.analysis.filters import Cursor
from issues.analysis.search.query import Query

_LINKED = (
    "EXISTS (SELECT FROM issues_link l JOIN issues_issue i ON i.id = l.issue_id {join} "
    "WHERE l.statement_id = s.id AND l.state = 'accepted' AND l.withdrawn_at IS NULL AND {test})"
)
_RELATIONSHIP = "(SELECT r.id FROM issues_relationship r WHERE r.slug = %(relationship)s)"
_STATEMENT_TESTS = {
    "relationship": f"(s.relationship_id = {_RELATIONSHIP} OR "
    + _LINKED.format(join="", test=f"i.relationship_id = {_RELATIONSHIP}")
    + ")",
    # The statements of one issue are few, whatever the words: its links lead to them.
    "issue": "s.id IN (SELECT l.statement_id FROM issues_link l JOIN issues_issue i ON i.id = l.issue_id "
    "WHERE i.slug = %(issue)s AND l.state = 'accepted' AND l.withdrawn_at IS NULL)",
    "category": _LINKED.format(join="", test="i.category_id = %(category)s"),
    "party": "(s.party_id = %(party)s OR EXISTS (SELECT FROM issues_statement_joint_parties j "
    "WHERE j.statement_id = s.id AND j.party_id = %(party)s))",
    "official": "s.official_id = (SELECT o.id FROM issues_official o WHERE o.slug = %(official)s)",
    "signal": "EXISTS (SELECT FROM issues_link l WHERE l.statement_id = s.id AND l.state = 'accepted' "
    "AND l.withdrawn_at IS NULL AND l.signal = %(signal)s)",
    "kind": "s.kind = %(kind)s",
    "source": "EXISTS (SELECT FROM issues_appearance a JOIN issues_capture c ON c.id = a.capture_id "
    "JOIN issues_document d ON d.id = c.document_id JOIN issues_source o ON o.id = d.source_id "
    "WHERE a.statement_id = s.id AND o.slug = %(source)s)",
}
_DOCUMENT_TESTS = {
    "source": "s.source_id = (SELECT o.id FROM issues_source o WHERE o.slug = %(source)s)",
}
_BOTH = {
    "language": "s.language = %(language)s",
    "year": "s.day BETWEEN %(year_first)s AND %(year_last)s",
}
STATEMENT_TESTS = _STATEMENT_TESTS | _BOTH
DOCUMENT_TESTS = _DOCUMENT_TESTS | _BOTH

_BEFORE = "(s.day < %(after_day)s OR (s.day = %(after_day)s AND s.id < %(after_id)s) OR s.day IS NULL)"
_BEFORE_UNDATED = "(s.day IS NULL AND s.id < %(after_id)s)"


def conditions_of(query: Query, tests: dict[str, str]) -> tuple[list[str], dict[str, Any]]:
    """The conditions of the chosen facets and the parameters of the whole."""
    params: dict[str, Any] = {"words": query.words, **dict(query.chosen)}
    if year := query.value("year"):
        # Year 0 is none; no text of ours is from then.
        number = max(int(year), 1)
        params |= {"year_first": date(number, 1, 1), "year_last": date(number, 12, 31)}
    return [tests[name] for name, _ in query.chosen if name in tests], params


def after(cursor: Cursor | None) -> tuple[list[str], dict[str, Any]]:
    """The condition that a row comes after the cursor, newest first."""
    if cursor is None:
        return [], {}
    params: dict[str, Any] = {"after_id": cursor.statement}
    if cursor.day is None:
        return [_BEFORE_UNDATED], params
    return [_BEFORE], {**params, "after_day": cursor.day}
