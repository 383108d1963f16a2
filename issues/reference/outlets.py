"""Agencies whose words others print: their names in the texts of several languages, and their addresses."""

from dataclasses import dataclass
from functools import cache

from issues.reading.credits import Outlet
from issues.reference.tables import HERE, rows


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency; hosts are those of its own pages, without "www."."""

    outlet: Outlet
    hosts: tuple[str, ...]


@cache
def agencies() -> tuple[Agency, ...]:
    """Return the agencies; raises BadReferenceData, naming file and line."""
    return tuple(
        Agency(Outlet(row.required("key"), row.required("name"), row.names("names")), row.names("hosts"))
        for row in rows(HERE / "outlets" / "agencies.tsv", ("key", "name", "names", "hosts"))
    )
