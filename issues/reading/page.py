"""What reading one publication gives, and what refusing one says."""

from dataclasses import dataclass
from typing import Literal

from issues.reading.edtf import ImpreciseDate

type MediaType = Literal["text/plain", "text/html", "application/pdf"]


class UnreadablePage(ValueError):  # noqa: N818 - says what is wrong, as a reader would
    """No text can be read from the bytes; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """One publication as text. language is ISO 639-1. published says where it comes from (its origin).

    text of plain text is the decoded file exactly (NUL replaced by U+FFFD), so that offsets hold in it; of
    HTML and PDF it is the body, one block (paragraph, heading, list item, table row) a line.
    """

    media_type: MediaType
    text: str
    title: str | None
    language: str | None
    published: ImpreciseDate | None
