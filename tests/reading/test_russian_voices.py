"""Whose words and deeds Russian news passes on: two at once, a source in a ministry, an assistant, «так»."""

import pytest

from issues.reading.gazetteer import Gazetteer
from tests.reading.reading_help import about, read


@pytest.mark.parametrize(
    ("title", "text", "words", "speaker", "party"),
    [
        (
            "Договор о ракетах",
            "Вальдория и Нордмарк продлили договор о ракетах средней дальности на пять лет.",
            "продлили",
            None,
            "XN+XV",
        ),
        (
            "Вальдория и Нордмарк продлили договор",
            "Парламент Вальдории ратифицировал договор с Нордмарком о ракетах средней дальности.",
            "ратифицировал",
            None,
            "XV",
        ),
        (
            "Новые санкции Нордмарка",
            "Санкции против Вальдории бьют по Нордмарку. Так в МИД Вальдории прокомментировали новый список.",
            "бьют",
            None,
            "XV",
        ),
        (
            "Нордмарк грозит санкциями",
            "Источник агентства «Вед» в вальдорском МИДе заявил, что Нордмарк вводит санкции от трудностей.",
            "трудностей",
            None,
            "XV",
        ),
        (
            "Санкции Нордмарка",
            "О том, что санкции против Вальдории бьют по Нордмарку, говорил на этой неделе и Сергей Орлов.",
            "бьют",
            "Sergei Orlov",
            "XV",
        ),
        (
            "Нордмарк расширил санкции",
            "Нордмарк ввёл против Вальдории новые санкции. Об этом заявил помощник Сергея Орлова.",
            "ввёл",
            None,
            "XN",
        ),
    ],
)
def test_whose_it_is(
    title: str, text: str, words: str, speaker: str | None, party: str, gazetteer: Gazetteer
) -> None:
    found = about(read(text, gazetteer, title=title), words)
    assert {(one.speaker, one.party) for one in found} == {(speaker, party)}


def test_what_only_tells_whose_words_they_were_is_no_statement(gazetteer: Gazetteer) -> None:
    text = (
        "Новые санкции против Вальдории не останутся без ответа. Так в МИД Вальдории отреагировали на список "
        "Нордмарка."
    )
    assert not about(read(text, gazetteer, title="Вальдория ответит на санкции Нордмарка"), "отреагировали")
