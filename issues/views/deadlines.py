"""Deadlines: what was promised by when, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from issues.analysis.deadlines.asked import Asked
from issues.analysis.deadlines.page import deadlines_page
from issues.permissions import Capability, may, requires
from issues.views.asking import day_of
from issues.views.replies import draw_part

PLEDGES = "pledges"  # the id of what htmx swaps


@require_safe
@requires(Capability.READ)
def deadlines(request: HttpRequest) -> HttpResponse:
    """Pledges as a list or as a month; for htmx what an outcome, a filter or a page changes."""
    page = deadlines_page(Asked.read(request.GET.dict()), today=day_of(request))
    context: dict[str, object] = {"deadlines": page, "may_review": may(request.user, Capability.REVIEW)}
    return draw_part(request, "deadlines/deadlines.html", context, parts=(PLEDGES,))


@require_safe
@requires(Capability.READ)
def deadlines_file(request: HttpRequest) -> HttpResponse:
    """The undecided pledges as a file for a calendar."""
    from issues.analysis.deadlines.file import calendar_file

    file = calendar_file(
        Asked.read(request.GET.dict()),
        today=day_of(request),
        made_at=timezone.now(),
        site=f"{request.scheme}://{request.get_host()}",
    )
    headers = {"Content-Disposition": 'attachment; filename="deadlines.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
