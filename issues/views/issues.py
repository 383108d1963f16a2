"""An issue: where it stands, its timeline, its statements."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from issues.analysis.follows import is_followed
from issues.analysis.issue_figure import timeline_figure
from issues.analysis.issue_head import issue_head
from issues.analysis.issue_page import statement_list
from issues.analysis.issue_request import Request, downloads, moves, presets, read_request, undated_address
from issues.permissions import Capability, may, requires
from issues.views.asking import as_of, day_of
from issues.views.replies import part_of

PARTS = {  # by the ids of what htmx swaps
    "statements": "issues/issue.html#statements",
    "view": "issues/issue.html#view",
    "peek": "issues/_peek_list.html",
}


@require_safe
@requires(Capability.READ)
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """The page; for htmx its list of statements, or all below its head, as HX-Target asks."""
    asked = asked_of(request, slug)
    target = part_of(request, PARTS)
    context = {
        "issue": asked.head,
        "list": statement_list(asked),
        "is_swap": bool(target),
        "undated_address": undated_address(asked),
        "address": f"{asked.address()}#statements",
        "may_review": may(request.user, Capability.REVIEW),
    }
    if target in ("", "view"):
        context |= {
            "figure": timeline_figure(asked, is_as_of=as_of(request) is not None),
            "presets": presets(asked),
            "moves": moves(asked),
            "downloads": downloads(asked),
            "window": asked.window,
        }
    if not target:
        context["is_followed"] = is_followed(asked.head.id, reader=request.user.pk)
    response = render(request, PARTS.get(target, "issues/issue.html"), context)
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response


def asked_of(request: HttpRequest, slug: str) -> Request:
    """What the address of an issue's page, or of a download of it, asks for."""
    today = day_of(request)
    head = issue_head(slug, today=today)
    if head is None:
        raise Http404(_("There is no such issue."))
    return read_request(head, request.GET.dict(), today=today)
