"""Dates, numbers and names of languages as each language of the interface writes them.

The words are Unicode's (CLDR, through Babel); which of them stand in which order is said here, because
CLDR's English would abbreviate September as "Sept" and put the month first. A row of a page asks for
several dates, so each answer is kept.
"""

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import get_language

DEFAULT = "en"
# What Babel's patterns say: d day, MMM/MMMM month beside a day (in Russian the genitive), LLL/LLLL
# month by itself, y year.
PATTERNS = {
    "en": {
        "day": "d",
        "day_month": "d MMM",
        "date": "d MMM y",
        "month": "LLL",
        "month_year": "LLL y",
        "year": "y",
    },
    "ru": {
        "day": "d",
        "day_month": "d MMM",
        "date": "d MMM y\u00a0'г.'",
        "month": "LLL",
        "month_year": "LLL y\u00a0'г.'",
        "year": "y\u00a0'г.'",
    },
}


def language() -> str:
    """The language of whoever is asking, of those that pages are written in."""
    code = (get_language() or DEFAULT).split("-")[0]
    return code if code in PATTERNS else DEFAULT


def written(value: date, form: str, *, long: bool = False, genitive: bool = False) -> str:
    """Write a date or a part of it: `form` is a key of PATTERNS.

    `long` writes the month out; `genitive` is the case that a month takes after a preposition.
    """
    return _written(language(), value, form, long, genitive)


@lru_cache(maxsize=20_000)
def _written(code: str, value: date, form: str, long: bool, genitive: bool) -> str:
    pattern = PATTERNS[code][form]
    if long:
        pattern = pattern.replace("MMM", "MMMM").replace("LLL", "LLLL")
    if genitive:
        pattern = pattern.replace("L", "M")
    return format_date(value, pattern, locale=code)


def number(count: int) -> str:
    """Write a whole number with its groups of digits: 1,200 in English, 1 200 in Russian."""
    # Below a thousand there is no group to mark; most counts are there, and Babel takes its time.
    return str(count) if -1000 < count < 1000 else format_decimal(count, locale=language())


@lru_cache(maxsize=1_000)
def _language_names(code: str) -> dict[str, str]:
    return dict(Locale.parse(code).languages.items())


def language_name(code: str) -> str:
    """Name a language by its ISO 639-1 code: "Russian"; an unknown one by the code itself."""
    return _language_names(language()).get(code, code)
