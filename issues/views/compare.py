"""Comparing issues on one time axis."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from issues.analysis.compare.asked import Asked
from issues.analysis.compare.page import compare_page
from issues.permissions import Capability, requires
from issues.views.asking import as_of, day_of
from issues.views.replies import draw_part

COMPARISON = "comparison"  # the id of what htmx swaps


@require_safe
@requires(Capability.READ)
def compare(request: HttpRequest) -> HttpResponse:
    """Issues one beneath the other, their words side by side; for htmx another choice or window."""
    params = request.GET.dict()
    asked = Asked.read(request.GET.getlist("issue"), params)
    page = compare_page(asked, params, today=day_of(request), is_as_of=as_of(request) is not None)
    return draw_part(request, "compare/compare.html", {"compare": page}, parts=(COMPARISON,))
