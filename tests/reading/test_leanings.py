"""Which way a date looks, told by the verbs around it."""

from datetime import date

import pytest

from issues.reading.dates import find_dates, find_deadline

SAID = date(2025, 6, 26)  # a Thursday


def due(text: str, language: str = "en") -> str | None:
    found = find_deadline(text, anchor=SAID, language=language)
    return found.due.edtf if found and found.due else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flights resume from 15 September, the minister said.", "2025-09-15"),
        ("Valdoria is to lift its tariffs in October, the ministry said.", "2025-10"),
        ("The consul will be allowed to visit the detained pilot on Monday.", "2025-06-30"),
        ("We will close our airspace to airlines registered in Ostmark from Tuesday.", "2025-07-01"),
        ("Both sides have set a target date of July 31.", "2025-07-31"),
        ("The talks are to be completed in the course of this year.", "2025-06-26/2025-12-31"),
        ("The ministers agreed with the other side to meet again in July.", "2025-07"),
        ("The ministry said on Tuesday it would open the consulate on Monday.", "2025-06-30"),
        ("On Monday, the ministry said that flights would resume in July.", "2025-07"),
        ("Our airline starts its flights on 15 September.", "2025-09-15"),
        ("The building seized in May will be given back in July.", "2025-07"),
        ("Visa interviews resume on Monday.", "2025-06-30"),
    ],
)
def test_what_is_promised_looks_ahead_whoever_reports_it(text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They will give back the building seized in December.",
        "On 12 March, the two presidents committed to a joint effort.",
        "We will look into the arrest that happened on Tuesday.",
        "The meeting follows the very productive call in April.",
    ],
)
def test_what_was_before_is_no_deadline_of_a_promise(text: str) -> None:
    assert due(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("С 1 января вступит в силу соглашение о визах.", "2026-01-01"),
        ("Лидеры договорились встретиться вновь в сентябре.", "2025-09"),
        ("Поверенный вернётся в понедельник, подтвердили в посольстве.", "2025-06-30"),
        ("Переговоры предполагается завершить в текущем году.", "2025-06-26/2025-12-31"),
        ("В мае стороны договорились открыть посольства до сентября.", "2025-06-26/2025-08-31"),
        ("12 марта стороны условились провести встречу.", None),
        ("Посол в понедельник возвращается в Хальвик, сообщил МИД.", "2025-06-30"),
        ("Министра я пригласил, в июле он будет нашим гостем.", "2025-07"),
        ("Впервые за шесть лет стороны проведут встречу.", None),
        ("Министерства договорились за две недели составить список.", "2025-06-26/2025-07-10"),
    ],
)
def test_russian_promises_look_ahead(text: str, expected: str | None) -> None:
    assert due(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Nous le signerons lundi.", "fr", "2025-06-30"),
        ("Nous le signerons dès le 1er juillet.", "fr", "2025-07-01"),
        ("Le consulat rouvrira fin septembre, a indiqué le ministère.", "fr", "2025-09~"),
        ("Reabrirá a finales de septiembre, informó la cancillería.", "es", "2025-09~"),
        ("Se reanudarán antes de que termine agosto.", "es", "2025-06-26/2025-08-31"),
        ("Lo firmaremos el lunes.", "es", "2025-06-30"),
    ],
)
def test_promises_abroad_look_ahead(text: str, language: str, expected: str) -> None:
    assert due(text, language) == expected


def test_without_a_promise_a_day_beside_no_verb_is_the_nearest() -> None:
    found = find_dates("The talks on Monday.", anchor=SAID, language="en")
    assert found[0].date is not None
    assert found[0].date.edtf == "2025-06-23"
