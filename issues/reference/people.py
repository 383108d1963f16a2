"""Officials, the offices they held, and from when to when."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from issues.reading.edtf import bounds
from issues.reading.gazetteer import OfficialEntry, TenureEntry
from issues.reference.parties import parties
from issues.reference.tables import HERE, Row, rows

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Office:
    """A post: key (slug), the party it speaks for, its title in English and Russian."""

    key: str
    party: str
    title: str
    title_ru: str


@dataclass(frozen=True, slots=True)
class Official:
    """A person: slug, party, canonical Latin name, other spellings (Cyrillic ones in the nominative)."""

    slug: str
    party: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held by an official (slug) at an office (key).

    started and ended are EDTF as precise as the fact, "" when unknown or still running; started_on
    is the first day of the one, ended_on the last day of the other, both inclusive, None when
    unknown. source names a public page where the fact can be checked, with its address.
    """

    official: str
    office: str
    started: str
    ended: str
    started_on: date | None
    ended_on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class People:
    """The three lists, checked against each other."""

    offices: tuple[Office, ...]
    officials: tuple[Official, ...]
    tenures: tuple[Tenure, ...]


@cache
def people() -> People:
    """Return all officials, offices and tenures; raises BadReferenceData, naming file and line."""
    return read_people(HERE / "people", frozenset(party.code for party in parties()))


def offices() -> tuple[Office, ...]:
    return people().offices


def officials() -> tuple[Official, ...]:
    return people().officials


def tenures() -> tuple[Tenure, ...]:
    return people().tenures


def official_entries() -> tuple[OfficialEntry, ...]:
    """Return the officials with their tenures as the reader's gazetteer takes them."""
    everybody = people()
    posts = {office.key: office for office in everybody.offices}
    held: dict[str, list[TenureEntry]] = defaultdict(list)
    for tenure in everybody.tenures:
        post = posts[tenure.office]
        held[tenure.official].append(TenureEntry(post.title, post.party, tenure.started_on, tenure.ended_on))
    return tuple(
        OfficialEntry(person.slug, person.name, person.aliases, person.party, tuple(held[person.slug]))
        for person in everybody.officials
    )


def read_people(folder: Path, codes: frozenset[str]) -> People:
    """Read offices.tsv, officials.tsv, sources.tsv and tenures.tsv of a folder.

    codes are the parties there are. Raises BadReferenceData.
    """
    posts = {row["key"]: row for row in _keyed(folder / "offices.tsv", ("key", "party", "title", "title_ru"))}
    persons = {
        row["slug"]: row for row in _keyed(folder / "officials.tsv", ("slug", "party", "name", "aliases"))
    }
    pages = {row["key"]: row for row in _keyed(folder / "sources.tsv", ("key", "name", "address"))}
    for row in (*posts.values(), *persons.values()):
        if row["party"] not in codes:
            raise row.bad(f"no party has the code {row['party']!r}")
    for row in pages.values():
        if not row["address"].startswith(("https://", "http://")):
            raise row.bad("the address must begin with https:// or http://")
    return People(
        offices=_offices(posts),
        officials=_officials(persons),
        tenures=_tenures(folder / "tenures.tsv", posts, persons, pages),
    )


def _keyed(path: Path, columns: tuple[str, ...]) -> list[Row]:
    """Return the rows of a file whose first column is a slug that comes once."""
    listed: dict[str, Row] = {}
    for row in rows(path, columns):
        key = row[columns[0]]
        if not _SLUG.fullmatch(key):
            raise row.bad(f"{key!r} is not a slug: small letters, digits, single hyphens")
        if key in listed:
            raise row.bad(f"{key} is listed twice")
        listed[key] = row
    return list(listed.values())


def _offices(posts: Mapping[str, Row]) -> tuple[Office, ...]:
    titles: set[tuple[str, str]] = set()
    for row in posts.values():
        title = (row["party"], row.required("title"))
        if title in titles:
            raise row.bad(f"{row['party']} already has an office {row['title']!r}")
        titles.add(title)
    return tuple(
        Office(key, row["party"], row["title"], row.required("title_ru")) for key, row in posts.items()
    )


def _officials(persons: Mapping[str, Row]) -> tuple[Official, ...]:
    named: dict[str, str] = {}
    for slug, row in persons.items():
        for name in (row.required("name"), *row.names("aliases")):
            if named.setdefault(name, slug) != slug or (name == row["name"] and name in row.names("aliases")):
                raise row.bad(f"{name!r} is already a name of {named[name]}")
    return tuple(
        Official(slug, row["party"], row["name"], row.names("aliases")) for slug, row in persons.items()
    )


def _tenures(
    path: Path, posts: Mapping[str, Row], persons: Mapping[str, Row], pages: Mapping[str, Row]
) -> tuple[Tenure, ...]:
    found: list[Tenure] = []
    by_post: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for row in rows(path, ("official", "office", "started", "ended", "source")):
        for column, known in (("official", persons), ("office", posts), ("source", pages)):
            if row[column] not in known:
                raise row.bad(f"{column} {row[column]!r} is not listed in this folder")
        page = pages[row["source"]]
        tenure = _tenure(row, f"{page.required('name')}, {page['address']}")
        same = by_post[tenure.official, tenure.office]
        if any(_overlap(tenure, other) for other in same):
            raise row.bad(f"{tenure.official} already holds {tenure.office} on some of these days")
        same.append(tenure)
        found.append(tenure)
    return tuple(found)


def _tenure(row: Row, source: str) -> Tenure:
    started, ended = row.edtf("started"), row.edtf("ended")
    started_on = bounds(started)[0] if started else None
    ended_on = bounds(ended)[1] if ended else None
    if started_on and ended_on and started_on > ended_on:
        raise row.bad("the tenure ends before it starts")
    return Tenure(row["official"], row["office"], started, ended, started_on, ended_on, source)


def _overlap(one: Tenure, other: Tenure) -> bool:
    return (one.started_on or date.min) <= (other.ended_on or date.max) and (
        other.started_on or date.min
    ) <= (one.ended_on or date.max)
