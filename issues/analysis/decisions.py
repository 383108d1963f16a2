"""Who decided what on a statement, and when, from the history tables."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from issues.analysis.words import moment
from issues.models import User

NAMES = {
    "accept": _("accepted it"),
    "reject": _("rejected it"),
    "correct": _("corrected it"),
    "add": _("added it by hand"),
    "undo": _("undid the decision before"),
    "link": _("linked it to an issue"),
    "pledge": _("set its pledge"),
    "withdraw pledge": _("withdrew its pledge"),
    "outcome": _("recorded what became of its pledge"),
    "reopen": _("reopened its pledge"),
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
    editors = User.objects.in_bulk({metadata["user"] for _at, metadata in contexts})
    return tuple(
        Decision(
            at=moment(at),
            who=editors[metadata["user"]].display_name
            if metadata["user"] in editors
            else gettext("Somebody"),
            what=str(NAMES.get(metadata["decision"], metadata["decision"])),
        )
        for at, metadata in contexts
    )
