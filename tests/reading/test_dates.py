from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from issues.reading.dates import Bearing, find_dates
from issues.reading.edtf import bounds
from issues.vocabulary import DateOrigin
from tests.reading.timing import growth

FRIDAY = date(2026, 6, 26)


def found(text: str, language: str = "en", anchor: date | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [
        (text[one.start : one.end], one.date.edtf if one.date else None)
        for one in find_dates(text, anchor=anchor, language=language)
    ]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It was signed on 26 June 2026.", "on 26 June 2026", "2026-06-26"),
        ("June 26, 2026, was hot", "June 26, 2026", "2026-06-26"),
        ("on Friday, June 26th, 2026 they met", "on Friday, June 26th, 2026", "2026-06-26"),
        ("26.06.2026", "26.06.2026", "2026-06-26"),
        ("10:59 26.06.2026 •", "26.06.2026", "2026-06-26"),
        ("updated 2026-06-26T10:00Z", "2026-06-26", "2026-06-26"),
        ("the 23rd and 24th of June 2025", "23rd and 24th of June 2025", "2025-06-23/2025-06-24"),
        ("from 30 June to 2 July 2026", "from 30 June to 2 July 2026", "2026-06-30/2026-07-02"),
        ("in August 2020 the deal", "in August 2020", "2020-08"),
        ("In 2016 it began", "In 2016", "2016"),
        ("in the third quarter of 2027", "in the third quarter of 2027", "2027-07/2027-09"),
        ("in the summer of 2025", "in the summer of 2025", "2025-22"),
        ("It expired in early 2026.", "in early 2026", "2026~"),
        ("on 13/2/2012", "on 13/2/2012", "2012-02-13"),
        ("on 9/2/2012", "on 9/2/2012", "2012-09-02?"),
    ],
)
def test_absolute_english_dates_need_no_anchor(text: str, words: str, edtf: str) -> None:
    assert found(text, anchor=None) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("the forum on June 23-24 in Norport", "on June 23-24", "2026-06-23/2026-06-24"),
        ("yesterday the envoy arrived", "yesterday", "2026-06-25"),
        ("the day before yesterday", "the day before yesterday", "2026-06-24"),
        ("The envoy arrived on Monday.", "on Monday", "2026-06-22"),
        ("The envoy arrived on Friday.", "on Friday", "2026-06-26"),
        ("The talks will be held on Monday.", "on Monday", "2026-06-29"),
        ("He said on Monday that talks would continue.", "on Monday", "2026-06-22"),
        ("She looks forward to the talks on Monday.", "on Monday", "2026-06-29"),
        ("last Tuesday", "last Tuesday", "2026-06-23"),
        ("last year", "last year", "2025"),
        ("this year", "this year", "2026"),
        ("earlier this week we spoke", "earlier this week", "2026-06-22/2026-06-26"),
        ("later this month", "later this month", "2026-06-26/2026-06-30"),
        ("two days ago", "two days ago", "2026-06-24"),
        ("two months ago", "two months ago", "2026-04~"),
        ("over the past two years", "over the past two years", "2024-06-26/2026-06-26"),
        ("last June", "last June", "2025-06"),
        ("last summer", "last summer", "2025-22"),
        ("in May they met", "in May", "2026-05"),
        ("in the first half of next year", "in the first half of next year", "2027-01/2027-06"),
        ("early next year", "early next year", "2027~"),
        ("by the end of the year", "by the end of the year", "../2026-12-31"),
        ("before September", "before September", "../2026-08-31"),
        ("since last June", "since last June", "2025-06-01/.."),
    ],
)
def test_relative_english_dates_count_from_the_anchor(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("26 июня 2026 года состоялась встреча", "26 июня 2026 года", "2026-06-26"),
        ("с 23 по 24 июня 2026 г.", "с 23 по 24 июня 2026 г.", "2026-06-23/2026-06-24"),
        ("с 30 июня по 2 июля", "с 30 июня по 2 июля", "2026-06-30/2026-07-02"),
        ("форум прошёл в июне", "в июне", "2026-06"),
        ("Это произошло 10 декабря прошлого года", "10 декабря прошлого года", "2025-12-10"),
        ("вчера он прибыл", "вчера", "2026-06-25"),
        ("в понедельник он прибыл", "в понедельник", "2026-06-22"),
        ("встреча состоится в понедельник", "в понедельник", "2026-06-29"),
        ("на прошлой неделе", "на прошлой неделе", "2026-06-15/2026-06-21"),
        ("в прошлом году", "в прошлом году", "2025"),
        ("в начале 2026 года", "в начале 2026 года", "2026~"),
        ("летом 2025 года", "летом 2025 года", "2025-22"),
        ("в третьем квартале 2026 года", "в третьем квартале 2026 года", "2026-07/2026-09"),
        ("в I квартале следующего года", "в I квартале следующего года", "2027-01/2027-03"),
        ("во втором полугодии", "во втором полугодии", "2026-07/2026-12"),
        ("два года назад", "два года назад", "2024~"),
        ("к концу года", "к концу года", "../2026-12-31"),
        ("до сентября", "до сентября", "../2026-08-31"),
        ("до 15 сентября", "до 15 сентября", "../2026-09-15"),
        ("с 2016 года", "с 2016 года", "2016-01-01/.."),
    ],
)
def test_russian_dates(text: str, words: str, edtf: str) -> None:
    assert found(text, "ru") == [(words, edtf)]


