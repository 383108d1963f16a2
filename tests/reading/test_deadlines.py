from datetime import date

import pytest

from issues.reading.dates import find_deadline, find_deadlines

SAID = date(2026, 6, 26)


@pytest.mark.parametrize(
    ("text", "due", "calculation"),
    [
        (
            "All this should take place, in any case, before the end of the summer.",
            "2026-06-26/2026-08-31",
            "before the end of the summer, said 2026-06-26 → until 2026-08-31",
        ),
        (
            "We will reply by the end of the month.",
            "2026-06-26/2026-06-30",
            "by the end of the month, said 2026-06-26 → until 2026-06-30",
        ),
        (
            "The house will be returned within 60 days.",
            "2026-06-26/2026-08-25",
            "within 60 days, said 2026-06-26 → until 2026-08-25",
        ),
        (
            "It will be paid no later than 15 September.",
            "2026-06-26/2026-09-15",
            "no later than 15 September, said 2026-06-26 → until 2026-09-15",
        ),
        (
            "We will reply within 48 hours.",
            "2026-06-26/2026-06-28",
            "within 48 hours, said 2026-06-26 → until 2026-06-28",
        ),
        (
            "We will open it on the first of September.",
            "2026-09-01",
            "on the first of September, said 2026-06-26 → on 2026-09-01",
        ),
        (
            "They plan to reopen before year-end.",
            "2026-06-26/2026-12-31",
            "before year-end, said 2026-06-26 → until 2026-12-31",
        ),
        (
            "The frequency will be raised within this year.",
            "2026-06-26/2026-12-31",
            "within this year, said 2026-06-26 → until 2026-12-31",
        ),
        (
            "Visas will be free from 1 August.",
            "2026-08-01",
            "from 1 August, said 2026-06-26 → on 2026-08-01",
        ),
        (
            "The commission will convene before Christmas.",
            "2026-06-26/2026-12-24",
            "before Christmas, said 2026-06-26 → until 2026-12-24",
        ),
        (
            "We will return it in a month.",
            "2026-07~",
            "in a month, said 2026-06-26 → from about 2026-07-01 until about 2026-07-31",
        ),
        (
            "Flights will resume in the third quarter.",
            "2026-07/2026-09",
            "in the third quarter, said 2026-06-26 → from 2026-07-01 until 2026-09-30",
        ),
        (
            "The parties will meet on 20 July.",
            "2026-07-20",
            "on 20 July, said 2026-06-26 → on 2026-07-20",
        ),
        (
            "Consultations are expected this year.",
            "2026-06-26/2026-12-31",
            "this year, said 2026-06-26 → from 2026-06-26 until 2026-12-31",
        ),
        (
            "We will increase flights early next year.",
            "2027~",
            "early next year, said 2026-06-26 → from about 2027-01-01 until about 2027-12-31",
        ),
        (
            "They will be freed in two weeks.",
            "2026-07-10~",
            "in two weeks, said 2026-06-26 → on about 2026-07-10",
        ),
        (
            "It will be opened by mid-September.",
            "2026-06-26/2026-09-15~",
            "by mid-September, said 2026-06-26 → until about 2026-09-15",
        ),
        (
            "It must be done within ten working days.",
            "2026-06-26/2026-07-10~",
            (
                "within ten working days, said 2026-06-26 → "
                "working days counted as 7 in 5, until about 2026-07-10"
            ),
        ),
    ],
)
def test_english_promises(text: str, due: str, calculation: str) -> None:
    deadline = find_deadline(text, anchor=SAID, language="en")
    assert deadline is not None
    assert deadline.due is not None
    assert (deadline.due.edtf, deadline.calculation) == (due, calculation)
    assert text[deadline.start : deadline.end] == deadline.words
    assert deadline.firm is not due.endswith("~")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Консультации пройдут до конца лета.", "2026-06-26/2026-08-31"),
        ("Мы вернём здание к концу года.", "2026-06-26/2026-12-31"),
        ("Визы выдадут в течение двух недель.", "2026-06-26/2026-07-10"),
        ("Это будет сделано не позднее 15 сентября.", "2026-06-26/2026-09-15"),
        ("Рейсы возобновятся в третьем квартале.", "2026-07/2026-09"),
        ("Ответ дадим в течение 48 часов.", "2026-06-26/2026-06-28"),
        ("Ответ дадим в течение суток.", "2026-06-26/2026-06-27"),
        ("В течение месяца их освободят.", "2026-06-26/2026-07-26"),
        ("Представим предложения в двухнедельный срок.", "2026-06-26/2026-07-10"),
        ("Ответим не позже чем через месяц.", "2026-06-26/2026-07-26"),
        ("Мы откроем центр первого сентября.", "2026-09-01"),
        ("Список передадим двадцать третьего июля.", "2026-07-23"),
        ("Всё вернём до Нового года.", "2026-06-26/2026-12-31"),
        ("Рейсы возобновятся до наступления зимы.", "2026-06-26/2026-11-30"),
        ("Раунд пройдёт в первой декаде июля.", "2026-07-01/2026-07-10"),
        ("Раунд пройдёт в октябре-ноябре.", "2026-10/2026-11"),
        ("Встретимся весной.", "2027-21"),
        ("С 1 августа визы будут выдаваться бесплатно.", "2026-08-01"),
        ("Консульство возобновит работу в понедельник.", "2026-06-29"),
        ("Встреча состоится через месяц.", "2026-07~"),
        ("Вопрос решим до 1 августа 2026 года.", "2026-06-26/2026-08-01"),
        ("Обмен завершим до осени.", "2026-06-26/2026-08-31"),
    ],
)
def test_russian_promises(text: str, due: str) -> None:
    deadline = find_deadline(text, anchor=SAID, language="ru")
    assert deadline is not None
    assert deadline.due is not None
    assert deadline.due.edtf == due


