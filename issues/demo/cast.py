"""Who is in the demonstration: parties, issues, officials and their offices, from `content/cast.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from issues.demo.articles import CONTENT
from issues.demo.days import EPOCH, day_at

type Forms = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class CastParty:
    """An invented state; names, adjectives and demonyms by language, as the gazetteer reads them."""

    code: str
    name: str
    name_ru: str
    names: Forms
    adjectives: Forms
    demonyms: Forms


@dataclass(frozen=True, slots=True)
class CastIssue:
    """One matter between the two states."""

    category: str
    slug: str
    title: str
    title_ru: str
    summary: str


@dataclass(frozen=True, slots=True)
class CastOfficial:
    """A person who speaks."""

    slug: str
    name: str
    aliases: list[str]
    party: str


@dataclass(frozen=True, slots=True)
class CastTenure:
    """An office held between two days, both inclusive; an end of None is the present."""

    official: str
    office: str
    office_ru: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody, with the days of their offices computed from one reference day."""

    parties: list[CastParty]
    pair: tuple[str, str]
    slug: str
    issues: list[CastIssue]
    officials: list[CastOfficial]
    tenures: list[CastTenure]


@cache
def read_cast(today: date) -> Cast:
    """Read the cast as of a reference day."""
    data = tomllib.loads((CONTENT / "cast.toml").read_text(encoding="utf-8"))
    first, second = sorted(data["relationship"]["parties"])
    return Cast(
        parties=[CastParty(**row) for row in data["parties"]],
        pair=(first, second),
        slug=data["relationship"]["slug"],
        issues=[CastIssue(**row) for row in data["issues"]],
        officials=[CastOfficial(**row) for row in data["officials"]],
        tenures=[
            CastTenure(
                official=row["official"],
                office=row["office"],
                office_ru=row["office_ru"],
                started_on=day_at(row["from"], today=today),
                ended_on=day_at(row["until"], today=today) - timedelta(days=1) if "until" in row else None,
            )
            for row in data["tenures"]
        ],
    )


def party_codes() -> list[str]:
    """The codes of the invented states, which are the same in every edition."""
    return [party.code for party in read_cast(EPOCH).parties]


def forms_of(party: CastParty) -> tuple[Forms, Forms, Forms]:
    """Names, adjectives and demonyms of a party."""
    return party.names, party.adjectives, party.demonyms
