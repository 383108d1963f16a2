"""Names of people brought to the nominative; the people are invented."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.nominative import Case, case_of_office, nominative_name
from tests.reading.reading_help import about, read


@pytest.mark.parametrize(
    ("name", "case", "nominative"),
    [
        ("Свена Хольмберга", Case.GENITIVE, "Свен Хольмберг"),
        ("Алины Вербской", Case.GENITIVE, "Алина Вербская"),
        ("Фарида Касымова", Case.GENITIVE, "Фарид Касымов"),
        ("Анны Лесниковой", Case.GENITIVE, "Анна Лесникова"),
        ("Д.К. Лесниковой", Case.GENITIVE, "Д.К. Лесникова"),
        ("Клары Нунеш", Case.GENITIVE, "Клара Нунеш"),
        ("Ингрид Вальк", Case.GENITIVE, "Ингрид Вальк"),
        ("Аркадия Велина", Case.GENITIVE, "Аркадий Велин"),
        ("Ильи Сомова", Case.GENITIVE, "Илья Сомов"),
        ("Льва Зорича", Case.GENITIVE, "Лев Зорич"),
        ("Игоря Долгого", Case.GENITIVE, "Игорь Долгий"),
        ("Мирона Тарасенко", Case.GENITIVE, "Мирон Тарасенко"),
        ("Глебу Ярцеву", Case.DATIVE, "Глеб Ярцев"),
        ("Наталье Вейс", Case.DATIVE, "Наталья Вейс"),
        ("Тимуром Каримом", Case.INSTRUMENTAL, "Тимур Карим"),
        ("Павлом Кравцом", Case.INSTRUMENTAL, "Павел Кравец"),
        ("Сергеем Левиным", Case.INSTRUMENTAL, "Сергей Левин"),
        ("Ольгой Ясной", Case.INSTRUMENTAL, "Ольга Ясная"),
        ("Еленой Варгой", Case.INSTRUMENTAL, "Елена Варга"),
        ("Андрее Орлове", Case.PREPOSITIONAL, "Андрей Орлов"),
        ("Руй Алвара", Case.NOMINATIVE, "Руй Алвара"),
        ("Руя Алвары", Case.GENITIVE, "Руй Алвара"),
        ("Per Lund", Case.GENITIVE, "Per Lund"),
        ("Марины Дольской", None, "Марины Дольской"),
    ],
)
def test_a_name_in_the_nominative(name: str, case: Case | None, nominative: str) -> None:
    assert " ".join(nominative_name(name.split(), case)) == nominative


@pytest.mark.parametrize(
    ("office", "case"),
    [
        ("официального представителя", Case.GENITIVE),
        ("пресс секретаря", Case.GENITIVE),
        ("премьер министра", Case.GENITIVE),
        ("вице премьер", Case.NOMINATIVE),
        ("министром", Case.INSTRUMENTAL),
        ("глава мид", Case.NOMINATIVE),
        ("главы мид", Case.GENITIVE),
        ("министр иностранных дел", Case.NOMINATIVE),
        ("замминистра", None),
    ],
)
def test_the_case_of_an_office(office: str, case: Case | None) -> None:
    assert case_of_office(office.split()) is case


BRIEFING = """Вопрос: Что с консульствами в Нордмарке?

А.Вербская: Наши консульства в Нордмарке закрыты по решению Хальвика, и это недружественный шаг.

Вопрос: А что с визами?

А.Вербская: Визовые центры Вальдории в Нордмарке работают в обычном режиме.
"""


def test_initials_stand_for_the_person_whom_the_title_declines(gazetteer: Gazetteer) -> None:
    title = "Брифинг официального представителя МИД Вальдории Алины Вербской"
    found = read(BRIEFING, gazetteer, title)
    assert about(found, "консульства")
    assert about(found, "Визовые")
    assert {one.speaker for one in found} == {"Алина Вербская"}
    assert {one.party for one in found} == {"XV"}


def test_another_of_the_same_surname_is_not_taken_for_an_official(gazetteer: Gazetteer) -> None:
    text = "Petra Lind: Nordmark has closed its airspace to Valdoria. We regret it.\n"
    title = "Briefing by Valdorian Foreign Ministry Spokesperson Petra Lind"
    found = read(text + "\nQ: Why?\n\n" + text, gazetteer, title)
    assert {(one.speaker, one.party, one.official_key) for one in found} == {("Petra Lind", "XV", None)}


def test_the_party_may_stand_between_office_and_name(gazetteer: Gazetteer) -> None:
    text = "Deputy Foreign Minister of Valdoria Igor Malan said Nordmark had closed the consulate in Korvast."
    (found,) = read(text, gazetteer)
    assert (found.speaker, found.party) == ("Igor Malan", "XV")
