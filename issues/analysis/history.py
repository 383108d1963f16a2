"""What was decided of a statement, its links and its pledge: from the audit tables, in sentences."""

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from issues.analysis.naming import named_sql, naming
from issues.analysis.words import edtf, moment
from issues.vocabulary import PledgeOutcome, ReviewState, Signal

# One query for three audit tables; each event knows its context, which knows who.
_EVENTS = f"""
SELECT e.kind, e.at, e.label, e.row, e.obj,
       coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username)
FROM (
    SELECT 'statement' AS kind, pgh_id AS id, pgh_created_at AS at, pgh_label AS label, to_jsonb(s) AS row,
           pgh_obj_id AS obj, pgh_context_id AS context
    FROM issues_statementevent s WHERE pgh_obj_id = %(statement)s
    UNION ALL
    SELECT 'link', pgh_id, pgh_created_at, pgh_label,
           to_jsonb(l) || jsonb_build_object('issue', (
               SELECT {named_sql("i.title")} FROM issues_issue i WHERE i.id = l.issue_id
           )),
           pgh_obj_id, pgh_context_id
    FROM issues_linkevent l
    WHERE pgh_obj_id IN (SELECT id FROM issues_link WHERE statement_id = %(statement)s)
    UNION ALL
    SELECT 'pledge', pgh_id, pgh_created_at, pgh_label, to_jsonb(p), pgh_obj_id, pgh_context_id
    FROM issues_pledgeevent p
    WHERE pgh_obj_id IN (SELECT id FROM issues_pledge WHERE statement_id = %(statement)s)
) e
LEFT JOIN pghistory_context c ON c.id = e.context
LEFT JOIN issues_user u ON u.id = (c.metadata ->> 'user')::bigint
ORDER BY e.at, e.kind DESC, e.id
LIMIT 200
"""  # noqa: S608  # of constants alone

_FIELDS = {
    "official_id": gettext_noop("speaker"),
    "speaker_label": gettext_noop("speaker"),
    "party_id": gettext_noop("party"),
    "stated_on": gettext_noop("date"),
    "kind": gettext_noop("kind"),
    "question": gettext_noop("question"),
    "credibility": gettext_noop("credibility"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    when: str
    who: str
    what: str


def statement_history(statement_id: int) -> tuple[HistoryLine, ...]:
    """Everything that was decided, oldest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_EVENTS, {"statement": statement_id, **naming()})
        events = cursor.fetchall()
    before: dict[tuple[str, int], dict[str, Any]] = {}
    lines = []
    for kind, at, label, json_row, obj, who in events:
        row = json.loads(json_row)
        earlier = before.get((kind, obj), {})
        before[kind, obj] = row
        what = _SENTENCES[kind](row, earlier) if label != "delete" else _("removed")
        if what:
            lines.append(HistoryLine(moment(at), who or _("automatic"), what))
    return tuple(lines)


def _statement(row: dict[str, Any], earlier: dict[str, Any]) -> str:
    if not earlier:
        return _("recorded, %(state)s") % {"state": ReviewState(row["state"]).label}
    parts = []
    if row["state"] != earlier["state"]:
        parts.append(ReviewState(row["state"]).label)
    changed = sorted({name for field, name in _FIELDS.items() if row[field] != earlier[field]})
    if "date" in changed:
        parts.append(
            _("date corrected from %(before)s to %(after)s")
            % {"before": edtf(earlier["stated_on"]), "after": edtf(row["stated_on"])}
        )
        changed.remove("date")
    if changed:
        parts.append(_("corrected: %(fields)s") % {"fields": ", ".join(str(_(name)) for name in changed)})
    return "; ".join(parts)


def _link(row: dict[str, Any], earlier: dict[str, Any]) -> str:
    link = _("link to %(issue)s (%(signal)s)") % {
        "issue": row["issue"],
        "signal": Signal(row["signal"]).label,
    }
    if not earlier:
        return f"{link}: {ReviewState(row['state']).label}"
    if row["withdrawn_at"] != earlier["withdrawn_at"]:
        return f"{link}: {_('withdrawn') if row['withdrawn_at'] else _('restored')}"
    if row["state"] != earlier["state"]:
        return f"{link}: {ReviewState(row['state']).label}"
    if row["signal"] != earlier["signal"]:
        return f"{link}: " + _("was %(signal)s") % {"signal": Signal(earlier["signal"]).label}
    return ""


def _pledge(row: dict[str, Any], earlier: dict[str, Any]) -> str:
    if not earlier:
        return _("pledge recorded, due %(due)s") % {"due": edtf(row["due_on"])}
    if row["outcome"] != earlier["outcome"]:
        return _("pledge: %(outcome)s") % {"outcome": PledgeOutcome(row["outcome"]).label}
    if row["due_on"] != earlier["due_on"]:
        return _("pledge due %(due)s, before that %(earlier)s") % {
            "due": edtf(row["due_on"]),
            "earlier": edtf(earlier["due_on"]),
        }
    return ""


_SENTENCES = {"statement": _statement, "link": _link, "pledge": _pledge}
