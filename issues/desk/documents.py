"""What editors decide about a document: the title, language and date that the reader proposed."""

from issues.desk.acting import acting_as, locked
from issues.models import Document, User
from issues.reading.edtf import ImpreciseDate


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
