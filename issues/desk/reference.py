"""Fills the tables with what the project knows at the start: parties, people, matters (issues/reference)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pghistory
from django.db import connection, transaction

from issues import reference
from issues.desk.reference_tables import CONTEXT, Key, TableCounts, Values, sync_table
from issues.models import Category, Issue, Office, Official, Party, Relationship, Tenure
from issues.permissions import sync_groups

LOADED = "loaded"  # in Party.forms: a digest of what the loader wrote, to see whether it was edited since
LOCK = 0x6465_6D61  # advisory lock: one loader at a time


@dataclass(frozen=True, slots=True)
class LoadedReference:
    """What one load did, by table."""

    counts: Mapping[str, TableCounts]

    @property
    def is_unchanged(self) -> bool:
        return not any(table.added or table.updated or table.removed for table in self.counts.values())


def load_reference_data() -> LoadedReference:
    """Bring the reference tables and the groups up to date. Idempotent, one transaction.

    Rows follow the data files for as long as only this function wrote them; a row that a person
    edited, renamed or deleted stays as that person left it (see reference_tables). Parties, which
    have no audit history, carry a digest of what was loaded for the same purpose; categories are
    only added. Raises issues.reference.BadReferenceData when a data file is wrong.
    """
    with pghistory.context(**CONTEXT), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        sync_groups()
        counts = {
            "parties": _load_parties(),
            "categories": _load_categories(),
            **_load_matters(),
            **_load_people(),
        }
    return LoadedReference(counts)


def _load_parties() -> TableCounts:
    rows = Party.objects.in_bulk()
    new: list[Party] = []
    changed: list[Party] = []
    kept = 0
    for party in reference.parties():
        wanted = Party(code=party.code, kind=party.kind, name=party.name, name_ru=party.name_ru)
        wanted.forms = json.loads(json.dumps(party.forms()))
        wanted.forms[LOADED] = _digest(wanted)
        row = rows.get(party.code)
        if row is None:
            new.append(wanted)
        elif row.forms.get(LOADED) != _digest(row):
            kept += 1
        elif row.forms != wanted.forms:
            changed.append(wanted)
    Party.objects.bulk_create(new, batch_size=500)
    if changed:
        Party.objects.bulk_update(changed, ["kind", "name", "name_ru", "forms"], batch_size=500)
    return TableCounts(len(new), len(changed), kept)


def _digest(party: Party) -> str:
    forms = {name: words for name, words in party.forms.items() if name != LOADED}
    written = json.dumps([str(party.kind), party.name, party.name_ru, forms], sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _load_categories() -> TableCounts:
    present = set(Category.objects.values_list("slug", flat=True))
    new = [
        Category(
            slug=one.slug,
            name=one.name,
            name_ru=one.name_ru,
            definition=one.definition,
            position=one.position,
        )
        for one in reference.categories()
        if one.slug not in present
    ]
    Category.objects.bulk_create(new)
    return TableCounts(added=len(new))


def _load_matters() -> dict[str, TableCounts]:
    pairs: dict[Key, Values] = {
        (one.first, one.second): {"slug": one.slug} for one in reference.relationships()
    }
    relationships = sync_table(Relationship, pairs, key=("first_id", "second_id"))
    by_slug = {one.slug: relationships.ids.get((one.first, one.second)) for one in reference.relationships()}
    matters: dict[Key, Values] = {
        (one.slug,): {
            "relationship_id": by_slug[one.relationship],
            "category_id": one.category,
            "title": one.title,
            "title_ru": one.title_ru,
            "summary": one.summary,
            "position": one.position,
        }
        for one in reference.issues()
        if by_slug.get(one.relationship) is not None
    }
    return {
        "relationships": relationships.counts,
        "issues": sync_table(Issue, matters, key=("slug",)).counts,
    }


def _load_people() -> dict[str, TableCounts]:
    persons: dict[Key, Values] = {
        (one.slug,): {"name": one.name, "aliases": list(one.aliases), "party_id": one.party}
        for one in reference.officials()
    }
    posts: dict[Key, Values] = {
        (one.party, one.title): {"title_ru": one.title_ru} for one in reference.offices()
    }
    officials = sync_table(Official, persons, key=("slug",))
    offices = sync_table(Office, posts, key=("party_id", "title"))
    titles = {one.key: (one.party, one.title) for one in reference.offices()}
    held: dict[Key, dict[str, Any]] = {}
    for one in reference.tenures():
        official = officials.ids.get((one.official,))
        office = offices.ids.get(titles[one.office])
        if official is not None and office is not None:
            held[official, office, one.started_on] = {"ended_on": one.ended_on, "fact_source": one.source}
    tenures = sync_table(Tenure, held, key=("official_id", "office_id", "started_on"), remove_stale=True)
    return {"officials": officials.counts, "offices": offices.counts, "tenures": tenures.counts}