def test_a_season_that_is_over_means_the_next_one() -> None:
    deadline = find_deadline("by the end of the summer", anchor=date(2026, 10, 5), language="en")
    assert deadline is not None
    assert deadline.due is not None
    assert deadline.due.upper == date(2027, 8, 31)


def test_without_the_day_it_was_said_the_interval_is_open_at_its_beginning() -> None:
    deadline = find_deadline("no later than 15 September 2026", anchor=None, language="en")
    assert deadline is not None
    assert deadline.due is not None
    assert deadline.due.edtf == "../2026-09-15"
    assert deadline.calculation == "no later than 15 September 2026 → until 2026-09-15"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Talks will resume in the coming weeks.", "en"),
        ("This will be settled in the next few days.", "en"),
        ("Переговоры продолжатся в ближайшие недели.", "ru"),
        ("Консультации пройдут в ближайшие дни.", "ru"),
    ],
)
def test_what_nobody_counted_has_no_bound(text: str, language: str) -> None:
    deadline = find_deadline(text, anchor=SAID, language=language)
    assert deadline is not None
    assert deadline.due is None
    assert deadline.calculation.endswith("→ unknown: nobody said how many")


def test_a_deadline_that_cannot_be_computed_says_why() -> None:
    unsaid = find_deadline("We will reply by the end of the month.", anchor=None, language="en")
    assert unsaid is not None
    assert unsaid.due is None
    assert unsaid.calculation == "by the end of the month → unknown: the day it was said is not known"
    event = find_deadline("Troops will leave within 60 days of the signing.", anchor=SAID, language="en")
    assert event is not None
    assert event.due is None
    assert event.calculation == "within 60 days, said 2026-06-26 → unknown: it counts from another event"


