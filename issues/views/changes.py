"""What changed between two days, as far as we recorded it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from issues.analysis.changed_rows import Scope
from issues.analysis.changes import changes as changes_between
from issues.analysis.changes import scope_of_issue, scope_of_relationship
from issues.permissions import Capability, requires
from issues.views.asking import day_of, of_today

USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """The two days, as they stand in the form, and why they cannot be answered ("" where they can)."""

    since: str
    until: str
    first: date
    last: date
    why_not: str


@of_today
@require_safe
@requires(Capability.READ)
def changes(request: HttpRequest) -> HttpResponse:
    """What was recorded between the ends of two days: it names its days itself, and has no earlier state."""
    scope = _scope(request)
    today = day_of(request)
    asked = _asked(request, today)
    found = None if asked.why_not else changes_between(scope, first=asked.first, last=asked.last)
    kept = [(name, request.GET[name]) for name in ("issue", "relationship") if request.GET.get(name)]
    context = {"asked": asked, "scope": scope, "changes": found, "kept": kept, "today": today.isoformat()}
    return render(request, "changes/changes.html", context, status=400 if asked.why_not else 200)


def _scope(request: HttpRequest) -> Scope:
    issue, pair = request.GET.get("issue", ""), request.GET.get("relationship", "")
    scope = scope_of_issue(issue) if issue else scope_of_relationship(pair) if pair else Scope()
    if scope is None:
        raise Http404(_("There is no such issue.") if issue else _("There is no such relationship."))
    return scope


def _asked(request: HttpRequest, today: date) -> Asked:
    """The days of the address: until today, and since a week before, unless it says others."""
    since, until = (request.GET.get(name, "").strip()[:40] for name in ("since", "until"))
    try:
        last = date.fromisoformat(until) if until else today
        first = date.fromisoformat(since) if since else last - timedelta(days=USUAL_DAYS)
    except (ValueError, OverflowError):
        why = _("A day cannot be read. Give both as in 2026-03-01.")
        return Asked(since, until, today, today, why)
    why = ""
    if last > today:
        why = _("The second day is still to come. Choose today or a day before.")
    elif first.year < 1900:
        why = _("Nothing was recorded before 1900.")
    elif first >= last:
        why = _("The first day has to be before the second.")
    return Asked(first.isoformat(), last.isoformat(), first, last, why)
