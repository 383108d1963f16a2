"""References as RIS, which every manager of references reads: lines of tags, CRLF, UTF-8.

After "RIS Format Specifications" (Research Information Systems, 2011): two letters, two spaces, a
hyphen, a space; TY first, ER last. A field is one line.
"""

from collections.abc import Iterator

from issues.analysis.citing.reference import Reference, in_one_line

LINE_END = "\r\n"


def as_ris(reference: Reference) -> str:
    """Return the reference, with a line end."""
    return "".join(f"{tag}  - {in_one_line(value)}{LINE_END}" for tag, value in _lines(reference))


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "FIGURE" if reference.is_figure else "ELEC"
    yield "ID", reference.key
    yield "AU", reference.author.replace("*", "")  # the one sign that authors may not have
    yield "TI", reference.title
    if reference.container:
        yield "T2", reference.container
    if parts := reference.parts_of_day:
        yield "PY", parts[0]
        yield "DA", "/".join((*parts, "", "", "")[:3]) + "/"
    if reference.language:
        yield "LA", reference.language
    if reference.summary:
        yield "AB", reference.summary
    if reference.note:
        yield "N1", reference.note
    yield "UR", reference.address
    yield "Y2", f"{reference.accessed:%Y/%m/%d}/"
    yield "ER", ""
