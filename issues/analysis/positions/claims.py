"""Where an issue stands as assessed, and as each side claims: a small table."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from issues.analysis.issue_head import IssueHead
from issues.analysis.marks import PhaseBadge, phase_badge
from issues.analysis.standing import Change
from issues.analysis.words import DateShown, counted, date_shown
from issues.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class ClaimRow:
    who: str
    badge: PhaseBadge | None  # None where a side claims nothing
    since: DateShown | None
    evidence_text: str
    evidence_address: str
    against: str  # how a claim compares with the assessment; "" of the assessment itself


@dataclass(frozen=True, slots=True)
class Claims:
    rows: tuple[ClaimRow, ...]
    verdict: str  # whether the sides contradict one another, in a sentence
    is_conflict: bool


def claims(head: IssueHead) -> Claims:
    assessed = head.standing.assessed
    lead = head.lead
    held = _row(_("Assessed by the desk"), assessed, head, "")
    provisional = ClaimRow(
        held.who, lead.badge, held.since, held.evidence_text, held.evidence_address, held.against
    )
    sides = [
        _row(name, change, head, _against(change, assessed))
        for code, name in head.parties
        for change in (head.standing.current.get(code),)
    ]
    return Claims((provisional, *sides), _verdict(head), lead.is_conflict)


def _row(who: str, change: Change | None, head: IssueHead, against: str) -> ClaimRow:
    if change is None:
        return ClaimRow(who, None, None, "", "", against)
    return ClaimRow(
        who,
        phase_badge(change.phase),
        date_shown(change.effective_on),
        counted("%(count)s statement", "%(count)s statements", len(change.statements)),
        f"{head.address}?evidence={change.id}#statements",
        against,
    )


def _against(claim: Change | None, assessed: Change | None) -> str:
    if claim is None or assessed is None:
        return ""
    return _("as assessed") if claim.phase == assessed.phase else _("differs")


def _verdict(head: IssueHead) -> str:
    (first, one), (second, other) = head.parties
    held = [head.standing.current.get(code) for code in (first, second)]
    if held[0] is None or held[1] is None:
        return _("Not both sides claim a status, so their claims cannot conflict.")
    said = {
        "first": one,
        "phase": Phase(held[0].phase).label.lower(),
        "second": other,
        "other": Phase(held[1].phase).label.lower(),
    }
    if held[0].phase != held[1].phase:
        return _("The claims conflict: %(first)s says %(phase)s, %(second)s says %(other)s.") % said
    return _("Both sides claim the same: %(phase)s.") % said
