"""How each facet narrows a search: SQL of ours, one parameter each, on the rows `s` of a corpus."""

from typing import Any

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
_BOTH = {"language": "s.language = %(language)s"}
STATEMENT_TESTS = _STATEMENT_TESTS | _BOTH
DOCUMENT_TESTS = _DOCUMENT_TESTS | _BOTH


def conditions_of(query: Query, tests: dict[str, str]) -> tuple[list[str], dict[str, Any]]:
    """The conditions of the chosen facets and the parameters of the whole; the days are bounds apart."""
    params: dict[str, Any] = {"words": query.syntax, **dict(query.chosen)}
    return [tests[name] for name, _ in query.chosen if name in tests], params
