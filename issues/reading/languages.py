"""Which language a text is in."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Languages a diplomatic page is likely to be in. The model knows many more, and on short texts confuses
# them with these (English with Nigerian Pidgin, Russian with Bulgarian).
_LIKELY = [
    "en",
    "ru",
    "uk",
    "be",
    "bg",
    "sr",
    "mk",
    "fr",
    "es",
    "pt",
    "it",
    "ro",
    "de",
    "nl",
    "sv",
    "da",
    "no",
    "fi",
    "et",
    "lv",
    "lt",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "hu",
    "el",
    "tr",
    "az",
    "kk",
    "ky",
    "uz",
    "tg",
    "hy",
    "ka",
    "ar",
    "fa",
    "he",
    "ur",
    "hi",
    "bn",
    "zh",
    "ja",
    "ko",
    "vi",
    "th",
    "id",
    "ms",
    "mn",
    "sw",
]
_CYRILLIC_RARE = {
    "bg": "ыэё",
    "mk": "ыэёйщъ",
    "sr": "ыэёйщъюя",
    "uk": "ыэёъ",
    "be": "иъщ",
    "ru": "іїєґђјљњћџў",
}

_SCRIPTS = {
    "latin": re.compile(r"[a-z]", re.IGNORECASE),
    "cyrillic": re.compile(r"[а-яё]", re.IGNORECASE),
    "arabic": re.compile(r"[\u0621-\u064a]"),
    "han": re.compile(r"[\u4e00-\u9fff]"),
}
_OF_SCRIPT = {
    "latin": ("en", "fr", "es", "pt", "pl"),
    "cyrillic": ("ru",),
    "arabic": ("ar",),
    "han": ("zh",),
}

_NOISE = re.compile(r"https?://\S{1,200}|\S{1,100}@\S{1,100}|[\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 2_500
_FEWEST_LETTERS, _FEW_LETTERS = 12, 60
_SURE = 0.8
# One ideograph says what several letters say.
_DENSE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


@cache
def _identifier() -> "LanguageIdentifier":
    """Load the model once a process (it comes with the library; 0.1 s, a few MB)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LIKELY)
    return identifier


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of a text is in; None where it is too short.

    Reads a bounded sample from the beginning and the middle, so the cost does not grow with the text.
    """
    middle = len(text) // 2
    sample = text[:_SAMPLE] + (" " + text[middle : middle + _SAMPLE] if len(text) > _SAMPLE else "")
    sample = _NOISE.sub(" ", sample)
    letters = len(_LETTER.findall(sample)) + 4 * len(_DENSE.findall(sample))
    if letters < _FEWEST_LETTERS:
        return None
    ranked: list[tuple[str, float]] = [
        (str(language), float(share))
        for language, share in _identifier().rank(sample)
        if not _foreign(str(language), sample)
    ]
    if not ranked:
        return None
    language, share = ranked[0]
    total = sum(share for _, share in ranked) or 1.0
    return language if letters >= _FEW_LETTERS or share / total >= _SURE else None


def languages_of_letters(text: str) -> tuple[str, ...]:
    """Return the languages that may be meant by the letters of a text: what to try where it is too short.

    Only languages with rules for their dates are named; the likeliest first.
    """
    counts = {script: len(letters.findall(text)) for script, letters in _SCRIPTS.items()}
    script = max(counts, key=lambda each: counts[each])
    return _OF_SCRIPT[script] if counts[script] else _OF_SCRIPT["latin"]


def _foreign(language: str, sample: str) -> bool:
    """Tell whether a sample has more than a name's worth of letters that a Cyrillic language lacks."""
    rare = _CYRILLIC_RARE.get(language)
    if not rare:
        return False
    lowered = sample.lower()
    return sum(lowered.count(letter) for letter in rare) * 200 > len(lowered)
