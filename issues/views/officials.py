"""Officials: who speaks, in which office, on what."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from issues.analysis.officials.listing import Asked as NamesAsked
from issues.analysis.officials.listing import officials_listing
from issues.analysis.officials.page import Asked, official_page
from issues.permissions import Capability, requires
from issues.views.asking import day_of
from issues.views.replies import draw_part

NAMES, SAID = "names", "said"  # the ids of what htmx swaps


@require_safe
@requires(Capability.READ)
def officials(request: HttpRequest) -> HttpResponse:
    """Everybody who has said something that counts; for htmx, as one types, the names alone."""
    listing = officials_listing(NamesAsked.read(request.GET.dict()), today=day_of(request))
    return draw_part(request, "officials/officials.html", {"listing": listing}, parts=(NAMES,))


@require_safe
@requires(Capability.READ)
def official(request: HttpRequest, slug: str) -> HttpResponse:
    """One official: offices, what they said on what by month, the words; for htmx another year or page."""
    page = official_page(slug, Asked.read(request.GET.dict()), today=day_of(request))
    if page is None:
        raise Http404(_("There is no such official."))
    return draw_part(request, "officials/official.html", {"official": page}, parts=(SAID,))
