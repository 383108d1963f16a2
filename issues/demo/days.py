"""Days of the demonstration, written as offsets from a reference day.

Texts say ``{{d-35}}`` or ``{{d-35|weekday}}``; the reference day turns each into a date in words. So
whatever is overdue, recent or still to come is so on any day the demonstration starts. A day that
falls on a weekend moves back to the Friday before: ministries rest.
"""

import re
from datetime import date, timedelta

OFFSET = re.compile(r"^d([+-]\d+)$")
PLACEHOLDER = re.compile(r"\{\{(d[+-]\d+)(?:\|(\w+))?\}\}")
EPOCH = date(1970, 1, 1)

MONTHS = {
    "en": (
        [
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
        ]
    ),
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
}
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
    "ru": ["понедельник", "вторник", "среду", "четверг", "пятницу"],
}
# Northern seasons of three whole months, as newspapers reckon them: winter is December to February.
SEASONS = {"en": ["winter", "spring", "summer", "autumn"], "ru": ["зимы", "весны", "лета", "осени"]}


def day_at(offset: str, *, today: date) -> date:
    """Return the working day that `offset` ("d-35", "d+20") names; raises ValueError for other text."""
    match = OFFSET.match(offset)
    if match is None:
        raise ValueError(f"{offset!r} is not an offset such as d-35 or d+20")
    day = today + timedelta(days=int(match[1]))
    return day - timedelta(days=max(0, day.weekday() - 4))


def day_in_words(day: date, *, form: str = "date", language: str = "en") -> str:
    """Write a day out: form is date, day, weekday, month, month_year or season.

    Russian months and seasons stand in the genitive and weekdays in the accusative, as after
    "до конца" and "в". Raises ValueError for an unknown form.
    """
    month = MONTHS[language][day.month - 1]
    of_year = " года" if language == "ru" else ""
    match form:
        case "date":
            return f"{day.day} {month} {day.year}{of_year}"
        case "day":
            return f"{day.day} {month}"
        case "weekday":
            return WEEKDAYS[language][day.weekday()]
        case "month":
            return month
        case "month_year":
            return f"{month} {day.year}{of_year}"
        case "season":
            return SEASONS[language][day.month % 12 // 3]
    raise ValueError(f"no way to write a day as {form!r}")


def fill_days(text: str, *, today: date, language: str = "en") -> str:
    """Replace every placeholder in `text` by the words for its day."""

    def words(match: re.Match[str]) -> str:
        return day_in_words(day_at(match[1], today=today), form=match[2] or "date", language=language)

    return PLACEHOLDER.sub(words, text)


def edition_of(day: date) -> int:
    """The number in addresses that keeps an edition's reference day: days since 1970.

    A number, not a date: readers look for publication dates in addresses.
    """
    return (day - EPOCH).days


def day_of_edition(number: int) -> date:
    """The reference day of an edition; raises OverflowError for a number no calendar holds."""
    return EPOCH + timedelta(days=number)
