"""Who decided what on a statement, and when, from the history tables."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from issues.analysis.words import moment
from issues.models import User

NAMES = {
    "accept": "accepted it",
    "reject": "rejected it",
    "correct": "corrected it",
    "add": "added it by hand",
    "undo": "undid the decision before",
    "link": "linked it to an issue",
    "correct link": "corrected a link",
    "withdraw link": "withdrew a link",
    "pledge": "set its pledge",
    "withdraw pledge": "withdrew its pledge",
    "outcome": "recorded what became of its pledge",
    "reopen": "reopened its pledge",
}
# The tables whose rows belong to a statement, and the column that says to which.
HISTORIES = (("StatementEvent", "pgh_obj_id"), ("LinkEvent", "statement_id"), ("PledgeEvent", "statement_id"))


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: when, by whom, and what, as "Anna Berg accepted it"."""

    at: str
    who: str
    what: str


def decisions_on(statement_id: int) -> tuple[Decision, ...]:
    """Every decision of the desk on a statement, the latest first. Four queries."""
    found: dict[Any, tuple[Any, dict[str, Any]]] = {}
    for table, column in HISTORIES:
        events: Any = apps.get_model("issues", table)
        decided = events.objects.filter(**{column: statement_id}, pgh_context__metadata__has_key="decision")
        for context_id, at, metadata in decided.values_list(
            "pgh_context_id", "pgh_created_at", "pgh_context__metadata"
        ):
            found[context_id] = (at, metadata)
    contexts = sorted(found.values(), key=lambda each: str(each[1]["at"]), reverse=True)
    editors = User.objects.in_bulk({metadata["user"] for _, metadata in contexts})
    return tuple(
        Decision(
            at=moment(at),
            who=editors[metadata["user"]].display_name if metadata["user"] in editors else "Somebody",
            what=NAMES.get(str(metadata["decision"]), str(metadata["decision"])),
        )
        for at, metadata in contexts
    )
