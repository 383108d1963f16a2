"""A PDF file from plain paragraphs: one font, A4 pages, nothing embedded.

Enough for a ministry's note and small enough to read; the same input gives the same bytes.
"""

import textwrap
from datetime import datetime

WIDTH, HEIGHT, MARGIN, SIZE, LEADING = 595, 842, 64, 11, 15
COLUMNS = 84
LINES = (HEIGHT - 2 * MARGIN) // LEADING


def write_pdf(paragraphs: tuple[str, ...], *, title: str, created_at: datetime) -> bytes:
    """Return the bytes of a PDF with `paragraphs` in Helvetica; characters outside cp1252 become "?"."""
    lines = [line for words in paragraphs for line in [*wrapped(words), ""]]
    sheets = [lines[first : first + LINES] for first in range(0, len(lines), LINES)]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(sheets)))
    created = created_at.strftime("D:%Y%m%d%H%M%SZ")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (" + escaped(title) + b") /CreationDate (" + created.encode() + b") >>",
    ]
    for number, sheet in enumerate(sheets):
        stream = page_stream(sheet)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        ]
    return assembled(objects)


def wrapped(words: str) -> list[str]:
    """Break a paragraph into lines; lines that the text breaks itself stay broken."""
    return [line for row in words.splitlines() for line in textwrap.wrap(row, COLUMNS)]


def page_stream(lines: list[str]) -> bytes:
    """The drawing instructions of one page."""
    rows = b"".join(b"(" + escaped(line) + b") Tj T*\n" for line in lines)
    start = b"BT /F1 %d Tf %d TL %d %d Td\n" % (SIZE, LEADING, MARGIN, HEIGHT - MARGIN)
    return start + rows + b"ET"


def escaped(text: str) -> bytes:
    """A PDF string's inside: cp1252 with backslashes and brackets escaped."""
    raw = text.encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def assembled(objects: list[bytes]) -> bytes:
    """Number the objects and add the cross-reference table (ISO 32000-1, 7.5)."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )
    return bytes(out)
