"""States and organisations, and the words by which texts call them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from issues.reading.gazetteer import PartyEntry
from issues.reference.tables import HERE, BadReferenceData, Row, rows
from issues.vocabulary import PartyKind

USES = ("name", "metonym", "adjective", "demonym")
_CODE = re.compile(r"[A-Z][A-Z0-9-]{1,11}")
_SK = re.compile(r"(с|ц)кий$")

Words = Mapping[str, tuple[str, ...]]


def languages_of(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that have a folder of their own below languages/, in order."""
    return tuple(sorted(each.name for each in (folder / "languages").iterdir() if each.is_dir()))


LANGUAGES = languages_of(HERE)


@dataclass(frozen=True, slots=True)
class Party:
    """A state (ISO 3166-1 alpha-2) or an organisation (a code of our own).

    names, metonyms, adjectives and demonyms are by language ("en", "ru" …). names begin with the
    name itself; metonyms are capitals, seats and houses of government that stand for the party.
    Russian names, metonyms and demonyms carry all their cases, "Кремль | Кремля | …", or end in "|"
    where they have one form only; Russian adjectives are in the nominative.
    """

    code: str
    kind: PartyKind
    name: str
    name_ru: str
    names: Words
    metonyms: Words
    adjectives: Words
    demonyms: Words

    def entry(self) -> PartyEntry:
        """Return the party as the reader's gazetteer takes it."""
        forms = self.forms()
        return PartyEntry(self.code, self.kind.value, forms["names"], forms["adjectives"], forms["demonyms"])

    def forms(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the words as they are stored: names, adjectives and demonyms, each by language.

        Metonyms stand after the names: for finding a party in a text they are names.
        """
        names = {language: listed + self.metonyms[language] for language, listed in self.names.items()}
        return {"names": names, "adjectives": dict(self.adjectives), "demonyms": dict(self.demonyms)}


@cache
def parties() -> tuple[Party, ...]:
    """Return every party: the states in the order of their codes, then the organisations.

    Raises BadReferenceData, naming file and line.
    """
    return read_parties(HERE)


def read_parties(folder: Path) -> tuple[Party, ...]:
    """Read parties/*.tsv and languages/<language>/parties.tsv of a folder; raises BadReferenceData."""
    listed = [
        (kind, row)
        for kind, file in ((PartyKind.STATE, "states"), (PartyKind.ORGANISATION, "organisations"))
        for row in rows(folder / "parties" / f"{file}.tsv", ("code", "name", "name_ru"))
    ]
    words: dict[str, dict[tuple[str, str], list[str]]] = {}
    for _, row in listed:
        if not _CODE.fullmatch(row["code"]):
            raise row.bad(f"{row['code']!r} is not a code: 2 to 12 capital letters, digits and hyphens")
        if row["code"] in words:
            raise row.bad(f"{row['code']} is listed twice")
        words[row["code"]] = {("en", "name"): [row.required("name")]}
    languages = languages_of(folder)
    for language in languages:
        for row in rows(folder / "languages" / language / "parties.tsv", ("code", "use", "forms")):
            _add_words(words, language, row)
    return tuple(_party(kind, row, words[row["code"]], languages) for kind, row in listed)


def _add_words(words: dict[str, dict[tuple[str, str], list[str]]], language: str, row: Row) -> None:
    if row["code"] not in words:
        raise row.bad(f"no party has the code {row['code']!r}")
    if row["use"] not in USES:
        raise row.bad(f"use is one of {', '.join(USES)}")
    row.required("forms")
    known = words[row["code"]].setdefault((language, row["use"]), [])
    new = _russian(row) if language == "ru" else row.names("forms")
    for word in new:
        if word in known:
            raise row.bad(f"{word!r} is already a {row['use']} of {row['code']}")
        known.append(word)


def _russian(row: Row) -> tuple[str, ...]:
    """Return a Russian word as the gazetteer takes it; an adjective with its compound, российско-."""
    cases = row.cases("forms")
    if row["use"] != "adjective":
        return (" | ".join(cases) if len(cases) > 1 else f"{cases[0]}|",)
    if len(cases) > 1:
        raise row.bad("an adjective is given in the nominative only")
    compound = _SK.sub(r"\1ко", cases[0])
    return cases if compound == cases[0] else (cases[0], compound)


def _party(
    kind: PartyKind, row: Row, words: Mapping[tuple[str, str], list[str]], languages: tuple[str, ...]
) -> Party:
    def by_language(use: str) -> Words:
        return {language: tuple(words.get((language, use), ())) for language in languages}

    names = by_language("name")
    name_ru = row.required("name_ru")
    if not names["ru"] or names["ru"][0].split("|")[0].strip() != name_ru:
        raise BadReferenceData(f"{row.place}: the first Russian name of {row['code']} must be {name_ru!r}")
    return Party(
        code=row["code"],
        kind=kind,
        name=row["name"],
        name_ru=name_ru,
        names=names,
        metonyms=by_language("metonym"),
        adjectives=by_language("adjective"),
        demonyms=by_language("demonym"),
    )
