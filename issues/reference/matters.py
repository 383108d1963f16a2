"""The categories, and the relationships and issues the tracker starts with."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from issues.reference.parties import parties
from issues.reference.tables import HERE, rows


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of bilateral matter; position is its place on the board, from 1."""

    slug: str
    name: str
    name_ru: str
    definition: str
    position: int


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pair of parties in the order of their codes; slug as in the address of its board."""

    first: str
    second: str
    slug: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One matter in one relationship (slug) and category (slug); its phase is not assessed."""

    slug: str
    relationship: str
    category: str
    title: str
    title_ru: str
    summary: str
    position: int


@dataclass(frozen=True, slots=True)
class Matters:
    """The three lists, checked against each other."""

    categories: tuple[Category, ...]
    relationships: tuple[Relationship, ...]
    issues: tuple[Issue, ...]


@cache
def matters() -> Matters:
    """Return categories, relationships and issues; raises BadReferenceData, naming file and line."""
    return read_matters(HERE / "matters", frozenset(party.code for party in parties()))


def categories() -> tuple[Category, ...]:
    return matters().categories


def relationships() -> tuple[Relationship, ...]:
    return matters().relationships


def issues() -> tuple[Issue, ...]:
    return matters().issues


def read_matters(folder: Path, codes: frozenset[str]) -> Matters:
    """Read categories.tsv, relationships.tsv and issues.tsv of a folder; raises BadReferenceData."""
    kinds = _categories(folder / "categories.tsv")
    pairs = _relationships(folder / "relationships.tsv", codes)
    matters = _issues(folder / "issues.tsv", {kind.slug for kind in kinds}, {pair.slug for pair in pairs})
    return Matters(kinds, pairs, matters)


def _categories(path: Path) -> tuple[Category, ...]:
    found: dict[str, Category] = {}
    for row in rows(path, ("slug", "name", "name_ru", "definition")):
        slug = row.required("slug")
        if slug in found:
            raise row.bad(f"{slug} is listed twice")
        found[slug] = Category(
            slug, row.required("name"), row.required("name_ru"), row.required("definition"), len(found) + 1
        )
    return tuple(found.values())


def _relationships(path: Path, codes: frozenset[str]) -> tuple[Relationship, ...]:
    found: dict[tuple[str, str], Relationship] = {}
    for row in rows(path, ("first", "second", "slug")):
        first, second = row["first"], row["second"]
        if not {first, second} <= codes:
            raise row.bad(f"{first} or {second} is not the code of a party")
        if first >= second:
            raise row.bad("the code that sorts first comes first")
        if (first, second) in found:
            raise row.bad(f"{first}–{second} is listed twice")
        found[first, second] = Relationship(first, second, row.required("slug"))
    return tuple(found.values())


def _issues(path: Path, kinds: set[str], pairs: set[str]) -> tuple[Issue, ...]:
    found: dict[str, Issue] = {}
    columns = ("slug", "relationship", "category", "title", "title_ru", "summary")
    for row in rows(path, columns):
        slug = row.required("slug")
        if slug in found:
            raise row.bad(f"{slug} is listed twice")
        if row["relationship"] not in pairs:
            raise row.bad(f"no relationship {row['relationship']!r}")
        if row["category"] not in kinds:
            raise row.bad(f"no category {row['category']!r}")
        found[slug] = Issue(
            slug,
            row["relationship"],
            row["category"],
            row.required("title"),
            row.required("title_ru"),
            row.required("summary"),
            position=len(found) + 1,
        )
    return tuple(found.values())
