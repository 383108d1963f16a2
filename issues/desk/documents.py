"""Documents by hand: where a pasted or uploaded text stands, and what is said of any document."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.text import Truncator

from issues.desk.acting import acting_as, locked
from issues.models import Capture, Document, Source, User
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import SourceKind

TITLE_LENGTH = 120
SOURCE_NAMES = {SourceKind.PASTE: "Pasted by hand", SourceKind.UPLOAD: "Uploaded by hand"}


@dataclass(frozen=True, slots=True)
class Added:
    """The document that a text is; not new where the same text or address was known."""

    document: Document
    is_new: bool


def add_document(
    *,
    editor: User,
    digest: str,
    kind: SourceKind,
    title: str = "",
    address: str = "",
    published_on: ImpreciseDate | None = None,
) -> Added:
    """Make the document that a pasted or uploaded text (`digest`: SHA-256 of its bytes, in hex) is.

    The same text, or a text at an `address` that is known, leads to the document that is there. It
    has no capture yet: `record_capture` archives the bytes, in the caller's transaction.
    """
    same = Capture.objects.filter(Q(sha256=digest) | Q(text_sha256=digest)).order_by("pk")
    capture = same.select_related("document").defer("text").first()
    if capture is not None:
        return Added(capture.document, is_new=False)
    with acting_as(editor, "add document"):
        source, _ = Source.objects.get_or_create(
            slug=f"by-hand-{kind}", defaults={"name": SOURCE_NAMES[kind], "kind": kind}
        )
        document, is_new = Document.objects.get_or_create(
            address=address or f"urn:sha256:{digest}",
            defaults={
                "source": source,
                "title": title.strip(),
                "added_by": editor,
                "published_on": published_on.edtf if published_on else "",
                "published_on_words": published_on.words if published_on else "",
                "published_on_origin": published_on.origin if published_on else "",
            },
        )
        return Added(document, is_new)


def name_document(*, document: Document, text: str) -> None:
    """Call a document that has no title by the first line of its text, so that lists can name it."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    Document.objects.filter(pk=document.pk, title="").update(title=Truncator(first).chars(TITLE_LENGTH))


def correct_document(
    *, document: Document, editor: User, title: str, language: str, published_on: ImpreciseDate | None
) -> Document:
    """Set what a document says of itself. Idempotent. Statements keep the dates they have.

    An unknown date is None, never today.
    """
    with acting_as(editor, "correct document"):
        row = locked(document)
        row.title = title.strip()
        row.language = language.strip()
        row.published_on = published_on.edtf if published_on else ""
        row.published_on_words = published_on.words if published_on else ""
        row.published_on_origin = published_on.origin if published_on else ""
        row.save(
            update_fields=["title", "language", "published_on", "published_on_words", "published_on_origin"]
        )
        row.refresh_from_db()
        return row
