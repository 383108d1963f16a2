"""Search: statements and documents by their words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from issues.analysis.search.page import search_page
from issues.analysis.search.query import Query
from issues.permissions import Capability, requires
from issues.views.asking import day_of

FOUND = "found"  # the id of what htmx swaps


@require_safe
@requires(Capability.READ)
def search(request: HttpRequest) -> HttpResponse:
    """The page; for htmx, as one types or narrows, what was found."""
    page = search_page(Query.read(request.GET.dict()), today=day_of(request))
    details: HtmxDetails | None = getattr(request, "htmx", None)
    is_swap = bool(details) and details is not None and details.target == FOUND
    is_swap = is_swap and not (details and details.history_restore_request)
    template = f"search/search.html#{FOUND}" if is_swap else "search/search.html"
    response = render(request, template, {"search": page, "is_swap": is_swap})
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response
