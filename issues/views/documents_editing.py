"""Paste or upload a document, and correct what is known of one."""

import hashlib
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from issues.desk.documents import Added, add_document, correct_document, name_document
from issues.forms.documents import DocumentForm, NewDocumentForm
from issues.ingest.capture import record_capture
from issues.ingest.suggest import record_suggestions
from issues.models import Capture, Document, User
from issues.permissions import Capability, requires
from issues.reading.pages import UnreadablePage
from issues.views.replies import done, editor_of, next_address
from issues.vocabulary import SourceKind


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.REVIEW)
def document_new(request: HttpRequest) -> HttpResponse:
    """Take a text, archive and read it at once, and lead to its suggestions.

    It is read within the request: an editor waits for the suggestions anyway, and the longest upload
    takes seconds. Were the process to die meanwhile, the sweep of unread captures would read it.
    """
    form = NewDocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = _record(form, editor_of(request))
        except UnreadablePage as error:
            form.add_error("upload" if form.cleaned_data["upload"] else "text", str(error))
        else:
            return _added(request, kept)
    form.focus_first_error()
    return render(request, "editing/new_document.html", {"form": form})


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where a text went; capture is its version of the document, None where these words were there."""

    added: Added
    capture: Capture | None


def _record(form: NewDocumentForm, editor: User) -> _Kept:
    raw = form.raw()
    cleaned = form.cleaned_data
    is_upload = bool(cleaned["upload"])
    with transaction.atomic():
        added = add_document(
            editor=editor,
            digest=hashlib.sha256(raw).hexdigest(),
            kind=SourceKind.UPLOAD if is_upload else SourceKind.PASTE,
            title=cleaned["title"],
            address=cleaned["address"],
            published_on=cleaned["published_on"],
        )
        if added.is_archived:
            return _Kept(added, None)
        # What is pasted is text, whatever it looks like; a file says by its bytes what it is.
        recorded = record_capture(
            document_id=added.document.pk,
            raw=raw,
            media_type="" if is_upload else "text/plain; charset=utf-8",
            url=cleaned["address"] or None,
        )
        name_document(document=added.document, text=recorded.capture.text)
    record_suggestions(capture_id=recorded.capture.pk)
    return _Kept(added, recorded.capture if recorded.is_new else None)


def _added(request: HttpRequest, kept: _Kept) -> HttpResponse:
    address = reverse("review_document", args=(kept.added.document.pk,))
    if kept.capture is None:
        messages.info(request, "This text is already in the archive: here is its document.")
        return redirect(address)
    message = "Archived and read. Check what the reader proposes."
    if not kept.added.is_new:
        message = (
            f"This address is known: the text is archived as version {kept.capture.number} of its document, "
            "and read. Check what the reader proposes."
        )
    return done(request, message, address)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.REVIEW)
def document_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the title, date and language that the source or the reader gave a document."""
    document = get_object_or_404(Document.objects.select_related("source"), pk=pk)
    form = DocumentForm(request.POST or None, document=document)
    if request.method == "POST" and form.is_valid():
        correct_document(document=document, editor=editor_of(request), **form.cleaned_data)
        fallback = reverse("review_document", args=(pk,))
        return done(request, "Corrected.", next_address(request, fallback))
    form.focus_first_error()
    return render(request, "editing/document.html", {"form": form, "document": document})
