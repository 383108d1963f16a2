"""Positions and formulas of a voice on an issue; how far a position moved, as editors judge it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from issues.analysis.issue_head import issue_head
from issues.analysis.positions.page import positions_page
from issues.analysis.positions.voices import Asked
from issues.desk.errors import DeskError
from issues.desk.shifts import set_shift
from issues.models import Issue, Statement
from issues.permissions import Capability, may, requires
from issues.views.asking import day_of
from issues.views.replies import done, draw_part, editor_of, next_address, numbers, refused
from issues.vocabulary import ShiftSize

POSITIONS = "positions"  # the id of what htmx swaps


@require_safe
@requires(Capability.READ)
def positions(request: HttpRequest, slug: str) -> HttpResponse:
    """Consecutive statements compared, and stock phrases traced; for htmx another voice or older ones."""
    today = day_of(request)
    head = issue_head(slug, today=today)
    if head is None:
        raise Http404(_("There is no such issue."))
    page = positions_page(head, Asked.read(request.GET.dict()), today=today)
    if page is None:
        raise Http404(_("There is no such official or party."))
    context: dict[str, object] = {"page": page, "may_review": may(request.user, Capability.REVIEW)}
    return draw_part(request, "positions/positions.html", context, parts=(POSITIONS,))


@require_POST
@requires(Capability.REVIEW)
def shift_set(request: HttpRequest, slug: str) -> HttpResponse:
    """Judge how far a position moved between two statements, or take the judgement back."""
    issue = get_object_or_404(Issue, slug=slug)
    pair = [_statement(request.POST.get(name, "")) for name in ("statement", "earlier")]
    size = request.POST.get("size", "")
    address = next_address(request, reverse("positions", args=(slug,)))
    if size and size not in ShiftSize:
        return refused(request, DeskError(_("Choose none, half or full.")), address)
    chosen = ShiftSize(size) if size else None
    try:
        set_shift(issue=issue, statement=pair[0], earlier=pair[1], size=chosen, editor=editor_of(request))
    except DeskError as error:
        return refused(request, error, address)
    said = (
        _("The step is recorded: %(size)s.") % {"size": chosen.label}
        if chosen
        else _("The judgement is taken back.")
    )
    return done(request, said, f"{address}#step-{pair[0].pk}")


def _statement(value: str) -> Statement:
    return get_object_or_404(Statement, pk__in=numbers([value]))