@pytest.mark.parametrize(
    "text",
    ["you may march on", "2,400 aircraft and 2010 men", "31 June", "the year", "the first time in 30 years",
     "a spring in his step", "99.99.2026", "in the near future",
     "in the 2020s", "version 1.2.2026.4", "over two weeks"],
)  # fmt: skip
def test_words_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["30 лет", "в ближайшее время", "в среде дипломатов"])
def test_russian_words_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert found(text, "ru") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("yesterday", "en"), ("on Monday", "en"), ("in June", "en"), ("within 60 days", "en"),
     ("this year", "en"), ("вчера", "ru"), ("в понедельник", "ru"), ("в июне", "ru"), ("10 декабря", "ru"),
     ("до конца лета", "ru")],
)  # fmt: skip
def test_without_an_anchor_a_relative_date_is_unresolved(text: str, language: str) -> None:
    assert found(text, language, anchor=None) == [(text, None)]


def test_a_found_date_says_where_it_comes_from_and_how_it_was_meant() -> None:
    said, plan = find_dates(
        "He said on Monday that they will meet by\nthe end of July.", anchor=FRIDAY, language="en"
    )
    assert said.date is not None
    assert (said.date.origin, said.date.words, said.bearing) == (DateOrigin.TEXT, "on Monday", Bearing.AT)
    assert (said.relative, said.ahead) == (True, False)
    assert plan.date is not None
    assert (plan.date.words, plan.bearing) == ("by the end of July", Bearing.BY)
    assert plan.ahead


def test_a_language_without_a_pack_is_read_for_numeric_dates() -> None:
    assert found("26.06.2026-án Norportban, június 3-án", "hu") == [("26.06.2026", "2026-06-26")]


def test_the_longest_reading_of_a_place_wins() -> None:
    assert found("Monday, June 22, 2026, and Tuesday") == [
        ("Monday, June 22, 2026", "2026-06-22"),
        ("Tuesday", "2026-06-23"),
    ]


@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_dates_at_the_ends_of_the_calendar_do_no_harm(anchor: date) -> None:
    text = (
        "last week, 300 years ago, last decade, in the next 12 months, by Monday, next winter, since last May"
    )
    assert all(one.date is None or one.date.words for one in find_dates(text, anchor=anchor, language="en"))


_PIECES = st.sampled_from(
    [
        "in",
        "by",
        "before",
        "the",
        "end",
        "of",
        "this",
        "last",
        "next",
        "June",
        "May",
        "23",
        "24",
        "2026",
        "2026-06-26",
        "summer",
        "quarter",
        "third",
        "year",
        "week",
        "Monday",
        "-",
        "–",
        ",",
        "within",
        "two",
        "weeks",
        "ago",
        "early",
        "до",
        "конца",
        "лета",
        "в",
        "июне",
        "26",
        "года",
        "течение",
        "ближайшие",
        "недели",
        ".",
        "не",
        "позднее",
    ]
)


@settings(max_examples=150)
@given(
    st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=200),
    st.sampled_from(["en", "ru", "zz"]),
    st.none() | st.dates(),
)
def test_any_text_gives_places_and_bounds_in_order(text: str, language: str, anchor: date | None) -> None:
    last = 0
    for one in find_dates(text, anchor=anchor, language=language):
        assert last <= one.start < one.end <= len(text)
        last = one.end
        if one.date is not None:
            assert bounds(one.date.edtf) == (one.date.lower, one.date.upper)
            assert one.date.words == " ".join(text[one.start : one.end].split())


@pytest.mark.parametrize("text", ["1 ", "on Monday ", "in June\n", "в начале июня ", "the end of ", "(" * 9])
def test_time_grows_with_the_text_and_not_faster(text: str) -> None:
    def read(size: int) -> None:
        find_dates(text * (size // len(text)), anchor=FRIDAY, language="en")

    assert growth(read, small=20_000, factor=8) < 8 * 4
