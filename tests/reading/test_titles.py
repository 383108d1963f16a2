import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.packs import LanguagePack
from issues.reading.titles import completed, plain_title, title_from_address
from tests.reading.reading_help import read

ADDRESS = "https://mfa.example/2025/06/26/statement-by-spokesperson-inga-dahl-on-visas/"


@pytest.mark.parametrize(
    ("url", "title"),
    [
        (ADDRESS, "Statement by Spokesperson Inga Dahl on Visas"),
        ("https://mfa.example/readout_of_nato_talks_in_halvik.html", "Readout of NATO Talks in Halvik"),
        ("https://mfa.example/news/1234567", None),
        ("https://mfa.example/2025-06-26-17", None),
        ("https://mfa.example/", None),
        ("http://[broken", None),
    ],
)
def test_an_address_may_say_what_a_text_is(
    url: str, title: str | None, packs: dict[str, LanguagePack]
) -> None:
    assert title_from_address(url, packs["en"]) == title


def test_the_address_names_the_speaker_of_a_text_without_a_title(gazetteer: Gazetteer) -> None:
    text = "Nordmark welcomes the decision of Valdoria to issue visas to students."
    (found,) = read(text, gazetteer, url=ADDRESS)
    assert (found.speaker, found.party) == ("Inga Dahl", "XN")
    (untold,) = read(text, gazetteer)
    assert untold.speaker is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "Readout of President\\_Borg\\u2019s Call with Minister Kren\\",
            "Readout of President Borg’s Call with Minister Kren",
        ),
        ("Talks \\[2\\] \\- the caf\\xe9", "Talks [2] - the café"),
        ("As it is", "As it is"),
    ],
)
def test_a_title_is_read_without_its_escapes(written: str, meant: str) -> None:
    assert plain_title(written) == meant


def test_an_escaped_title_still_names_who_speaks(gazetteer: Gazetteer) -> None:
    text = "The President raised the arrest of Nordmark's citizens in Korvast and demanded their release."
    (found,) = read(
        text,
        gazetteer,
        "Readout of President\\_Ilse\\_Borg\\u2019s Call with Prime Minister Oto Kren of\\_Valdoria",
    )
    assert found.speaker == "Ilse Borg"


@pytest.mark.parametrize(
    ("title", "told", "whole"),
    [
        (
            "Joint Statement of Nordmark, Valdoria,",
            "Joint Statement of Nordmark Valdoria and Sylvania",
            "Joint Statement of Nordmark, Valdoria, and Sylvania",
        ),
        (
            "Note of President Borg’s own…",
            "Note of President Borgs own Aide",
            "Note of President Borg’s own Aide",
        ),
        (
            "Statement of Nordmark on Visas",
            "Statement of Nordmark on Visas",
            "Statement of Nordmark on Visas",
        ),
        ("Statement of Nordmark on Visas", "Readout of a Call", None),
        ("Talks", "Talks in Halvik on Visas", None),
        ("Statement of Nordmark and Val", "Statement of Nordmark and Valdoria", None),
    ],
)
def test_a_title_that_breaks_off_goes_on_in_the_address(title: str, told: str, whole: str | None) -> None:
    assert completed(title, told) == whole
