"""A document: its text with statements marked, its captures, and the archived bytes to download."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from issues.analysis.citing.documents import document_citation, document_reference
from issues.analysis.citing.forms import offered
from issues.analysis.document_page import DocumentPage, document_page
from issues.models import Capture
from issues.permissions import Capability, may, requires
from issues.views.citing import reference_file, whole_address


@require_safe
@requires(Capability.READ)
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; `version` chooses the capture shown, `compare` one to compare with the one before it."""
    page = _found(request, pk, compared=_number(request.GET.get("compare", "")))
    version = f"?version={page.shown}" if page.shown else ""
    files = offered("document_reference", pk)
    context = {
        "document": page,
        "citation": document_citation(page, address=_address(request, page), retrieved=timezone.localdate()),
        "files": [replace(each, address=each.address + version) for each in files],
        "may_review": may(request.user, Capability.REVIEW),
        "signed_in": request.user.is_authenticated,
    }
    return render(request, "documents/document.html", context)


@require_safe
@requires(Capability.READ)
def reference(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """How to cite the capture `version`, for files of references."""
    page = _found(request, pk)
    address = _address(request, page)
    return reference_file(document_reference(page, address=address, accessed=timezone.localdate()), form)


def _found(request: HttpRequest, pk: int, *, compared: int | None = None) -> DocumentPage:
    page = document_page(
        pk,
        version=_number(request.GET.get("version", "")),
        compared=compared,
        with_unreviewed=may(request.user, Capability.REVIEW),
    )
    if page is None:
        raise Http404(_("There is no such document."))
    return page


def _address(request: HttpRequest, page: DocumentPage) -> str:
    """The page with the capture that is shown, whatever the page was asked for."""
    version = f"?version={page.shown}" if page.shown else ""
    return whole_address(request, reverse("document", args=(page.id,)) + version)


@require_safe
@requires(Capability.SIGN_IN)
def capture_raw(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """The archived bytes as a download. They came from elsewhere: no browser may take them for a page."""
    if not may(request.user, Capability.READ):
        raise PermissionDenied(_("The archive is for readers."))
    capture = get_object_or_404(Capture.objects.defer("text"), document=pk, number=number)
    try:
        raw = capture.raw.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The archived bytes are missing from the storage.")) from error
    response = FileResponse(
        raw,
        as_attachment=True,
        filename=f"document-{pk}-capture-{number}.bin",
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