@pytest.mark.parametrize(
    "text",
    [
        "We have seen progress this year.",
        "Talks were held on Monday.",
        "The treaty was to be renewed by 1 May 2020.",
        "We will return to it in the near future.",
        "Nothing has moved since 2016.",
        "They met two weeks ago.",
        "No meeting will take place before we see real change.",
        "It will be done by the time of the summit.",
        "We will keep the Saturday interviews.",
        "The treaty will be extended for five years.",
        "No flight will leave earlier than the treaty allows.",
    ],
)
def test_what_is_past_or_undated_is_no_deadline(text: str) -> None:
    assert find_deadline(text, anchor=SAID, language="en") is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We will do it before the year is out.", "2026-06-26/2026-12-31"),
        ("We will do it before year end.", "2026-06-26/2026-12-31"),
        ("We will do it on or before 1 September.", "2026-06-26/2026-09-01"),
        ("We will do it by close of business on Tuesday.", "2026-06-26/2026-06-30"),
        ("We will do it within ninety (90) days.", "2026-06-26/2026-09-24"),
        ("We will do it within a 90-day period.", "2026-06-26/2026-09-24"),
        ("We will do it within two to three months.", "2026-06-26/2026-09-26"),
        ("We will do it in less than a month.", "2026-06-26/2026-07-26"),
        ("We will do it over the next year.", "2026-06-26/2027-06-26"),
        ("We will do it in the coming month.", "2026-06-26/2026-07-26"),
        ("We will do it next month.", "2026-07"),
        ("We will do it two weeks from now.", "2026-07-10~"),
        ("We will do it as early as July.", "2026-07"),
        ("We will do it in September or October.", "2026-09/2026-10"),
        ("We will do it between September and November.", "2026-23"),
        ("We will do it between July 3 and July 7.", "2026-07-03/2026-07-07"),
        ("They will be there from July 3rd to the 7th.", "2026-07-03/2026-07-07"),
        ("They will be there from the 3rd to the 7th of July.", "2026-07-03/2026-07-07"),
        # who said so comes behind, and does not say when
        ("The minister will fly to Korvast on Tuesday, the ministry said.", "2026-06-30"),
        ("“We will be in Korvast on Tuesday,” he said.", "2026-06-30"),
    ],
)
def test_english_ways_to_date_a_promise(text: str, due: str) -> None:
    deadline = find_deadline(text, anchor=SAID, language="en")
    assert deadline is not None
    assert deadline.due is not None
    assert deadline.due.edtf == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Работы завершатся в этом году.", "2026-06-26/2026-12-31"),
        ("Работы завершатся в течение этого года.", "2026-06-26/2026-12-31"),
        ("Работы завершатся в ближайший месяц.", "2026-06-26/2026-07-26"),
        ("Работы завершатся в ближайшие два-три месяца.", "2026-06-26/2026-09-26"),
        ("Работы завершатся в следующем месяце.", "2026-07"),
        ("Работы завершатся через полгода.", "2026-12~"),
        ("Работы завершатся в июле или августе.", "2026-07/2026-08"),
        ("Работы начнутся 6 или 9 июля.", "2026-07-06/2026-07-09"),
        ("Работы начнутся с завтрашнего дня.", "2026-06-27"),
        ("Работы начнутся 11 июля с.г.", "2026-07-11"),
        ("Работы начнутся в июле т.г.", "2026-07"),
        ("Группа проведёт инспекцию с 11 по 14 июля 2026 года.", "2026-07-11/2026-07-14"),
        ("Министр прилетит во вторник, сообщили в министерстве.", "2026-06-30"),
    ],
)
def test_russian_ways_to_date_a_promise(text: str, due: str) -> None:
    deadline = find_deadline(text, anchor=SAID, language="ru")
    assert deadline is not None
    assert deadline.due is not None
    assert deadline.due.edtf == due


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # a date that only tells one thing from others
        ("We will speak at next month's summit.", "en"),
        ("We will never forget the attack of 7 October.", "en"),
        ("The October summit will be remembered.", "en"),
        # over, and not meant for next year
        ("They will remember the meeting in May.", "en"),
        ("The deal to withdraw by 1 May will be reviewed.", "en"),
        ("The deal announced this weekend was hailed.", "en"),
        ("Им разрешили встретиться через 7 дней после задержания.", "ru"),
    ],
)
def test_a_date_that_is_not_when_it_will_be_done(text: str, language: str) -> None:
    monday = date(2026, 6, 29)
    deadline = find_deadline(text, anchor=monday, language=language)
    assert deadline is None or deadline.due is None


def test_a_dated_promise_needs_no_anchor_where_it_names_its_year() -> None:
    text = "Группа проведёт инспекцию с 11 по 14 июля 2026 года."
    deadline = find_deadline(text, anchor=None, language="ru")
    assert deadline is not None
    assert deadline.due is not None
    assert deadline.due.edtf == "2026-07-11/2026-07-14"


def test_words_that_say_by_then_win_over_words_that_say_then() -> None:
    text = "In July we will begin, and by the end of the year we will finish."
    assert [deadline.words for deadline in find_deadlines(text, anchor=SAID, language="en")] == [
        "In July",
        "by the end of the year",
    ]
    deadline = find_deadline(text, anchor=SAID, language="en")
    assert deadline is not None
    assert deadline.words == "by the end of the year"
