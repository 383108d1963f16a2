"""What the reader is told of the world: the reference data, and the states that a folder of cases invents."""

import tomllib
from pathlib import Path
from typing import Any

from benchmarks.reading.cases import BadCases
from issues.reading.gazetteer import Gazetteer, PartyEntry
from issues.reference import load_gazetteer


def gazetteer_for(folder: Path) -> Gazetteer:
    """Return the gazetteer of the reference data, with the parties of parties.toml if there is one.

    Raises BadCases for a file that is not as it should be.
    """
    invented, known = invented_parties(folder), load_gazetteer()
    if not invented:
        return known
    return Gazetteer(
        parties=[*known.parties.values(), *invented],
        officials=known.officials.values(),
        packs=known.packs.values(),
        judge=known.judge,
    )


def invented_parties(folder: Path) -> list[PartyEntry]:
    """Return the parties of a folder's parties.toml; none where there is no such file. Raises BadCases."""
    path = folder / "parties.toml"
    if not path.is_file():
        return []
    try:
        return [_entry(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["party"]]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadCases(f"{path} cannot be read: {error!r}") from error


def _entry(row: dict[str, Any]) -> PartyEntry:
    words = {
        kind: {language: tuple(listed) for language, listed in row.get(kind, {}).items()}
        for kind in ("names", "adjectives", "demonyms")
    }
    return PartyEntry(row["code"], "demo", words["names"], words["adjectives"], words["demonyms"])
