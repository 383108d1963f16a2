"""One publication, bytes to page: plain text, HTML or PDF."""

import re

from issues.reading.charsets import decode
from issues.reading.edtf import ImpreciseDate
from issues.reading.page import MediaType, Page, UnreadablePage
from issues.reading.page_dates import date_of_address, date_of_text, language_of
from issues.reading.page_html import read_html
from issues.reading.page_pdf import read_pdf
from issues.reading.page_text import read_text, title_of_text

__all__ = ["Page", "UnreadablePage", "read_page", "sniff_media_type"]

_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|header|div|p|h[1-6]|table|ul|ol|span|br|center)"
    r"(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_OTHER_FILES = (
    (b"PK\x03\x04", "a ZIP, Word, Excel or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"Rar!", "a RAR file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a recording (RIFF)"),
    (b"ID3", "a recording (MP3)"),
)


def read_page(
    raw: bytes,
    *,
    url: str | None = None,
    media_type: str | None = None,
    published: ImpreciseDate | None = None,
) -> Page:
    """Read one publication. Opens nothing; linear in the size of the bytes.

    url helps to date it; media_type is what the carrier said ("text/html; charset=windows-1251") and is
    believed unless the bytes plainly are something else. published is a date known from elsewhere (a feed,
    an editor) and wins. Else it is taken, each with its origin, from the page's metadata, a dateline in its
    text or its address; where none of them shows it, it is None.

    Raises UnreadablePage, whose message says what the bytes are and what to do.
    """
    kind = sniff_media_type(raw, media_type)
    if kind == "application/pdf":
        pdf = read_pdf(raw)
        date = published or date_of_text(pdf.text) or date_of_address(url) or pdf.published
        return Page(kind, pdf.text, pdf.title or title_of_text(pdf.text), language_of(pdf.text), date)
    charset = _CHARSET.search(media_type or "")
    if kind == "text/html":
        page = read_html(read_text(raw, charset[1] if charset else None))
        date = published or page.published or date_of_address(url) or date_of_text(page.text) or page.guessed
        return Page(kind, page.text, page.title, language_of(page.text, page.language), date)
    text = read_text(raw, charset[1] if charset else None)
    date = published or date_of_text(text) or date_of_address(url)
    return Page(kind, text, title_of_text(text), language_of(text), date)


def sniff_media_type(raw: bytes, declared: str | None = None) -> MediaType:
    """Tell which of the three kinds the bytes are: by their signature, as declared, by their look.

    Raises UnreadablePage for nothing at all and for kinds of file that hold no text we can read.
    """
    if not raw.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise UnreadablePage("The document is empty.")
    if raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return "application/pdf"
    for signature, kind in _OTHER_FILES:
        if raw.startswith(signature):
            raise UnreadablePage(f"This is {kind}, which cannot be read. Save it as text, HTML or PDF.")
    essence = (declared or "").partition(";")[0].strip().lower()
    if essence == "text/plain":
        return "text/plain"
    if essence in {"text/html", "application/xhtml+xml"}:
        return "text/html"
    beginning = decode(raw[:8192]).text.lstrip("\ufeff")
    if _FEED.match(beginning):
        raise UnreadablePage("This is a feed, not a page: read it as a feed.")
    return "text/html" if _HTML.match(beginning) else "text/plain"
