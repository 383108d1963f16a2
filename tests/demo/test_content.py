"""The words of the demonstration hold together on any day it may start."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from issues.demo.articles import CONTENT, Article, outlets, read_edition
from issues.demo.cast import forms_of, read_cast
from issues.demo.days import MONTHS, day_at, day_in_words
from issues.reference.parties import parties
from issues.reference.people import officials
from issues.vocabulary import Reliability

# One start in each season, on different days of the week, one of them a leap day.
STARTS = [date(2026, 11, 24), date(2027, 1, 2), date(2028, 2, 29), date(2027, 6, 6), date(2027, 8, 31)]
FILES = sorted(CONTENT.glob("*/*.txt"))
BARE_DATES = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|winter"
    r"|yesterday|tomorrow|(?:19|20)\d\d)\b"
)
FIRST_LINE_DAY = re.compile(r"^[A-Z][A-Z ]+, (\d{1,2} [A-Z][a-z]+) (?:—|\(Vesper Wire\) -) ")


def articles(today: date) -> list[Article]:
    edition = read_edition(today)
    return [*edition.articles.values(), *edition.edits.values()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_dates_come_from_placeholders_alone(file: Path) -> None:
    assert BARE_DATES.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_nothing_is_published_in_the_future(today: date) -> None:
    assert [each.path for each in articles(today) if each.published_at.date() >= today] == []


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_no_placeholder_is_left_over(today: date) -> None:
    left = [each.path for each in articles(today) if re.search(r"[{}]|@reprint", "".join(each.paragraphs))]
    assert left == []


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_datelines_name_the_day_of_publication(today: date) -> None:
    datelines = 0
    for each in articles(today):
        match = FIRST_LINE_DAY.match(each.summary)
        if match:
            datelines += 1
            assert match[1] == day_in_words(each.published_at.date(), form="day"), each.path
    assert datelines >= 12


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_the_press_is_two_and_a_half_years_deep(today: date) -> None:
    days = sorted(each.published_at.date() for each in articles(today))
    assert len(days) >= 35
    assert timedelta(days=850) < days[-1] - days[0] < timedelta(days=920)
    assert today - days[-1] <= timedelta(days=5)


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_one_deadline_was_met_one_has_passed_and_one_is_to_come(today: date) -> None:
    read = {path: " ".join(each.paragraphs) for path, each in read_edition(today).articles.items()}
    exchanged = read_edition(today).articles["vesper-wire/exchange-carried-out"].published_at.date()
    due = day_at("d-572", today=today)
    assert day_in_words(due) in read["vesperia-mfa/communique-exchange"]
    assert exchanged < due
    season = day_in_words(day_at("d-150", today=today), form="season")
    assert f"before the end of the {season}" in read["courier/aldrenn-questions"]
    coming = day_at("d+37", today=today)
    assert day_in_words(coming) in read["vesper-wire/santorel-lists"]
    assert coming > today


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_the_missed_first_flight_was_due_before_it_was_missed(today: date) -> None:
    due = day_at("d-452", today=today)
    month_end = (due.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    published = read_edition(today).articles["dispatch/no-first-flight"].published_at.date()
    assert month_end <= published


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_interviews_alternate_questions_and_answers(today: date) -> None:
    dashed = [
        each
        for each in articles(today)
        if each.layout == "interview" and any(words.startswith("— ") for words in each.paragraphs)
    ]
    assert len(dashed) >= 5
    for each in dashed:
        turns = [words for words in each.paragraphs if words.startswith("— ")]
        assert len(turns) % 2 == 0, each.path
        assert turns[0].endswith(("?", ".")), each.path


def test_the_labelled_interview_has_an_answer_to_each_question() -> None:
    paragraphs = read_edition(STARTS[0]).articles["courier/aldrenn-questions"].paragraphs
    labels = [words.split(":")[0] for words in paragraphs[1:]]
    assert labels == ["Question", "Answer"] * (len(labels) // 2)


def test_the_reprint_repeats_answers_word_for_word() -> None:
    edition = read_edition(STARTS[0])
    original = edition.articles["courier/aldrenn-interview-stalled"].paragraphs
    repeated = [
        words for words in edition.articles["dispatch/aldrenn-reprint"].paragraphs if words.startswith("— ")
    ]
    assert len(repeated) >= 6
    assert set(repeated) <= set(original)


def test_the_edit_takes_an_answer_away() -> None:
    edition = read_edition(STARTS[0])
    before = edition.articles["courier/aldrenn-autumn"]
    after = edition.edits["courier/aldrenn-autumn"]
    gone = [words for words in before.paragraphs if words not in after.paragraphs]
    assert any("engineers into the villa" in words for words in gone)
    assert after.updated_at >= before.published_at == after.published_at


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_speakers_hold_their_office_on_the_day(today: date) -> None:
    held = {
        (tenure.official, tenure.office): (tenure.started_on, tenure.ended_on)
        for tenure in read_cast(today).tenures
    }
    started, ended = held["signe-marrholt", "Minister of Foreign Affairs"]
    takes_office = read_edition(today).articles["courier/marrholt-takes-office"].published_at.date()
    assert (started, ended) == (takes_office, None)
    assert held["torvald-brenskow", "Minister of Foreign Affairs"][1] == takes_office - timedelta(days=1)


def test_every_outlet_publishes_and_says_whose_it_is() -> None:
    edition = read_edition(STARTS[0])
    codes = {party.code for party in read_cast(STARTS[0]).parties}
    for outlet in outlets().values():
        assert edition.of_outlet(outlet), outlet.slug
        assert outlet.party in codes | {""}
        assert outlet.reliability in {term.value for term in Reliability}
        assert outlet.language in MONTHS


def listed_forms(*by_language: Mapping[str, Iterable[str]]) -> set[str]:
    """Every single form in some tables of names, in small letters."""
    return {
        form.casefold()
        for table in by_language
        for listed in table.values()
        for forms in listed
        for form in forms.split(" | ")
    }


def test_the_invented_collide_with_nobody_known() -> None:
    cast = read_cast(STARTS[0])
    known: set[str] = set()
    for state in parties():
        entry = state.entry()
        known |= listed_forms(entry.names, entry.adjectives, entry.demonyms)
    invented: set[str] = set()
    for party in cast.parties:
        invented |= listed_forms(*forms_of(party))
    assert "norland" in invented
    assert "france" in known
    assert not invented & known
    assert all(re.fullmatch("X[A-Z]", party.code) for party in cast.parties)
    surnames = {official.name.split()[-1].casefold() for official in officials()}
    assert not {official.name.split()[-1].casefold() for official in cast.officials} & surnames
