"""The reader's gazetteer, built from the data files."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from issues.reading.gazetteer import Gazetteer
from issues.reading.matching import Label
from issues.reading.packs import LanguagePack, PackError, parse_pack
from issues.reference.parties import parties
from issues.reference.people import official_entries
from issues.reference.tables import HERE, BadReferenceData, rows

NOT_A_PARTY = Label("party_none", "")


@cache
def packs() -> tuple[LanguagePack, ...]:
    """Return the language packs of phrases/, in the order of their names; raises BadReferenceData.

    To each are added the words that hold a party's name and mean something else ("Latin America").
    """
    others = read_not_parties(HERE / "parties" / "not-parties.tsv")
    found = [read_pack(path) for path in sorted((HERE / "phrases").glob("*.toml"))]
    return tuple(
        replace(
            pack,
            phrases=(*pack.phrases, *((phrase, NOT_A_PARTY) for phrase in others.get(pack.language, ()))),
        )
        for pack in found
    )


def read_not_parties(path: Path) -> dict[str, list[str]]:
    """Read the words that only look like a party, as phrases by language; raises BadReferenceData."""
    found: dict[str, list[str]] = {}
    for row in rows(path, ("language", "forms")):
        forms = row.cases("forms")
        if not forms:
            raise row.bad("forms is missing")
        found.setdefault(row.required("language"), []).append(f"({'|'.join(forms)})")
    return found


def read_pack(path: Path) -> LanguagePack:
    """Read one language pack; raises BadReferenceData that names the file and the table or line."""
    try:
        with path.open("rb") as file:
            return parse_pack(tomllib.load(file))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, PackError) as error:
        raise BadReferenceData(f"phrases/{path.name}: {error}") from error


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer of the data files, built once a process; raises BadReferenceData.

    The pipeline builds its own from the tables, which editors may have changed; this one serves
    where there is no database (`manage.py read`, tests, benchmarks).
    """
    return Gazetteer(
        parties=[party.entry() for party in parties()], officials=official_entries(), packs=packs()
    )
