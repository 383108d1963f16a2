"""Small PDF files for tests, written by hand (ISO 32000-1): text in Helvetica, nothing embedded."""

Placed = tuple[int, int, str]  # from the left, from below, the words


def pdf_file(
    pages: list[list[str]],
    *,
    information: str = "",
    trailer: str = "",
    text: bool = True,
    placed: list[Placed] | None = None,
) -> bytes:
    """Write pages of lines, each with what is placed, in this order, besides.

    information is the inside of the document information dictionary.
    """
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {information} >>".encode("latin-1"),
    ]
    for number, lines in enumerate(pages):
        rows = "".join(f"({line}) Tj T*\n" for line in lines)
        drawing = f"BT /F1 11 Tf 15 TL 64 780 Td\n{rows}ET" if text else "0 0 100 100 re f"
        drawing += "".join(f"\nBT /F1 10 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in placed or ())
        stream = drawing.encode("cp1252")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = f"/Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R"
    ends = f"trailer\n<< {size} {trailer} >>\nstartxref\n{table}\n%%EOF\n"
    return bytes(out) + ends.encode()


# The standard security handler with a password that is not the empty one (its hashes match nothing).
LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
