"""What is planned for a day is owed on that day, whoever plans it."""

from datetime import date

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.moods import MoodReader
from issues.reading.plans import looks_ahead
from issues.reading.pledges import find_plan, signal_of_plan
from issues.reading.signals import find_signal
from issues.vocabulary import Signal
from tests.reading.reading_help import about, read

ON = date(2025, 6, 26)  # a Thursday


def _language(text: str) -> str:
    return "ru" if any("а" <= letter <= "я" for letter in text.lower()) else "en"


def _due(text: str, gazetteer: Gazetteer) -> date | None:
    language = _language(text)
    marks = Marks(text, gazetteer=gazetteer, language=language)
    found = find_signal(marks, 0, len(text))
    if not found.promises and not found.ahead:
        return None
    plan = find_plan(marks, [(0, len(text))], ON, language)
    return plan.due.upper if plan and plan.due else None


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("On Monday, Minister Lee will welcome the Foreign Minister of Valdoria.", date(2025, 6, 30)),
        ("Minister Lee will be meeting with her counterpart next week.", date(2025, 7, 6)),
        ("Tomorrow, President Adams will sit down with the Prime Minister of Valdoria.", date(2025, 6, 27)),
        ("Later this year, Ann Lee is going to be leading a delegation to Valdoria.", date(2025, 12, 31)),
        ("The next round is scheduled for September.", date(2025, 9, 30)),
        ("Talks in Korvast are set for 3 July.", date(2025, 7, 3)),
        ("The agreement takes effect on 1 August.", date(2025, 8, 1)),
        ("Valdoria, for its part, is hosting the commission next week.", date(2025, 7, 6)),
        ("The work should be finished by 1 September.", date(2025, 9, 1)),
        ("The two ministers set 30 September as the deadline.", date(2025, 9, 30)),
        ("The spokesman said that Minister Lee would fly to Korvast on Tuesday.", date(2025, 7, 1)),
        ("Переговоры намечены на июль.", date(2025, 7, 31)),
        ("Очередной раунд запланирован на осень.", date(2025, 11, 30)),
        ("К середине осени консульство заработает.", date(2025, 10, 16)),
        ("Соглашение вступит в силу 1 августа.", date(2025, 8, 1)),
        ("Документ начнёт действовать 11 июля с.г.", date(2025, 7, 11)),
        ("Как ожидается, работы завершатся до конца года.", date(2025, 12, 31)),
        ("Посол вернётся не позднее 1 сентября.", date(2025, 9, 1)),
        ("We are ready to hand the list over next month.", date(2025, 7, 31)),
        ("I am meeting my counterpart on 8 July.", date(2025, 7, 8)),
        ("Our consul will see the detained students tomorrow.", date(2025, 6, 27)),
        ("Мы готовы передать список в следующем месяце.", date(2025, 7, 31)),
        ("Визы отменят 1 июля.", date(2025, 7, 1)),
    ],
)
def test_a_plan_with_a_day_is_owed(text: str, last_day: date, gazetteer: Gazetteer) -> None:
    assert _due(text, gazetteer) == last_day


@pytest.mark.parametrize(
    "text",
    [
        "If the visas are issued, Minister Lee will fly to Korvast on Tuesday.",
        "We hope that Minister Lee will fly to Korvast on Tuesday.",
        "I think the ministers will meet on Tuesday.",
        "Will Minister Lee fly to Korvast on Tuesday?",
        "Minister Lee won't be meeting with anybody next week.",
        "I wouldn't say that the risk is higher in 2026.",
        "You will hear about that tomorrow.",
        "It will be hard in the winter.",
        "Valdoria will be a safe country today, tomorrow and forever.",
        "Minister Lee flew to Korvast on Tuesday.",
        "Нашим дипломатам разрешили встретиться с ними через 7 дней после задержания.",
    ],
)
def test_what_is_no_plan(text: str, gazetteer: Gazetteer) -> None:
    marks = Marks(text, gazetteer=gazetteer, language=_language(text))
    assert not looks_ahead(marks, MoodReader(marks, 0, len(text)), 0, len(text))


TWO = """Joint Statement of the Foreign Ministers of Nordmark and Valdoria

The Ministers agreed to reopen the consulate in Korvast no later than the end of October 2025. They noted \
that lists of detained citizens would be exchanged within thirty days."""


def test_each_promise_with_a_day_stands_by_itself(gazetteer: Gazetteer) -> None:
    found = read(TWO, gazetteer)
    (consulate,), (lists,) = about(found, "consulate"), about(found, "lists")
    assert consulate.pledge_due is not None
    assert lists.pledge_due is not None
    assert (consulate.pledge_due.upper, lists.pledge_due.upper) == (date(2025, 10, 31), date(2025, 7, 26))


def test_a_dated_plan_of_somebody_is_proposed_as_a_commitment(gazetteer: Gazetteer) -> None:
    text = (
        "Minister Tomas Lind of Nordmark will discuss the visas with Valdoria on Tuesday, the ministry said."
    )
    (found,) = read(text, gazetteer, "Nordmark and Valdoria to discuss visas")
    assert found.signal is Signal.COMMITMENT
    assert found.pledge_due is not None
    assert found.pledge_due.upper == date(2025, 7, 1)


def test_a_plan_moves_what_stood_still_and_no_demand() -> None:
    assert signal_of_plan(Signal.POSITION) is Signal.COMMITMENT
    assert signal_of_plan(Signal.CONSULTATION) is Signal.COMMITMENT
    assert signal_of_plan(Signal.DEMAND) is Signal.DEMAND
