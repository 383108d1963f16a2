import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.packs import LanguagePack
from issues.reading.titles import title_from_address
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
