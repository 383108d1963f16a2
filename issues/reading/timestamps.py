"""Times as feeds and pages claim them, in ISO 8601 and no more precise than claimed."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

import feedparser

from issues.reading.dates import find_dates
from issues.reading.edtf import InvalidDate, bounds
from issues.reading.languages import languages_of_letters

_PARTIAL = re.compile(r"(?:19|20)\d{2}(?:-\d{2}){0,2}")
# Older than the web: a placeholder such as 1970-01-01 or 0001-01-01, not a claim.
_FIRST_YEAR, _LAST_YEAR = 1990, 2199


def claimed_time(value: object) -> str | None:
    """Return a claimed time as ISO 8601, or None where it is missing, unreadable or a placeholder.

    A timestamp keeps the zone it was given in, because the day depends on it ("2026-06-26T00:30:00+03:00");
    one without a zone stays without. "2026-06" and "2026" stay what they are.
    """
    text = str(value or "").strip()
    if not text or len(text) > 200:
        return None
    if _PARTIAL.fullmatch(text):
        try:
            bounds(text)
        except InvalidDate:
            return None
        return text if int(text[:4]) >= _FIRST_YEAR else None
    time = _parsed(text)
    if time is not None:
        return time.isoformat() if _FIRST_YEAR <= time.year <= _LAST_YEAR else None
    return _in_words(text)


def _parsed(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _in_words(text: str) -> str | None:
    """Read "26 June 2026" or "26 июня 2026 года", and last the odd formats that feedparser knows (in UTC)."""
    for language in languages_of_letters(text):
        found = find_dates(text, anchor=None, language=language)
        if len(found) == 1 and found[0].date and found[0].date.day:
            return found[0].date.edtf
    try:
        parsed = feedparser.datetimes._parse_date(text)  # noqa: SLF001 - it has no public name
    except Exception:  # any failure of its many handlers means: unreadable
        return None
    if not parsed or not _FIRST_YEAR <= parsed[0] <= _LAST_YEAR:
        return None
    year, month, day, hour, minute, second = parsed[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+00:00"
