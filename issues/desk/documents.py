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
    """The document that a text is. is_new unless its address or its words were known; held: the capture
    that keeps these very words already, so that there is nothing to capture."""

    document: Document
    is_new: bool
    held: Capture | None = None


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

    A text at an `address` (in its canonical spelling) that is known leads to the document that is
    there, whose gaps it fills; and so does the same text. Unless they are `held`, `record_capture`
    has to keep the bytes, in the caller's transaction.
    """
    with acting_as(editor, "add document"):
        held = Document.objects.filter(address=address).first() if address else None
        if held is not None:
            return Added(_fill_gaps(held, title, published_on), is_new=False)
        same = Capture.objects.filter(Q(sha256=digest) | Q(text_sha256=digest)).order_by("pk")
        capture = same.select_related("document").defer("text").first()
        if capture is not None:
            return Added(capture.document, is_new=False, held=capture)
        source, _ = Source.objects.get_or_create(
            slug=f"by-hand-{kind}", defaults={"name": SOURCE_NAMES[kind], "kind": kind}
        )
        document, is_new = Document.objects.get_or_create(
            address=address or f"urn:sha256:{digest}",
            defaults={
                "source": source,
                "title": title.strip(),
                "added_by": editor,
                **_publication(published_on),
            },
        )
        return Added(document, is_new)


def _publication(on: ImpreciseDate | None) -> dict[str, str]:
    """The day a document was published, by column; unknown is empty, never today."""
    return {
        "published_on": on.edtf if on else "",
        "published_on_words": on.words if on else "",
        "published_on_origin": on.origin if on else "",
    }


def _fill_gaps(document: Document, title: str, published_on: ImpreciseDate | None) -> Document:
    """What is known of a document stays: a text added at its address only tells what was unknown."""
    row = locked(document)
    gaps: dict[str, str] = {}
    if title.strip() and not row.title:
        gaps["title"] = title.strip()
    if published_on is not None and not row.published_on:
        gaps |= _publication(published_on)
    for name, value in gaps.items():
        setattr(row, name, value)
    if gaps:
        row.save(update_fields=list(gaps))
    return row


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
        publication = _publication(published_on)
        for name, value in publication.items():
            setattr(row, name, value)
        row.save(update_fields=["title", "language", *publication])
        row.refresh_from_db()
        return row
