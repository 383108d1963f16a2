"""Missions that speak, missions where something happens, and those that something is done to."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.topics import ENOUGH, find_topics


def matters(text: str, gazetteer: Gazetteer) -> set[str]:
    """Return the matters that a text is on by its own words."""
    marks = Marks(text, gazetteer=gazetteer, language="ru")
    return {topic.category for topic in find_topics(marks, 0, len(text)) if topic.score >= ENOUGH}


@pytest.mark.parametrize(
    "text",
    [
        "В посольстве Нордмарка утверждают, что пострадавших нет.",
        "В нашем вальдорском посольстве это подтвердили.",
        "Эти сведения подтвердило посольство Нордмарка.",
        "Последние новости сообщил советник-посланник посольства Нордмарка.",
        "По словам сотрудников консульства Нордмарка, мост открыт.",
        "У посольства Нордмарка собрались несколько десятков человек.",
        "Над посольством Нордмарка приспущен флаг.",
        "Говорили на территории вальдорского посольства.",
    ],
)
def test_a_mission_that_speaks_or_is_the_scene_is_no_matter(text: str, gazetteer: Gazetteer) -> None:
    assert matters(text, gazetteer) == set()


@pytest.mark.parametrize(
    "text",
    [
        "МИД Вальдории потребовал закрыть посольство Нордмарка.",
        "Завтра вальдорское посольство прекратит свою работу.",
        "В посольстве Нордмарка сообщили, что Вальдория закрыла консульство.",
        "МИД Нордмарка сообщил, что посольство в Корвасте продолжает работу.",
        "Вальдория готовит меры в отношении нордмаркского генконсульства.",
    ],
)
def test_what_is_done_to_a_mission_is_a_matter(text: str, gazetteer: Gazetteer) -> None:
    assert "diplomatic_property" in matters(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Посольство Нордмарка требует от Вальдории выдать визы.",
        "Вальдорцы пришли за визами, которые консульство начало выдавать.",
    ],
)
def test_visas_are_the_matter_of_who_issues_them(text: str, gazetteer: Gazetteer) -> None:
    assert matters(text, gazetteer) == {"visas"}


@pytest.mark.parametrize(
    "text",
    [
        "Подозреваемый в убийстве двух туристок арестован и задержан снова.",
        "Преступники, ограбившие банк, задержаны.",
        "Россиянки освобождены из рабства.",
        "Суда из Нордмарка были задержаны за долги.",
    ],
)
def test_crime_and_ships_are_no_prisoners(text: str, gazetteer: Gazetteer) -> None:
    marks = Marks(text, gazetteer=gazetteer, language="ru")
    topics = {topic.category: topic.score for topic in find_topics(marks, 0, len(text))}
    assert topics.get("prisoner_exchange", 0) < ENOUGH


def test_citizens_held_abroad_stay_a_matter(gazetteer: Gazetteer) -> None:
    text = "Граждане Вальдории, задержанные в Хальвике, не освобождены."
    assert matters(text, gazetteer) == {"prisoner_exchange"}
