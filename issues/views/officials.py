"""Officials: who speaks, in which office, on what."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from issues.analysis.filters import Cursor
from issues.analysis.officials import official_page, officials_with_statements
from issues.permissions import Capability, requires
from issues.views.asking import day_of


@require_safe
@requires(Capability.READ)
def officials(request: HttpRequest) -> HttpResponse:
    """Everybody who has said something that counts."""
    found = officials_with_statements(today=day_of(request))
    return render(request, "officials/officials.html", {"officials": found})


@require_safe
@requires(Capability.READ)
def official(request: HttpRequest, slug: str) -> HttpResponse:
    """One official: tenures, issues, the newest statements."""
    before = Cursor.read(request.GET.get("before", ""))
    page = official_page(slug, before=before, today=day_of(request))
    if page is None:
        raise Http404("There is no such official.")
    return render(request, "officials/official.html", {"official": page})
