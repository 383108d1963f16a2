"""Shared by the tests of the further languages: the invented world by its names there, what is expected."""

from dataclasses import dataclass
from functools import cache
from types import EllipsisType

from issues.reading.gazetteer import Gazetteer, PartyEntry
from issues.reading.languages import detect_language
from issues.reading.suggestions import Suggestion
from issues.reference import packs
from tests.reading.reading_help import about, read

# By code and language: names and metonyms, then adjectives. Polish words carry their cases.
WORDS: dict[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "XV": {
        "fr": (("Valdorie", "Korvast"), ("valdorien", "valdorienne", "valdoriens", "valdoriennes")),
        "es": (("Valdoria", "Korvast"), ("valdoriano", "valdoriana", "valdorianos", "valdorianas")),
        "pt": (("Valdória", "Korvast"), ("valdoriano", "valdoriana", "valdorianos", "valdorianas")),
        "pl": (
            ("Waldoria | Waldorii | Waldorię | Waldorią", "Korwast | Korwastu | Korwastem | Korwaście"),
            ("waldorski | waldorskiego | waldorskiej | waldorskie | waldorskich | waldorscy",),
        ),
        "ar": (("فالدوريا", "كورفاست"), ("فالدوري", "فالدورية", "فالدوريون", "فالدوريين")),
        "zh": (("瓦尔多里亚", "瓦方", "科尔瓦斯特"), ()),
    },
    "XN": {
        "fr": (("Nordmark", "Halvik"), ("nordmarkien", "nordmarkienne", "nordmarkiens", "nordmarkiennes")),
        "es": (("Nordmark", "Halvik"), ("nordmarkiano", "nordmarkiana", "nordmarkianos", "nordmarkianas")),
        "pt": (("Nordmark", "Halvik"), ("nordmarkiano", "nordmarkiana", "nordmarkianos", "nordmarkianas")),
        "pl": (
            ("Nordmark | Nordmarku | Nordmarkowi | Nordmarkiem", "Halwik | Halwiku | Halwikowi"),
            ("nordmarski | nordmarskiego | nordmarskiej | nordmarskie | nordmarskich | nordmarscy",),
        ),
        "ar": (("نوردمارك", "هالفيك"), ("نوردماركي", "نوردماركية", "نوردماركيون", "نوردماركيين")),
        "zh": (("诺德马克", "诺方", "哈尔维克"), ()),
    },
    "XS": {
        "fr": (("Sarkand", "Temurat"), ("sarkandais", "sarkandaise", "sarkandaises")),
        "es": (("Sarkand", "Temurat"), ("sarkandés", "sarkandesa", "sarkandeses", "sarkandesas")),
        "pt": (("Sarkand", "Temurat"), ("sarkandês", "sarkandesa", "sarkandeses", "sarkandesas")),
        "pl": (
            ("Sarkand | Sarkandu | Sarkandowi | Sarkandem | Sarkandzie", "Temurat | Temuratu"),
            ("sarkandzki | sarkandzkiego | sarkandzkiej | sarkandzkie | sarkandzkich",),
        ),
        "ar": (("ساركاند", "تيمورات"), ("ساركاندي", "ساركاندية", "ساركانديين")),
        "zh": (("萨尔坎德", "萨方", "特穆拉特"), ()),
    },
}
PUBLISHED = "2026-06-12"


@dataclass(frozen=True)
class Expected:
    """What a text states in a passage that holds the words; speaker ... is not asked for."""

    text: str
    words: str
    speaker: str | EllipsisType | None
    party: str
    category: str
    signal: str
    due: str | None


@cache
def world_abroad() -> Gazetteer:
    parties = [
        PartyEntry(
            code,
            "demo",
            {language: names for language, (names, _) in words.items()},
            {language: adjectives for language, (_, adjectives) in words.items()},
        )
        for code, words in WORDS.items()
    ]
    return Gazetteer(parties=parties, officials=(), packs=packs())


def read_abroad(
    text: str, language: str, home: tuple[str, str] | None = None, outlet_party: str | None = None
) -> list[Suggestion]:
    """Read a text whose language the reader has to tell by itself."""
    assert detect_language(text) == language
    return read(text, world_abroad(), published=PUBLISHED, home=home, outlet_party=outlet_party)


def expect(expected: Expected, language: str) -> None:
    (found,) = about(read_abroad(expected.text, language), expected.words)
    assert (found.party, found.category) == (expected.party, expected.category)
    assert found.signal == expected.signal
    assert found.relationship == ("XN", "XV") if "XS" not in str(found.relationship) else ("XS", "XV")
    if expected.speaker is not ...:
        assert found.speaker == expected.speaker
    due = found.pledge_due.upper if found.pledge_due else None
    assert (str(due) if due else None) == expected.due
