"""When a page says it was published: in its address, or in a line of its text that is a date."""

import re
from urllib.parse import urlsplit

from issues.reading.dates import Bearing, FoundDate, find_dates
from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.reading.languages import detect_language, languages_of_letters
from issues.vocabulary import DateOrigin

_ADDRESS_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=/)")

# A dateline stands among the first or the last lines; it is a date with little else beside it.
_HEAD_LINES, _TAIL_LINES = 8, 6
_LONGEST_LINE = 120
_MOST_OTHER_WORDS = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNTOLD = re.compile(
    r"(?i)\b(?:updated|modified|corrected|accessed|retrieved|printed|обновлен|изменен|исправлен)"
)
_LEAD_IN = 60
_WIRE = re.compile(r"\s*(?:[(/][^)/\n]{1,30}[)/]|\.)?\s*(?:[—–-]|\.)\s")


def date_of_address(url: str | None) -> ImpreciseDate | None:
    """Return the date in the path of an address: …/2026/06/26/…, …-20260626, …/2026/06/…, or None."""
    try:
        path = urlsplit(url or "").path[:2_000]
    except ValueError:
        return None
    match = _ADDRESS_DAY.search(path)
    edtf = f"{match[1]}-{match[3]}-{match[4]}" if match else ""
    if not match and (month := _ADDRESS_MONTH.search(path)):
        match, edtf = month, f"{month[1]}-{month[2]}"
    try:
        return (
            ImpreciseDate.from_edtf(edtf, words=match[0].strip("/"), origin=DateOrigin.ADDRESS)
            if match
            else None
        )
    except InvalidDate:
        return None


def date_of_text(text: str) -> ImpreciseDate | None:
    """Return the date of a dateline at the head or the tail of a text, or None.

    A dateline is a line that is little more than a full date ("10:59 26.06.2026 •", "26 июня 2026 года"),
    a title that ends in one, or the opening of a wire report ("NORPORT, June 26, 2026 (Agency) — …").
    """
    head, tail = _edges(text)
    for number, line in enumerate(head):
        date = _dateline(line) or _wire_dateline(line) or (_closing_date(line) if number == 0 else None)
        if date:
            return date
    return next((date for line in reversed(tail) if (date := _dateline(line))), None)


def _edges(text: str) -> tuple[list[str], list[str]]:
    """The first and the last lines with words in them, looking at bounded stretches only."""
    first = [line.strip() for line in text[:4_000].splitlines() if line.strip()]
    last = [line.strip() for line in text[-2_000:].splitlines() if line.strip()]
    return first[:_HEAD_LINES], last[-_TAIL_LINES:]


def _days(line: str) -> list[tuple[FoundDate, ImpreciseDate]]:
    """The full, absolute days that a line names."""
    for language in languages_of_letters(line):
        days = [
            (found, found.date)
            for found in find_dates(line, anchor=None, language=language)
            if found.date
            and found.date.day
            and not found.relative
            and found.bearing in {Bearing.AT, Bearing.SINCE}
        ]
        if days:
            return days
    return []


def _dateline(line: str) -> ImpreciseDate | None:
    if len(line) > _LONGEST_LINE or _UNTOLD.search(line):
        return None
    days = _days(line)
    if len(days) != 1:
        return None
    found, date = days[0]
    others = _WORD.findall(line[: found.start] + " " + line[found.end :])
    sentence = line.rstrip().endswith((".", "!", "?")) and len(others) > 2
    return date if len(others) <= _MOST_OTHER_WORDS and not sentence else None


def _closing_date(line: str) -> ImpreciseDate | None:
    """A title that ends in its day: "Remarks in Norport, 26 June 2026"."""
    days = _days(line) if len(line) <= 200 and not _UNTOLD.search(line) else []
    return days[-1][1] if days and not line[days[-1][0].end :].strip(" .)]") else None


def _wire_dateline(line: str) -> ImpreciseDate | None:
    opening = line[: _LEAD_IN * 2]
    days = _days(opening)
    if not days:
        return None
    found, date = days[0]
    place = opening[: found.start].strip(" ,./—–-")
    is_place = found.start <= _LEAD_IN and place[:1].isupper() and len(place.split()) <= 4
    return date if is_place and _WIRE.match(line, found.end) else None


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return what the text is written in, else what the page declares (templates often declare wrongly)."""
    code = (declared or "").strip().lower().replace("_", "-").partition("-")[0]
    return detect_language(text) or (code if re.fullmatch("[a-z]{2}", code) else None)
