"""An issue: where it stands, its timeline, its statements."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from issues.analysis.issue_head import issue_head
from issues.analysis.issue_page import (
    presets,
    read_request,
    statement_list,
    timeline_figure,
    undated_address,
)
from issues.permissions import Capability, may, requires
from issues.views.asking import day_of

STATEMENTS = "statements"  # the ids of what htmx swaps
VIEW = "view"


@require_safe
@requires(Capability.READ)
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """The page; for htmx its list of statements, or all below its head, as HX-Target asks."""
    today = day_of(request)
    head = issue_head(slug, today=today)
    if head is None:
        raise Http404("There is no such issue.")
    target = _target(request)
    asked = read_request(head, request.GET.dict(), today=today)
    context = {
        "issue": head,
        "list": statement_list(asked),
        "is_swap": bool(target),
        "undated_address": undated_address(asked),
        "may_review": may(request.user, Capability.REVIEW),
    }
    if target != STATEMENTS:
        context |= {"figure": timeline_figure(asked), "presets": presets(asked)}
    template = f"issues/issue.html#{target}" if target else "issues/issue.html"
    response = render(request, template, context)
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response


def _target(request: HttpRequest) -> str:
    """Which part htmx swaps; "" for the whole page, as also when it restores history."""
    details: HtmxDetails | None = getattr(request, "htmx", None)
    if not details or details.history_restore_request or details.target not in (STATEMENTS, VIEW):
        return ""
    return str(details.target)
