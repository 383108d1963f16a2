"""What is held against the scenery of news: none of the title's words, old times, the street."""

import pytest

from issues.reading.edtf import ImpreciseDate
from issues.reading.gazetteer import Gazetteer
from issues.reading.judge import Judge
from issues.reading.reader import read_candidates
from issues.vocabulary import DateOrigin
from tests.reading.test_judge import judging

TITLE = "Нордмарк высылает вальдорских дипломатов"
NEWS = "Нордмарк высылает четырёх вальдорских дипломатов."


def evidence(text: str, gazetteer: Gazetteer, title: str | None = TITLE) -> set[str]:
    """Return the evidence on the last that may be a statement."""
    world = judging(gazetteer, Judge({}, 0.0, {"ru": 0.0}))
    on = ImpreciseDate.from_edtf("2025-06-26", origin=DateOrigin.METADATA)
    found = read_candidates(text, gazetteer=world, title=title, language="ru", published=on)
    return set(found[-1][1])


def test_the_news_repeats_its_title(gazetteer: Gazetteer) -> None:
    found = evidence(NEWS, gazetteer)
    assert {"words of the title 3 to 5", "sides that the title names: 2"} <= found
    assert "no title" in evidence(NEWS, gazetteer, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В 2011 году Нордмарк уже высылал вальдорских дипломатов.", "tells of an earlier year"),
        ("К посольству Вальдории в Нордмарке вышли митингующие.", "has words of scene: street"),
        ("Вальдория, как пишет газета «Ветер», вышлет дипломатов.", "names the press or experts"),
        ("Речь шла и о высылке дипломатов Вальдории из Нордмарка.", "has words of scene: topic"),
        ("Санкции Нордмарка против Вальдории: новый список.", "has no verb in a tense"),
    ],
)
def test_the_scenery_is_told(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert name in evidence(f"{NEWS} {text}", gazetteer)
