"""Rules of reading, one invented text each: interviews, briefings and wire reports in Russian."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.vocabulary import Signal
from tests.reading.reading_help import about, read

INTERVIEW = """Заместитель министра иностранных дел Вальдории Аркадий Велин — в интервью газете «Курьер»

— Возобновится ли авиасообщение с Нордмарком?
— Рейсы уже выполняются. В январе авиавласти двух стран согласовали ещё четыре направления. Рассчитываем, что полёты из Корваста начнутся до конца августа.

— А что с визами для граждан Нордмарка?
— Безвизовый режим действует, никаких планов его отменять нет.

— Как вы оцениваете решение Сарканда закрыть генконсульство Вальдории?
— Это недружественный шаг. Мы закроем саркандское генконсульство в Корвасте. Ответ последует до 1 августа.

— Продолжаются ли контакты с Саркандом по обмену заключёнными?
— Контакты по линии спецслужб идут.

— И последнее: как вам сборная?
— Команда молодая, у неё всё впереди.
"""  # noqa: E501 - lines of an interview are long


@pytest.mark.parametrize(
    ("words", "category", "pair", "signal", "due"),
    [
        ("согласовали ещё", "flights", ("XN", "XV"), Signal.AGREEMENT, None),
        ("начнутся до", "flights", ("XN", "XV"), Signal.COMMITMENT, "2025-08-31"),
        ("Безвизовый", "visas", ("XN", "XV"), Signal.IN_FORCE, None),
        ("закроем саркандское", "diplomatic_property", ("XS", "XV"), Signal.THREAT, "2025-08-01"),
        ("Контакты по линии", "prisoner_exchange", ("XS", "XV"), Signal.CONSULTATION, None),
    ],
)
def test_an_interview(
    words: str,
    category: str,
    pair: tuple[str, str],
    signal: Signal,
    due: str | None,
    gazetteer: Gazetteer,
) -> None:
    (found,) = about(read(INTERVIEW, gazetteer), words)
    assert found.speaker == "Аркадий Велин"
    assert (found.category, found.relationship, found.signal) == (category, pair, signal)
    assert (str(found.pledge_due.upper) if found.pledge_due else None) == due


def test_sport_is_no_matter_between_states(gazetteer: Gazetteer) -> None:
    assert not about(read(INTERVIEW, gazetteer), "впереди")


WIRE = """КОРВАСТ, 17 апр — Меридиан. Вальдория не получала от Нордмарка официальных предложений об открытии консульств, заявила официальный представитель МИД Вальдории Ольга Ясная.

«Хальвик закрыл консульства в одностороннем порядке, и открывать их должны они», — сказала Ясная.

МИД Нордмарка ранее сообщил, что решение о консульствах будет пересмотрено не позднее 30 сентября.
"""  # noqa: E501 - lines of an article are long


def test_a_wire_report_is_dated_by_its_dateline(gazetteer: Gazetteer) -> None:
    found = read(WIRE, gazetteer, published="2025-04-18")
    assert {s.stated_on.edtf for s in found if s.stated_on} == {"2025-04-17"}


def test_what_will_be_done_is_promised_whoever_does_it(gazetteer: Gazetteer) -> None:
    (review,) = about(read(WIRE, gazetteer, published="2025-04-18"), "пересмотрено")
    assert (review.party, review.speaker_role) == ("XN", "МИД")
    assert review.pledge_due is not None
    assert str(review.pledge_due.upper) == "2025-09-30"


def test_no_offer_came(gazetteer: Gazetteer) -> None:
    (offer,) = about(read(WIRE, gazetteer, published="2025-04-18"), "не получала")
    assert offer.signal is Signal.NO_PROGRESS


BRIEFING = """Брифинг официального представителя МИД Вальдории Ольги Ясной

Добрый день. Хальвик расширил санкционные списки. Рассматриваем это как шаг, который не останется без ответа.

Вопрос: Нордмарк отказал в визах двум сотрудникам посольства. Будет ли ответ?

Ответ: Двое сотрудников посольства Нордмарка должны покинуть Вальдорию до 20 августа.

Вопрос: Какой вам запомнилась школа?

Ответ: Большой.
"""


def test_a_briefing_opens_with_words_of_its_speaker(gazetteer: Gazetteer) -> None:
    found = read(BRIEFING, gazetteer)
    (sanctions,) = about(found, "санкционные")
    assert sanctions.relationship == ("XN", "XV")
    assert not about(found, "Добрый день")
    (expelled,) = about(found, "покинуть")
    assert (expelled.category, expelled.signal) == ("diplomatic_property", Signal.SETBACK)
    assert not about(found, "Большой")


def test_wishes_and_aims_are_no_progress(gazetteer: Gazetteer) -> None:
    text = (
        "Вопрос: Что с рейсами в Нордмарк?\n\nОтвет: Мы выступаем за возобновление рейсов.\n\n"
        "Вопрос: Всё?\n\nОтвет: Да."
    )
    found = read(text, gazetteer, title="Интервью Елены Варги о рейсах в Нордмарк")
    assert {s.signal for s in about(found, "выступаем")} == {Signal.DEMAND}


def test_a_wire_report_stays_with_the_matter_of_its_title(gazetteer: Gazetteer) -> None:
    text = (
        "Вальдория объявила двух сотрудников посольства Нордмарка персонами нон грата, сообщил министр "
        "иностранных дел Вальдории Карл Лужин.\n\n«Мы знаем, что делаем», — отметил министр.\n\nМИД "
        "Нордмарка назвал решение Корваста беспочвенным. «Хальвик оставляет за собой право на ответные "
        "меры», — говорится в заявлении ведомства."
    )
    found = read(text, gazetteer, title="Вальдория выслала сотрудников посольства Нордмарка")
    (groundless,) = about(found, "беспочвенным")
    assert (groundless.party, groundless.category, groundless.signal) == (
        "XN",
        "diplomatic_property",
        Signal.ACCUSATION,
    )
    (right,) = about(found, "оставляет за собой")
    assert (right.party, right.signal) == ("XN", Signal.THREAT)
