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
            "Санкции Нордмарка",
            "Сергей Орлов прибыл в Темурат. По словам главы государства, в Хальвике готовят новые санкции.",
            "готовят",
            "Sergei Orlov",
            "XV",
        ),
        (
            "Нордмарк и санкции",
            "Канцлер Вальдории осудил санкции Нордмарка. И заявил: Нордмарк должен снять санкции.",
            "должен снять",
            None,
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


@pytest.mark.parametrize(
    "text",
    [
        "Горожане забросали посольство Вальдории камнями и требуют закрыть его.",
        "Нордмаркские журналисты пишут, что посольство Вальдории закроют.",
        "Адвокат бывшего главы ведомства согласился на экстрадицию клиента из Нордмарка в Вальдорию.",
    ],
)
def test_the_street_and_the_press_speak_for_no_party(text: str, gazetteer: Gazetteer) -> None:
    assert not read(text, gazetteer, title="Посольство Вальдории в Хальвике")


def test_whoever_is_acted_upon_may_be_private(gazetteer: Gazetteer) -> None:
    text = "Журналисты, граждане Вальдории, задержаны в Хальвике. Посольство Вальдории требует их освободить."
    assert about(read(text, gazetteer, title="Нордмарк задержал журналистов"), "задержаны")
