"""References as BibTeX: one @misc entry, in UTF-8, as biber and current BibTeX managers read it.

Fields and their order follow "BibTeXing" (O. Patashnik, 1988); url, urldate and langid are those of
biblatex. No library writes entries so that any text survives: they leave "%" and "{" as they are, or
turn Cyrillic into macros.
"""

from collections.abc import Iterator

from issues.analysis.citing.reference import Reference, in_one_line

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LANGUAGES = {
    "ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "pl": "polish", "pt": "portuguese",
    "ru": "russian", "zh": "chinese", "uk": "ukrainian", "de": "german",
}  # fmt: skip
# Braces have to match even where they are escaped, so that they go by their names.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
# An address stands as it is, save for what would end the field.
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def as_bibtex(reference: Reference) -> str:
    """Return the entry, with a line end."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(reference))
    return f"@misc{{{reference.key},\n{fields}\n}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    year, month, day = (*reference.parts_of_day, "", "", "")[:3]
    # Whole names in braces of their own: "Ministry of Foreign Affairs and Trade" is not two authors.
    yield "author", _braced(f"{{{_text(reference.author)}}}")
    yield "title", _braced(f"{{{_text(reference.title)}}}")
    if reference.container:
        yield "howpublished", _braced(_text(reference.container))
    if year:
        yield "year", _braced(year)
    if month:
        yield "month", _MONTHS[int(month) - 1]
    if day:
        yield "day", _braced(str(int(day)))
    if reference.note:
        yield "note", _braced(_text(reference.note))
    yield "url", _braced(in_one_line(reference.address).translate(_IN_ADDRESSES))
    yield "urldate", _braced(reference.accessed.isoformat())
    if reference.language in _LANGUAGES:
        yield "langid", _braced(_LANGUAGES[reference.language])
    if reference.summary:
        yield "abstract", _braced(_text(reference.summary))


def _braced(value: str) -> str:
    return f"{{{value}}}"


def _text(text: str) -> str:
    return in_one_line(text).translate(_ESCAPES)
