"""Open pledges with the issues they bear on: what boards and a reader's home look up the next dates in."""

# From the open pledges to their issues, by the index of live links, never the other way round: the
# planner would rather read every link of every issue. OFFSET 0 keeps it from joining them.
UNDECIDED_AND_BOUND = """
undecided AS MATERIALIZED (
    SELECT id, statement_id, due_on_upper, due_on_words FROM issues_pledge
    WHERE outcome = 'open' AND due_on_upper IS NOT NULL
    ORDER BY due_on_upper LIMIT 5000
), bound AS MATERIALIZED (
    SELECT p.*, l.issue_id FROM undecided p CROSS JOIN LATERAL (
        SELECT issue_id FROM issues_link
        WHERE statement_id = p.statement_id AND withdrawn_at IS NULL AND state = 'accepted' OFFSET 0
    ) l
)
"""
