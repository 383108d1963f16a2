"""One thing that changed as a line: when, what, and where its words or its evidence stand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.marks import SIGNAL_MARKS, TREND_ARROWS, PhaseBadge, SignalMark, phase_badge
from issues.analysis.naming import pair_name
from issues.analysis.words import (
    DateShown,
    edtf,
    in_quotation_marks,
    moment_shown,
    quoted,
    shorten,
    since,
    voices,
)
from issues.models import StatusChange
from issues.vocabulary import ReviewState, StatementKind, Trend

QUOTE_AT_MOST = 260


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changed. `address` leads to its words or its evidence."""

    at: datetime
    when: DateShown
    kind: str  # "new", "taken back", "status set", "status retracted", "pledge decided"
    issue: str
    relationship: str  # several have flights
    issue_address: str
    text: str
    address: str
    detail: str  # who said it and when; the reason of a retraction
    language: str = ""  # of a quotation
    is_quote: bool = False
    is_reported: bool = False
    signal: SignalMark | None = None
    badge: PhaseBadge | None = None


def line_of_statement(link: Any, at: Any, kind: str) -> Line:
    """A line of a statement. Words that are no longer accepted are for editors alone: not shown here."""
    statement = link.statement
    is_shown = statement.state == ReviewState.ACCEPTED
    words = shorten(statement.quote, QUOTE_AT_MOST)
    said_by = {
        "speaker": statement.speaker_name,
        "party": voices(statement.party.name_shown, link.joint),
        "date": edtf(statement.stated_on),
    }
    is_party = said_by["speaker"] == said_by["party"]  # which is named once
    return Line(
        at=at,
        when=moment_shown(at),
        kind=kind,
        issue=link.issue.title_shown,
        relationship=pair_name(link.issue.relationship),
        issue_address=link.issue.get_absolute_url(),
        text=quoted(words, statement.kind) if is_shown else _("A statement that no longer counts"),
        address=reverse("statement", args=(statement.pk,)) if is_shown else link.issue.get_absolute_url(),
        detail=(_("%(speaker)s · %(date)s") if is_party else _("%(speaker)s, %(party)s · %(date)s"))
        % said_by,
        language=statement.language if is_shown else "",
        is_quote=is_shown,
        is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
        signal=SIGNAL_MARKS[link.signal],
    )


def line_of_status(change: StatusChange, at: Any, *, is_retracted: bool = False) -> Line:
    """A line of a status: it leads to its evidence or, retracted, to the history with the reason."""
    issue = change.issue
    address = issue.get_absolute_url()
    evidence = f"{address}?evidence={change.pk}#statements"
    held = since(change.effective_on)
    if change.perspective:
        text = _("%(party)s claims it %(since)s") % {"party": change.perspective.name_shown, "since": held}
    else:
        trend = Trend(change.trend)
        text = _("assessed %(since)s") % {"since": held} + f" · {TREND_ARROWS[trend]} {trend.label}"
    reason = in_quotation_marks(change.retraction_reason)
    return Line(
        at=at,
        when=moment_shown(at),
        kind=_("status retracted") if is_retracted else _("status set"),
        issue=issue.title_shown,
        relationship=pair_name(issue.relationship),
        issue_address=address,
        text=text,
        address=reverse("status", args=(issue.slug,)) if is_retracted else evidence,
        detail=_("Reason: %(reason)s") % {"reason": reason} if is_retracted else change.rationale,
        badge=phase_badge(change.phase),
    )
