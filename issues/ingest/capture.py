"""Archives what a document said: raw bytes once by their hash, and a version for every change of words."""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.utils import timezone

from issues.models import Capture, Document, User
from issues.models.documents import capture_storage
from issues.reading.edtf import ImpreciseDate
from issues.reading.pages import Page, UnreadablePage, read_page
from issues.vocabulary import DateOrigin


@dataclass(frozen=True, slots=True)
class Recorded:
    """The capture that holds the document's words now; is_new unless they stood there before."""

    capture: Capture
    is_new: bool


def record_capture(
    *,
    document_id: int,
    raw: bytes,
    media_type: str = "",
    url: str | None = None,
    brought_by: User | None = None,
) -> Recorded:
    """Archive `raw` as what the document says now; one transaction. Safe to call twice.

    The same words as in the latest capture make no new one: it is marked as seen. The document's
    title, language and date are filled in only where they are unknown. media_type is the
    Content-Type as declared, with its charset; url is where the bytes came from; brought_by is who
    pasted or uploaded them, None where they were fetched.

    Raises UnreadablePage after noting it in the document's fetch_error; the bytes stay archived.
    """
    name = store_raw(raw)
    document = Document.objects.get(pk=document_id)
    try:
        page = read_page(
            raw,
            url=url or (document.address if document.is_on_the_web else None),
            media_type=media_type or None,
            published=date_of(document),
        )
        if not page.text.strip():
            raise UnreadablePage("The page holds no text. It may need a program (JavaScript) to show it.")
    except UnreadablePage as error:
        note = f"{error} The {len(raw)} bytes are kept as {name}."
        Document.objects.filter(pk=document_id).update(fetch_error=note[:500])
        raise
    with transaction.atomic():
        # Whoever archives the same document meanwhile waits here, and then sees this capture.
        document = Document.objects.select_for_update(no_key=True).get(pk=document_id)
        recorded = _add_version(document, page, raw, name, brought_by)
        _fill_in(document, page)
    return recorded


def store_raw(raw: bytes) -> str:
    """Keep bytes on the storage "captures" under their hash, written whole or not at all; return the name."""
    digest = hashlib.sha256(raw).hexdigest()
    name = f"{digest[:2]}/{digest[2:4]}/{digest}"
    storage = capture_storage()
    if storage.exists(name) and storage.size(name) == len(raw):
        return name
    if not isinstance(storage, FileSystemStorage):
        # Object storages write whole objects; two writers of one name write the same bytes.
        return storage.save(name, ContentFile(raw))
    path = Path(storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if storage.file_permissions_mode is not None:
            Path(unfinished).chmod(storage.file_permissions_mode)
        Path(unfinished).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(unfinished).unlink()
        raise
    return name


def date_of(document: Document) -> ImpreciseDate | None:
    """Return what is known of the day a document was published."""
    if not document.published_on:
        return None
    return ImpreciseDate.from_edtf(
        document.published_on,
        words=document.published_on_words,
        origin=DateOrigin(document.published_on_origin),
    )


def _add_version(document: Document, page: Page, raw: bytes, name: str, brought_by: User | None) -> Recorded:
    text_sha256 = hashlib.sha256(page.text.encode()).hexdigest()
    latest = document.captures.defer("text").order_by("-number").first()
    if latest is not None and latest.text_sha256 == text_sha256:
        latest.last_seen_at = timezone.now()
        latest.save(update_fields=["last_seen_at"])
        return Recorded(latest, is_new=False)
    capture = Capture.objects.create(
        document=document,
        number=latest.number + 1 if latest else 1,
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        media_type=page.media_type,
        raw=name,
        text=page.text,
        text_sha256=text_sha256,
        brought_by=brought_by,
    )
    return Recorded(capture, is_new=True)


def _fill_in(document: Document, page: Page) -> None:
    """What the feed or an editor said of the document stays; the page fills the gaps."""
    if not document.title and page.title:
        document.title = page.title[:500]
    if not document.language and page.language:
        document.language = page.language[:8]
    if not document.published_on and page.published is not None:
        document.published_on = page.published.edtf
        document.published_on_words = page.published.words[:300]
        document.published_on_origin = page.published.origin
    document.fetch_error = ""
    document.save(
        update_fields=[
            "title",
            "language",
            "published_on",
            "published_on_words",
            "published_on_origin",
            "fetch_error",
        ]
    )
