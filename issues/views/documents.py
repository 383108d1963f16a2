"""A document: its text with statements marked, its captures, and the archived bytes to download."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from issues.analysis.document_page import document_page
from issues.models import Capture
from issues.permissions import Capability, may, requires


@require_safe
@requires(Capability.READ)
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; `version` chooses the capture shown, `compare` one to compare with the one before it."""
    may_review = may(request.user, Capability.REVIEW)
    page = document_page(
        pk,
        version=_number(request.GET.get("version", "")),
        compared=_number(request.GET.get("compare", "")),
        with_unreviewed=may_review,
    )
    if page is None:
        raise Http404(_("There is no such document."))
    context = {"document": page, "may_review": may_review, "signed_in": request.user.is_authenticated}
    return render(request, "documents/document.html", context)


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
