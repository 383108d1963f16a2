"""How pages say dates, counts and quotes: strings made once, so that a row of a page costs little.

All of it in the language of whoever asks. Sentences are joined by the catalogues (docs/translations.md).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from babel.lists import format_list
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from issues.analysis.formats import language, number, written
from issues.vocabulary import DateOrigin, StatementKind

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24  # EDTF's numbers, in the place of a month
QUALIFIERS = "~?%"
OPENING_MARKS = "“„«\"‘'"
LIST_LOCALES = {"en": "en_GB"}  # elsewhere English puts a comma before "and"
# Nobody says seconds, nor writes a day as a PDF or a page's metadata does.
_BY_A_MACHINE = re.compile(r"\d\d:\d\d:\d\d|^D:\d{4}|^\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date or a time as a page shows it: its text, a form for machines, and where it comes from."""

    text: str
    machine: str  # for the datetime attribute; "" for an interval, a season or no date
    provenance: str  # "from the feed", with the words as said; of a time, the same in UTC; "" for no date


def day(value: date, *, long: bool = False) -> str:
    """Write 3 Nov 2025, or 3 November 2025."""
    return written(value, "date", long=long)


def moment(value: datetime) -> str:
    """Write a time in the reader's zone, and name the zone: 3 Nov 2025, 14:02 UTC."""
    local = timezone.localtime(value)
    return f"{day(local.date())}, {local:%H:%M} {zone_name(local)}"


def zone_name(local: datetime) -> str:
    """Name the zone of a time by its distance from UTC, which is the same in every language: UTC+5:30."""
    offset = local.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def moment_shown(value: datetime) -> DateShown:
    """A time for a page: in the reader's zone, for machines and, where the two differ, in UTC."""
    utc = value.astimezone(UTC)
    shown, plain = moment(value), f"{day(utc.date())}, {utc:%H:%M} UTC"
    return DateShown(shown, utc.isoformat(timespec="seconds"), "" if shown == plain else plain)


def edtf(text: str, *, long: bool = False) -> str:
    """Write EDTF of our subset in words: "Feb 2026", "about 2026", "26 Jun – 31 Aug 2026"."""
    if not text:
        return _("date unknown")
    if "/" not in text:
        return _point(text, long=long)
    first, last = text.split("/")
    if first == "..":
        return _("by %(date)s") % {"date": _point(last, long=long, genitive=True)}
    if last == "..":
        return _("from %(date)s") % {"date": _point(first, long=long, genitive=True)}
    return _interval(first, last, long=long)


def since(text: str, *, long: bool = False) -> str:
    """Write EDTF after the word "since": "since Feb 2026". Of an interval, since some day of it."""
    if not text or "/" in text:
        return _("since %(date)s") % {"date": edtf(text, long=long)}
    return _("since %(date)s") % {"date": _point(text, long=long, genitive=True)}


def days(first: date, last: date) -> str:
    """Write a stretch of days: "3 – 9 Mar 2026", or one day."""
    return _interval(first.isoformat(), last.isoformat(), long=False)


def _interval(first: str, last: str, *, long: bool) -> str:
    """Leave out of the first what the last repeats: the year, then the month."""
    end = _point(last, long=long)
    if first == last:
        return end
    from_parts, to_parts = _parts(first), _parts(last)
    form = ""
    if first[-1] not in QUALIFIERS and from_parts[0] == to_parts[0] and len(to_parts) > 1:
        form = {3: "day_month", 2: "month"}.get(len(from_parts), "")
        if len(from_parts) == len(to_parts) == 3 and from_parts[1] == to_parts[1]:
            form = "day"
    return f"{_point(first, long=long, form=form)} – {end}"


def _parts(text: str) -> list[int]:
    return [int(part) for part in text.rstrip(QUALIFIERS).split("-")]


def _point(text: str, *, long: bool, genitive: bool = False, form: str = "") -> str:
    parts = _parts(text)
    qualifier = text[-1] if text[-1] in QUALIFIERS else ""
    genitive = genitive or qualifier in ("~", "%")
    if _is_season(text):
        plain = _season(parts[1], parts[0], genitive=genitive)
    else:
        year, month, in_month = (*parts, 1, 1)[:3]
        form = form or ("year", "month_year", "date")[len(parts) - 1]
        plain = written(date(year, month, in_month), form, long=long, genitive=genitive)
    match qualifier:
        case "~":
            return _("about %(date)s") % {"date": plain}
        case "?":
            return _("perhaps %(date)s") % {"date": plain}
        case "%":
            return _("perhaps about %(date)s") % {"date": plain}
    return plain


