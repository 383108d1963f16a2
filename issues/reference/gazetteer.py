"""The reader's gazetteer, built from the data files."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from issues.reading.gazetteer import Gazetteer
from issues.reading.matching import Label
from issues.reading.packs import LanguagePack, PackError, parse_pack
from issues.reference.judgement import judge
from issues.reference.parties import LANGUAGES, parties
from issues.reference.people import official_entries
from issues.reference.tables import HERE, BadReferenceData, rows

NOT_A_PARTY = Label("party_none", "")


@cache
def packs() -> tuple[LanguagePack, ...]:
    """Return the language packs of languages/, in the order of their codes; raises BadReferenceData."""
    return tuple(read_pack(HERE / "languages" / language) for language in LANGUAGES)


def read_pack(folder: Path) -> LanguagePack:
    """Read the phrases of one language's folder; raises BadReferenceData that names the file and the place.

    To them are added the words that hold a party's name and mean something else ("Latin America").
    """
    path = folder / "phrases.toml"
    try:
        with path.open("rb") as file:
            pack = parse_pack(tomllib.load(file))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, PackError) as error:
        raise BadReferenceData(f"{folder.name}/{path.name}: {error}") from error
    if pack.language != folder.name:
        raise BadReferenceData(f"{folder.name}/{path.name}: this is the folder of another language")
    others = read_not_parties(folder / "not-parties.tsv")
    return replace(pack, phrases=(*pack.phrases, *((phrase, NOT_A_PARTY) for phrase in others)))


def read_not_parties(path: Path) -> list[str]:
    """Read the words of a language that only look like a party, as phrases; raises BadReferenceData."""
    return [f"({'|'.join(row.cases('forms'))})" for row in rows(path, ("forms",)) if row.required("forms")]


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer of the data files, built once a process; raises BadReferenceData.

    The pipeline builds its own from the tables, which editors may have changed; this one serves
    where there is no database (`manage.py read`, tests, benchmarks).
    """
    return Gazetteer(
        parties=[party.entry() for party in parties()],
        officials=official_entries(),
        packs=packs(),
        judge=judge(),
    )
