"""How pages say dates, counts and quotes: strings made once, so that a row of a page costs little."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from issues.vocabulary import DateOrigin, StatementKind

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
UNKNOWN_DATE = "date unknown"
QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
OPENING_MARKS = "“„«\"‘'"
# Nobody says seconds, nor writes a day as a PDF or a page's metadata does.
_BY_A_MACHINE = re.compile(r"\d\d:\d\d:\d\d|^D:\d{4}|^\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date as a page shows it: its text, a machine-readable form for <time>, and its provenance."""

    text: str
    machine: str  # for the datetime attribute; "" for an interval, a season or no date
    provenance: str  # "from the feed", with the words as said; "" for no date


def day(value: date, *, long: bool = False) -> str:
    """Write 3 Nov 2025, or 3 November 2025."""
    names = LONG_MONTHS if long else MONTHS
    return f"{value.day} {names[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """Write a time of UTC: 3 Nov 2025, 14:02 UTC."""
    return f"{day(value.date())}, {value:%H:%M} UTC"


def edtf(text: str, *, long: bool = False) -> str:
    """Write EDTF of our subset in words: "Feb 2026", "about 2026", "26 Jun – 31 Aug 2026"."""
    if not text:
        return UNKNOWN_DATE
    if "/" not in text:
        return _point(text, long=long)
    first, last = text.split("/")
    if first == "..":
        return f"by {_point(last, long=long)}"
    if last == "..":
        return f"from {_point(first, long=long)}"
    return _interval(_point(first, long=long), _point(last, long=long))


def _interval(first: str, last: str) -> str:
    """Drop from the first what the last repeats: the year, then the month."""
    if first == last:
        return first
    start, end = first.split(), last.split()
    if start[-1] == end[-1]:
        start.pop()
        if len(start) == 2 and len(end) == 3 and start[-1] == end[-2]:
            start.pop()
    return f"{' '.join(start)} – {last}" if start else last


def days(first: date, last: date) -> str:
    """Write a stretch of days: "3 – 9 Mar 2026", or one day."""
    return _interval(day(first), day(last))


def _point(text: str, *, long: bool) -> str:
    qualifier = QUALIFIERS.get(text[-1], "")
    parts = [int(part) for part in text.rstrip("~?%").split("-")]
    names = LONG_MONTHS if long else MONTHS
    if len(parts) == 3:
        plain = f"{parts[2]} {names[parts[1] - 1]} {parts[0]}"
    elif len(parts) == 1:
        plain = str(parts[0])
    elif parts[1] in SEASONS:
        plain = f"{SEASONS[parts[1]]} {parts[0]}"
    else:
        plain = f"{names[parts[1] - 1]} {parts[0]}"
    return qualifier + plain


def date_shown(text: str, *, words: str = "", origin: str = "", long: bool = False) -> DateShown:
    """An imprecise date for a page, with the words as said and where it comes from."""
    if not text:
        return DateShown(UNKNOWN_DATE, "", "")
    is_plain = "/" not in text and text[-1] not in QUALIFIERS and not _is_season(text)
    source = f"from the {DateOrigin(origin).label}" if origin else ""
    said = f"“{human}”" if (human := said_words(words)) else ""
    return DateShown(edtf(text, long=long), text if is_plain else "", ", ".join(filter(None, (said, source))))


def said_words(words: str) -> str:
    """The words in which somebody gave a date; "" for the timestamp that a machine wrote."""
    return "" if _BY_A_MACHINE.search(words) else words


def calculation_shown(calculation: str, words: str) -> str:
    """How a date was worked out, for a place that shows the words it began with already."""
    return calculation.removeprefix(f"{words}, ") if words else calculation


def voices(party: str, joint: Iterable[str] = ()) -> str:
    """Whose statement it is: "Norland", or of a joint text "Norland and Vesperia"."""
    *others, last = (party, *joint)
    return f"{', '.join(others)} and {last}" if others else last


def _is_season(text: str) -> bool:
    return len(text) == 7 and int(text[5:7]) in SEASONS


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Write "1 statement", "2 statements", "1,200 statements"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def number_word(count: int) -> str:
    """Write small numbers in words, as at the start of a sentence: "Five"."""
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[count] if count < len(words) else f"{count:,}"


def overdue(due: date, today: date) -> str:
    """Write how long something is overdue: "85 days overdue"; "" where it is not."""
    late = (today - due).days
    return f"{plural(late, 'day')} overdue" if late > 0 else ""


def shorten(text: str, limit: int) -> str:
    """Cut at a word, with an ellipsis; white space becomes single spaces."""
    flat = " ".join(text[: limit * 2 + 50].split())
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip(" ,;:–—-") + "…"


def quoted(text: str, kind: str) -> str:
    """Put quotation marks round words that are the speaker's own, and never round a paraphrase.

    Words that bring their own marks keep them.
    """
    if kind == StatementKind.REPORTED_SPEECH or text[:1] in OPENING_MARKS:
        return text
    return f"“{text}”"


# Of the languages that the reader knows, and a few that it meets; the code says the rest.
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def language_name(code: str) -> str:
    """Name a language by its ISO 639-1 code: "Russian"; an unknown one by the code itself."""
    return LANGUAGES.get(code, code)