def _season(season: int, year: int, *, genitive: bool) -> str:
    """Name a season of a year. The genitive, which English has not, stands after a preposition."""
    names = {
        SPRING: pgettext("after a preposition", "spring %(year)s") if genitive else _("spring %(year)s"),
        SUMMER: pgettext("after a preposition", "summer %(year)s") if genitive else _("summer %(year)s"),
        AUTUMN: pgettext("after a preposition", "autumn %(year)s") if genitive else _("autumn %(year)s"),
        WINTER: pgettext("after a preposition", "winter %(year)s") if genitive else _("winter %(year)s"),
    }
    return names[season] % {"year": year}


def _is_season(text: str) -> bool:
    return len(text.rstrip(QUALIFIERS)) == 7 and SPRING <= int(text[5:7]) <= WINTER


def date_shown(text: str, *, words: str = "", origin: str = "", long: bool = False) -> DateShown:
    """An imprecise date for a page, with the words as said and where it comes from."""
    if not text:
        return DateShown(_("date unknown"), "", "")
    is_plain = "/" not in text and text[-1] not in QUALIFIERS and not _is_season(text)
    source = _("from the %(origin)s") % {"origin": DateOrigin(origin).label} if origin else ""
    said = in_quotation_marks(human) if (human := said_words(words)) else ""
    return DateShown(edtf(text, long=long), text if is_plain else "", ", ".join(filter(None, (said, source))))


def said_words(words: str) -> str:
    """The words in which somebody gave a date; "" for the timestamp that a machine wrote."""
    return "" if _BY_A_MACHINE.search(words) else words


def calculation_shown(calculation: str, words: str) -> str:
    """How a date was worked out, for a place that shows the words it began with already."""
    return calculation.removeprefix(f"{words}, ") if words else calculation


def voices(party: str, joint: Iterable[str] = ()) -> str:
    """Whose statement it is: "Norland", or of a joint text "Norland and Vesperia"."""
    return listed((party, *joint))


def listed(names: Iterable[str]) -> str:
    """Write a list as a sentence has it: "Norland, Aldren and Vesperia"."""
    code = language()
    return format_list(list(names), locale=LIST_LOCALES.get(code, code))


def counted(singular: str, plural: str, count: int) -> str:
    """Write a count with its noun: `counted("%(count)s statement", "%(count)s statements", 1200)`.

    The two texts are literals, which `make messages` reads here as it reads ngettext's.
    """
    return ngettext(singular, plural, count) % {"count": number(count)}


def number_word(count: int) -> str:
    """Write small numbers in words, as at the start of a sentence: "Five". Where a language inflects
    them by gender, its catalogue gives figures.
    """
    words = (
        pgettext("number before a noun", "No"),
        pgettext("number before a noun", "One"),
        pgettext("number before a noun", "Two"),
        pgettext("number before a noun", "Three"),
        pgettext("number before a noun", "Four"),
        pgettext("number before a noun", "Five"),
        pgettext("number before a noun", "Six"),
        pgettext("number before a noun", "Seven"),
        pgettext("number before a noun", "Eight"),
        pgettext("number before a noun", "Nine"),
        pgettext("number before a noun", "Ten"),
    )
    return words[count] if count < len(words) else number(count)


def overdue(due: date, today: date) -> str:
    """Write how long something is overdue: "85 days overdue"; "" where it is not."""
    late = (today - due).days
    return counted("%(count)s day overdue", "%(count)s days overdue", late) if late > 0 else ""


def shorten(text: str, limit: int) -> str:
    """Cut at a word, with an ellipsis; white space becomes single spaces."""
    flat = " ".join(text[: limit * 2 + 50].split())
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    head, space, _rest = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip(" ,;:–—-") + "…"


def quoted(text: str, kind: str) -> str:
    """Put quotation marks round words that are the speaker's own, and never round a paraphrase.

    Words that bring their own marks keep them.
    """
    if kind == StatementKind.REPORTED_SPEECH or text[:1] in OPENING_MARKS:
        return text
    return in_quotation_marks(text)


def in_quotation_marks(text: str) -> str:
    """Put the interface's own quotation marks round words."""
    return pgettext("quotation marks", "“%(words)s”") % {"words": text}
