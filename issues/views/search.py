"""Search: statements and documents by their words."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from issues.analysis.search.page import search_page
from issues.analysis.search.query import Query
from issues.permissions import Capability, requires
from issues.views.asking import day_of
from issues.views.replies import draw_part

FOUND = "found"  # the id of what htmx swaps


@require_safe
@requires(Capability.READ)
def search(request: HttpRequest) -> HttpResponse:
    """The page; for htmx, as one types or narrows, what was found."""
    page = search_page(Query.read(request.GET.dict()), today=day_of(request))
    return draw_part(request, "search/search.html", {"search": page}, parts=(FOUND,))
