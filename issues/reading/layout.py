"""Paragraphs of a text, whether a line is a paragraph or paragraphs are hard-wrapped.

Offsets point into the text as it is; nothing is changed.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

WRAP_WIDTH = 110  # no line of a hard-wrapped text is longer
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_OPENS_PARAGRAPH = re.compile(
    r"\s*(?:[—–―-]\s|[•*·]\s|\d{1,2}[.)]\s|#{1,6}\s|\*\*|__|>|Q[.:]?\s{1,6}\S|[A-ZА-ЯЁ][\w.'’ -]{0,40}:\s|\|)"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？：；؟؛]['\"”»」』)\]]*\s*\Z")
_RULE = re.compile(r"[\W_]*\Z|\\?#+\s*\Z|<!--.*-->\s*\Z", re.DOTALL)


_CITY = r"[^\W\d_][^\W\d_.'’-]+(?:[ -][^\W\d_.'’-]+){0,3}"
_TOWN = r"[A-ZА-ЯЁ][^\W\d_.'’-]+(?:[ -](?:[^\W\d_]{1,3}[ -])?[A-ZА-ЯЁ][^\W\d_.'’-]+){0,3}"  # no sentence
_DAY = r"(?:[.,]? ?(?:\d{1,2} [^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2})\.?(?:,? \d{4})?(?: г\.)?)"
_AGENCY = r"(?:\([^)(\n]{2,40}\)|/[^/\n]{2,40}/)"
_DATELINE = re.compile(
    rf"(?:(?:{_CITY},? ?(?:{_CITY})?{_DAY}?,? ?{_AGENCY}|{_TOWN}{_DAY})\s?[.:]?\s?"
    r"(?:[—–-]{1,2}\s+|(?<=[./])\s)"
    rf"|[A-ZА-ЯЁ][A-ZА-ЯЁ.' -]{{2,30}}{_DAY}?\s?[—–-]{{1,2}}\s+)(?=\S)"
)


_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-zа-я])\)|\d{1,2}\.|[•*·‣▪])\s+(?=\S)")
HEAD = 1_200  # characters in which a dateline is looked for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text without outer white space; one block of prose, a heading or a label."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    after_blank: bool


def find_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs in order; separators (***, \\###, comments) are left out."""
    lines = _lines(text)
    wrapped = _is_wrapped(lines)
    paragraphs: list[Paragraph] = []
    previous: _Line | None = None
    for line in lines:
        if _RULE.match(line.text):
            previous = None
            continue
        if wrapped and previous is not None and _continues(previous, line):
            paragraphs[-1] = Paragraph(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(Paragraph(line.start, line.end))
        previous = line
    return [_after_opening(text, paragraph) for paragraph in paragraphs]


def _after_opening(text: str, paragraph: Paragraph) -> Paragraph:
    """Leave out "BRUSSELS, 14 March (Newswire) —" and "4. ": no part of what is told."""
    match = _dateline_at(text, paragraph) or _NUMBER.match(text, paragraph.start, paragraph.end)
    return Paragraph(match.end(), paragraph.end) if match else paragraph


def _dateline_at(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    return _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 120))


def find_dateline(text: str) -> tuple[int, int] | None:
    """Return where the dateline of a report stands, None where its head has none."""
    for line in _LINE.finditer(text, 0, HEAD):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        match = _dateline_at(text, Paragraph(start, line.end()))
        if match:
            return match.span()
    return None


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[last_end : match.start()]
        blank = gap.count("\n") > 1 or gap.count("\r") > gap.count("\n") + 1 or not lines
        lines.append(_Line(start, start + len(stripped), stripped, blank))
        last_end = match.end() - (len(raw) - len(raw.rstrip()))
    return lines


def _is_wrapped(lines: list[_Line]) -> bool:
    """Hard-wrapped: lines that go on below are many, none is long, few end a sentence."""
    inner = [a.text for a, b in pairwise(lines) if not b.after_blank]
    if not inner:
        return False
    fitting = [line for line in inner if 35 <= len(line) <= WRAP_WIDTH]
    broken = [line for line in fitting if not _ENDS_SENTENCE.search(line)]
    long_lines = sum(len(line.text) > WRAP_WIDTH * 1.5 for line in lines)
    return len(broken) * 2 >= len(inner) and long_lines * 4 <= len(lines)


def _continues(previous: _Line, line: _Line) -> bool:
    if line.after_blank:
        return False
    if _OPENS_PARAGRAPH.match(line.text) and _ENDS_SENTENCE.search(previous.text):
        return False
    if previous.text.rfind("[") > previous.text.rfind("]"):
        return True  # "[Senator Ann\nLee](https://…)": a link goes on
    short = len(previous.text) < 35
    return not (short and (_ENDS_SENTENCE.search(previous.text) or line.text[:1].isupper()))
