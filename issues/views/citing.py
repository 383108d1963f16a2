"""What the citations of every kind of page share: whole addresses, and files of references."""

from html import unescape

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from issues.analysis.citing.forms import FORMS
from issues.analysis.citing.reference import Reference
from issues.views.as_of import carried
from issues.views.asking import as_of


def whole_address(request: HttpRequest, address: str) -> str:
    """An address of ours with its host, and with the day that the page is asked of."""
    day = as_of(request)
    return request.build_absolute_uri(unescape(carried(address, day)) if day is not None else address)


def reference_file(reference: Reference, form: str) -> HttpResponse:
    """A reference as a download. Raises Http404 for a form we do not write."""
    if form not in FORMS:
        raise Http404(_("References can be had as BibTeX (.bib) and as RIS (.ris)."))
    return HttpResponse(
        FORMS[form].write(reference),
        content_type=f"{FORMS[form].media_type}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{reference.key}.{form}"'},
    )
