"""What a language needs beyond its data: how it speaks of dates, how its writing falls into words.

One small module a language, each with DATES and, where spaces do not tell its words, `writing`. Everything
else a language says is data: issues/reference/languages/<code>/. docs/languages.md says how to add one.
"""

from collections.abc import Callable, Collection, Mapping

from issues.reading.date_pack import DatePack
from issues.reading.language_rules import ar, en, es, fr, pl, pt, ru, zh
from issues.reading.writing import Writing

DATE_PACKS: Mapping[str, DatePack] = {
    rules.DATES.language: rules.DATES for rules in (ar, en, es, fr, pl, pt, ru, zh)
}

# Each makes a language's Writing from all plain words of its pack.
WRITINGS: Mapping[str, Callable[[Collection[str]], Writing]] = {
    "ar": ar.writing,
    "fr": fr.writing,
    "zh": zh.writing,
}

UNSPACED = frozenset({"zh"})  # languages written without spaces: a word here is a character
