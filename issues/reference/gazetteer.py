"""The reader's gazetteer, built from the data files."""

import tomllib
from functools import cache
from pathlib import Path

from issues.reading.gazetteer import Gazetteer
from issues.reading.packs import LanguagePack, PackError, parse_pack
from issues.reference.parties import parties
from issues.reference.people import official_entries
from issues.reference.tables import HERE, BadReferenceData


@cache
def packs() -> tuple[LanguagePack, ...]:
    """Return the language packs of phrases/, in the order of their names; raises BadReferenceData."""
    return tuple(read_pack(path) for path in sorted((HERE / "phrases").glob("*.toml")))


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
