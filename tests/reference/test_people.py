"""Who held which office when: the facts hold together."""

from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from issues.reading.names import name_words, skeleton
from issues.reference.parties import parties
from issues.reference.people import Tenure, offices, official_entries, officials, read_people, tenures
from issues.reference.tables import BadReferenceData

CODES = frozenset({"XA", "XB"})


def test_keys_titles_and_names_come_once() -> None:
    for keys in (
        [office.key for office in offices()],
        [(office.party, office.title) for office in offices()],
        [official.slug for official in officials()],
        [official.name for official in officials()],
    ):
        assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_no_person_is_listed_under_two_spellings() -> None:
    spelt: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for official in officials():
        for name in (official.name, *official.aliases):
            spelt[tuple(skeleton(word) for word in name_words(name))].add(official.slug)
    assert [slugs for slugs in spelt.values() if len(slugs) > 1] == []


def test_parties_of_people_and_offices_exist() -> None:
    codes = {party.code for party in parties()}
    assert {official.party for official in officials()} <= codes
    assert {office.party for office in offices()} <= codes


def test_everybody_holds_an_office_and_every_office_has_a_holder() -> None:
    assert {tenure.official for tenure in tenures()} == {official.slug for official in officials()}
    assert {tenure.office for tenure in tenures()} == {office.key for office in offices()}


def test_names_are_latin_with_a_cyrillic_alias() -> None:
    for official in officials():
        assert not any("а" <= letter <= "я" for letter in official.name.lower()), official.name
        cyrillic = [alias for alias in official.aliases if any("а" <= c <= "я" for c in alias.lower())]
        assert cyrillic, official.name


def test_dates_are_ordered_and_in_living_memory() -> None:
    for tenure in tenures():
        days = [day for day in (tenure.started_on, tenure.ended_on) if day]
        assert days == sorted(days)
        assert all(date(1989, 1, 1) <= day <= date(2026, 12, 31) for day in days), tenure


def test_tenures_of_one_person_and_office_do_not_overlap() -> None:
    held: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        held[tenure.official, tenure.office].append(tenure)
    for listed in held.values():
        listed.sort(key=lambda tenure: tenure.started_on or date.min)
        for earlier, later in pairwise(listed):
            assert (earlier.ended_on or date.max) < (later.started_on or date.min), later


def test_every_fact_has_a_source_with_an_address() -> None:
    for tenure in tenures():
        name, _, address = tenure.source.rpartition(", ")
        assert name
        assert address.startswith(("https://", "http://"))


def test_imprecise_facts_keep_their_precision_and_their_bounds() -> None:
    (held,) = [tenure for tenure in tenures() if tenure.official == "sergey-ryabkov"]
    assert (held.office, held.started, held.ended) == ("ru-deputy-foreign-minister", "2008-08", "")
    assert (held.started_on, held.ended_on) == (date(2008, 8, 1), None)


@pytest.mark.parametrize(
    ("slug", "day", "title"),
    [
        ("sergey-ryabkov", date(2026, 6, 26), "Deputy Minister of Foreign Affairs"),
        ("john-kerry", date(2016, 3, 1), "Secretary of State"),
        ("joe-biden", date(2012, 9, 2), "Vice President"),
        ("joe-biden", date(2021, 4, 15), "President"),
        ("jake-sullivan", date(2021, 6, 17), "National Security Advisor"),
        ("adrienne-watson", date(2022, 5, 16), "Spokesperson of the National Security Council"),
        ("jay-carney", date(2012, 9, 2), "White House Press Secretary"),
        ("donald-trump", date(2022, 1, 1), None),
        ("sergey-kislyak", date(2016, 1, 1), "Ambassador to the United States"),
    ],
)
def test_shows_the_office_held_that_day(slug: str, day: date, title: str | None) -> None:
    (official,) = [entry for entry in official_entries() if entry.key == slug]
    held = official.office_on(day)
    assert (held.office if held else None) == title


FILES = {
    "offices.tsv": ["key\tparty\ttitle\ttitle_ru", "xa-envoy\tXA\tEnvoy\tПосланник"],
    "officials.tsv": ["slug\tparty\tname\taliases", "ada-brandt\tXA\tAda Brandt\tАда Брандт"],
    "sources.tsv": ["key\tname\taddress", "page\tA page\thttps://example.org/"],
    "tenures.tsv": [
        "official\toffice\tstarted\tended\tsource",
        "ada-brandt\txa-envoy\t2020\t2021-03\tpage",
    ],
}


def folder_with(path: Path, name: str = "", *lines: str) -> Path:
    for file, good in FILES.items():
        content = [*good, *lines] if file == name else good
        (path / file).write_text("".join(f"{line}\n" for line in content), encoding="utf-8")
    return path


def test_reads_a_folder(tmp_path: Path) -> None:
    people = read_people(folder_with(tmp_path), CODES)
    assert people.tenures == (
        Tenure(
            "ada-brandt",
            "xa-envoy",
            "2020",
            "2021-03",
            date(2020, 1, 1),
            date(2021, 3, 31),
            "A page, https://example.org/",
        ),
    )


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("offices.tsv", "xb-envoy\tXZ\tEnvoy\tПосланник", r"offices\.tsv:3: no party has the code 'XZ'"),
        ("offices.tsv", "xa-envoy\tXB\tEnvoy\tПосланник", r"offices\.tsv:3: xa-envoy is listed twice"),
        ("offices.tsv", "xa-envoy-2\tXA\tEnvoy\tПосланник", r"offices\.tsv:3: XA already has an office"),
        ("officials.tsv", "Bo\tXA\tBo Lind\t", r"officials\.tsv:3: 'Bo' is not a slug"),
        ("officials.tsv", "bo-lind\tXA\tBo Lind\tАда Брандт", r"officials\.tsv:3: 'Ада Брандт' is already"),
        ("sources.tsv", "book\tA book\tshelf 4", r"sources\.tsv:3: the address must begin with"),
        ("tenures.tsv", "bo-lind\txa-envoy\t\t\tpage", r"tenures\.tsv:3: official 'bo-lind' is not listed"),
        ("tenures.tsv", "ada-brandt\txa-envoy\t\t2019\t", r"tenures\.tsv:3: source '' is not listed"),
        (
            "tenures.tsv",
            "ada-brandt\txa-envoy\t2023\t2022\tpage",
            r"tenures\.tsv:3: .* ends before it starts",
        ),
        ("tenures.tsv", "ada-brandt\txa-envoy\tMay\t\tpage", r"tenures\.tsv:3: started: 'May' is not a date"),
        ("tenures.tsv", "ada-brandt\txa-envoy\t2021-03-31\t\tpage", r"tenures\.tsv:3: .* already holds"),
    ],
)
def test_names_the_wrong_line(tmp_path: Path, file: str, line: str, problem: str) -> None:
    with pytest.raises(BadReferenceData, match=problem):
        read_people(folder_with(tmp_path, file, line), CODES)
