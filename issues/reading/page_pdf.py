"""PDF: the text layer as paragraphs, without running heads, page numbers and hyphens at line ends."""

import re
import threading
from collections import Counter
from dataclasses import dataclass

import pypdfium2

from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.reading.page import UnreadablePage
from issues.reading.page_columns import Box, in_columns
from issues.vocabulary import DateOrigin

# PDFium is not safe to use from two threads at once.
_PDFIUM = threading.Lock()

_CREATED = re.compile(r"(?:D:)?((?:19|20)\d{2})(\d{2})?(\d{2})?")
_NO_TITLE = re.compile(
    r"(?i)\s*(?:untitled|microsoft word\b.*|powerpoint.*|без имени.*|документ\d*|document\d*|\S+\.\w{2,5})?"
    r"\s*\Z"
)
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page|стр\.?|страница)?\W*\d{1,4}\W*(?:(?:of|/|из)\W*\d{1,4})?\W*\Z")
# PDFium writes a hyphen at a line end that it takes for a division as U+FFFE (older versions: U+0002).
_DIVISION = re.compile("[\ufffe\x02\u00ad]\\s*\\Z")
_HYPHEN = re.compile(r"[^\W\d_]-\Z")
_OPENS = re.compile(r"[—–―•*·]\s?|\d{1,2}[.)]\s|[([]?[a-zа-я]\)\s|Q[.:]?\s|[A-ZА-ЯЁ][\w.'’ -]{0,40}:\s")
_ENDS = re.compile(r"[.!?…:;]['\"”»)\]]*\Z")
_FULL_LINE = 0.75
AROUND = 5  # lines before and after, by which a full one is told
MANY_BOXES = 3000  # pieces of text on a page, past which it is no page of prose


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What a PDF holds. published is its creation date, the origin METADATA; never its modification."""

    text: str
    title: str | None
    published: ImpreciseDate | None


def read_pdf(raw: bytes) -> PdfPage:
    """Read the text layer and the document information of a PDF.

    Raises UnreadablePage for encrypted, damaged and image-only files, saying what to do.
    """
    with _PDFIUM:
        sheets, information = _load(raw)
    if not any(line for sheet in sheets for line in sheet):
        raise UnreadablePage(
            "The PDF holds pictures of pages and no text."
            " Run it through text recognition (OCR) and upload the result."
        )
    title = " ".join(information.get("Title", "").replace("\0", "").split())
    return PdfPage(
        _paragraphs(_without_running_heads(sheets)),
        None if _NO_TITLE.match(title) else title,
        _created(information.get("CreationDate", "")),
    )


def _load(raw: bytes) -> tuple[list[list[str]], dict[str, str]]:
    """The lines of each page, and the document information."""
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadablePage(
                "The PDF is protected by a password. Save it without one and upload that."
            ) from error
        raise UnreadablePage(
            "The PDF is damaged and cannot be opened. Get it anew, or paste its text."
        ) from error
    try:
        return [_sheet(document, number) for number in range(len(document))], document.get_metadata_dict()
    finally:
        document.close()


def _sheet(document: pypdfium2.PdfDocument, number: int) -> list[str]:
    """The lines of one page in reading order; none for a page that PDFium cannot load."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []
    try:
        text_page = page.get_textpage()
        text = _text(text_page)
        text_page.close()
    finally:
        page.close()
    lines = (line.strip() for line in text.replace("\0", "\ufffd").replace("\r", "\n").split("\n"))
    return [line for line in lines if line]


def _text(page: pypdfium2.PdfTextPage) -> str:
    """The text of a page as it was drawn, or column by column where the drawing mixed two."""
    count = page.count_rects()
    lines = (
        in_columns([Box(*page.get_rect(number)) for number in range(count)]) if count < MANY_BOXES else None
    )
    if lines is None:
        return str(page.get_text_range())
    return "\n".join(
        str(page.get_text_bounded(line.left, line.bottom, line.right, line.top)).replace("\r\n", " ")
        for line in lines
    )


def _without_running_heads(sheets: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and first and last lines that most pages share but for their digits."""
    edges = Counter(
        _DIGITS.sub("#", line) for sheet in sheets for line in {*sheet[:2], *sheet[-2:]} if len(sheets) > 2
    )
    repeated = {line for line, count in edges.items() if count * 2 > len(sheets)}

    def is_furniture(line: str) -> bool:
        numbered = len(sheets) > 1 and _PAGE_NUMBER.match(line) is not None
        return numbered or _DIGITS.sub("#", line) in repeated

    return [
        [
            line
            for place, line in enumerate(sheet)
            if not (min(place, len(sheet) - 1 - place) < 2 and is_furniture(line))
        ]
        for sheet in sheets
    ]


def _paragraphs(sheets: list[list[str]]) -> str:
    """Join lines into paragraphs: a line goes on where it is full, or ends within a sentence."""
    lines = [line for sheet in sheets for line in sheet]
    lengths = [len(line) for line in lines]
    paragraphs: list[str] = []
    for place, line in enumerate(lines):
        # Columns, quotations and notes have widths of their own: the neighbours tell what is a full line.
        around = sorted(lengths[max(0, place - AROUND - 1) : place + AROUND])
        # The longest may be a line of its own; of two lines alone it is what the other is measured by.
        width = around[-2] if len(around) > 2 else around[-1]
        if place and _goes_on(lines[place - 1], line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line)
        else:
            paragraphs.append(line)
    return "\n".join(_DIVISION.sub("-", paragraph).replace("\ufffe", "") for paragraph in paragraphs)


def _goes_on(previous: str, line: str, width: int) -> bool:
    if _DIVISION.search(previous) or line[0].islower():
        return True
    full = len(previous) >= _FULL_LINE * width
    if previous.isupper() != line.isupper():
        return False  # a heading in capitals
    if _OPENS.match(line) or (_ENDS.search(previous) and not full):
        return False
    return full


def _joined(paragraph: str, line: str) -> str:
    """Put a divided word together again; a hyphen before a small letter counts as a division."""
    divided = _DIVISION.search(paragraph)
    if divided:
        return paragraph[: divided.start()] + line
    if _HYPHEN.search(paragraph):
        return (paragraph[:-1] if line[0].islower() else paragraph) + line
    return f"{paragraph} {line}"


def _created(claim: str) -> ImpreciseDate | None:
    """The day a PDF was made, from "D:20260626105900+03'00'" (ISO 32000-1, 7.9.4)."""
    match = _CREATED.match(claim)
    if not match:
        return None
    edtf = "-".join(part for part in match.groups() if part)
    try:
        return ImpreciseDate.from_edtf(edtf, words=claim[:100], origin=DateOrigin.METADATA)
    except InvalidDate:
        return None
