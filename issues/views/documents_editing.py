"""Paste or upload a document, and correct what is known of one."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from issues.analysis.formats import number
from issues.analysis.troubles import trouble_said
from issues.desk.documents import Added, add_document, correct_document, name_document
from issues.forms.documents import DocumentForm, NewDocumentForm
from issues.ingest.capture import Recorded, record_capture
from issues.ingest.suggest import record_suggestions
from issues.models import Capture, Document, User
from issues.permissions import Capability, requires
from issues.reading.pages import UnreadablePage
from issues.views.replies import done, editor_of, next_address
from issues.vocabulary import SourceKind

# Longer than any interview or treaty; it takes some seconds to read, and the page waits for it.
LONGEST_TEXT = 1_000_000  # characters
SENT_TWICE_WITHIN = timedelta(minutes=1)


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
            form.add_error("upload" if form.cleaned_data["upload"] else "text", trouble_said(str(error)))
        else:
            return _added(request, kept)
    form.focus_first_error()
    return render(request, "editing/new_document.html", {"form": form})


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where a text went: its version of the document, and whether these words stood there already."""

    added: Added
    capture: Capture
    was_there: bool

    @property
    def is_sent_twice(self) -> bool:
        """A double click, or a form sent again because no answer came: it did what was wanted."""
        return self.was_there and timezone.now() - self.capture.captured_at < SENT_TWICE_WITHIN


def _record(form: NewDocumentForm, editor: User) -> _Kept:
    raw = form.raw()
    cleaned = form.cleaned_data
    with transaction.atomic():
        added = add_document(
            editor=editor,
            digest=hashlib.sha256(raw).hexdigest(),
            kind=SourceKind.UPLOAD if cleaned["upload"] else SourceKind.PASTE,
            title=cleaned["title"],
            address=cleaned["address"],
            published_on=cleaned["published_on"],
        )
        if added.held:
            capture, was_there = added.held, True
        else:
            recorded = _capture(added.document, raw, form, editor)
            capture, was_there = recorded.capture, not recorded.is_new
    # Read it was, unless whoever brought it is still about it; of two readings one is recorded.
    record_suggestions(capture_id=capture.pk)
    return _Kept(added, capture, was_there)


def _capture(document: Document, raw: bytes, form: NewDocumentForm, editor: User) -> Recorded:
    """Archive the text. Raises UnreadablePage, also for one that would take too long to read at once."""
    # What is pasted is text, whatever it looks like; a file says by its bytes what it is.
    media_type = "" if form.cleaned_data["upload"] else "text/plain; charset=utf-8"
    url = form.cleaned_data["address"] or None
    recorded = record_capture(
        document_id=document.pk, raw=raw, media_type=media_type, url=url, brought_by=editor
    )
    length = len(recorded.capture.text)
    if length > LONGEST_TEXT:
        raise UnreadablePage(
            _(
                "This text has %(length)s characters; up to %(most)s can be read at once. "
                "Paste the part that matters instead."
            )
            % {"length": number(length), "most": number(LONGEST_TEXT)}
        )
    name_document(document=document, text=recorded.capture.text)
    return recorded


def _added(request: HttpRequest, kept: _Kept) -> HttpResponse:
    address = reverse("review_document", args=(kept.added.document.pk,))
    if kept.was_there and not kept.is_sent_twice:
        messages.info(request, _("This text is already in the archive: here is its document."))
        return redirect(address)
    message = _("Archived and read. Check what the reader proposes.")
    if not kept.added.is_new and not kept.was_there:
        message = _(
            "This address is known: the text is archived as version %(number)s of its document, and read. "
            "Check what the reader proposes."
        ) % {"number": kept.capture.number}
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
        return done(request, _("Corrected."), next_address(request, fallback))
    form.focus_first_error()
    return render(request, "editing/document.html", {"form": form, "document": document})
