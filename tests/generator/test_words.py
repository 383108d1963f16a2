from collections import Counter
from random import Random

from issues.generator.words import Speech, content, make_names

NAMES = make_names(Random(1), 500)


def quotes(language: str, *, time: float, count: int = 3_000) -> list[str]:
    speech = Speech(language, NAMES, Random(2))
    return [speech.quote(time) for _ in range(count)]


def test_names_differ_and_are_in_both_alphabets() -> None:
    assert len({name.latin for name in NAMES}) == 500
    assert all(name.latin.isascii() and not name.cyrillic.isascii() for name in NAMES)


def test_names_are_as_unequal_as_in_the_world() -> None:
    speech = Speech("en", NAMES, Random(2))
    drawn = Counter(speech.name() for _ in range(20_000)).most_common()
    assert drawn[0][1] > 20 * drawn[200][1]


def test_known_words_have_the_share_that_is_told() -> None:
    said = quotes("en", time=0.5)
    for known in content()["known"]:
        if (
            known["language"] == "en"
            and "until" not in known
            and "from" not in known
            and known["share"] > 0.01
        ):
            share = sum(known["text"].lower() in quote.lower() for quote in said) / len(said)
            assert abs(share - known["share"]) < 0.02, known


def test_some_words_are_of_their_years_only() -> None:
    assert any("telegraph" in quote for quote in quotes("en", time=0.1))
    assert not any("telegraph" in quote for quote in quotes("en", time=0.5))
    assert any("drones" in quote.lower() for quote in quotes("en", time=0.95))


def test_each_language_has_its_letters() -> None:
    assert all(quote.isascii() for quote in quotes("en", time=0.5, count=200))
    assert all(any("а" <= letter <= "я" for letter in quote) for quote in quotes("ru", time=0.5, count=200))
    assert not any("{" in quote for quote in quotes("ru", time=0.5, count=500))
