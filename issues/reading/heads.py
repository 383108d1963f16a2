"""What the head of a text says of it: its title, its language, the day a report was written."""

from collections.abc import Sequence
from datetime import timedelta

from issues.reading.dates import find_dates
from issues.reading.edtf import ImpreciseDate
from issues.reading.gazetteer import Gazetteer
from issues.reading.headings import is_heading
from issues.reading.languages import languages_of_letters
from issues.reading.layout import Paragraph, find_dateline
from issues.reading.marks import Marks
from issues.reading.titles import completed, plain_title, title_from_address

WIRE_DELAY = timedelta(days=10)  # between the day of a dateline and the publication
HEAD, HEAD_LINES, DAY_LINE = 600, 4, 5  # characters and lines at the head; words of a line that is a day
OPENING = 3  # lines at the head that may say what an untitled text is


def title_of(title: str | None, url: str | None, gazetteer: Gazetteer, language: str) -> str | None:
    """Return the title, or what the address says where no title tells what the text is."""
    title = plain_title(title) if title else title
    told = title_from_address(url, gazetteer.pack(language)) if url else None
    if told is None or title is None:
        return title or told
    whole = completed(title, told)
    if whole is not None:
        return whole
    known = Marks(title, gazetteer=gazetteer, language=language).all("form")
    return title if known else f"{title}\n{told}"


def guess_language(text: str) -> str:
    """Return the first language with a pack in the letters most of a text is in; a last resort."""
    return languages_of_letters(text[:4000])[0]


def written_on(text: str, published: ImpreciseDate | None, language: str) -> ImpreciseDate | None:
    """Return the day a report's dateline names ("ANKARA, Sept 9"), its year told by the publication."""
    place = find_dateline(text)
    day = published.day if published else None
    if day is None:
        return None
    lines = [text[slice(*place)]] if place else [line for line in text[:HEAD].splitlines() if _is_short(line)]
    for line in lines[:HEAD_LINES]:
        for found in find_dates(line, anchor=day, language=language):
            named = found.date.day if found.date else None
            if found.date is not None and named and timedelta(0) <= day - named <= WIRE_DELAY:
                return found.date
    return None


def _is_short(line: str) -> bool:
    """ "(July 29, 2021)" above a transcript: a line of a day and little else, not of a day of something."""
    return any(char.isdigit() for char in line) and len(line.split()) <= DAY_LINE and ": " not in line


def opening_lines(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the headings before the first sentence, where nobody gave the text a title."""
    lines: list[str] = []
    for paragraph in paragraphs[:OPENING]:
        line = text[paragraph.start : paragraph.end]
        if not is_heading(text, paragraph) or not any(char.isalpha() for char in line):
            break
        lines.append(" ".join(line.split()))
    return "\n".join(lines) or None
