"""Make a generated archive, from the plan to the proof that all of it holds."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage
from django.db import connection, models, transaction

from issues.generator.cast import PREFIX, create_cast
from issues.generator.check import broken_rules
from issues.generator.decisions import Desk
from issues.generator.filling import laid_aside
from issues.generator.history import BORN_FIRST, STORIES, backdate, write_history, write_past
from issues.generator.papers import Store
from issues.generator.plan import Plan
from issues.generator.press import Press
from issues.generator.schedule import ACCEPTED, NO_ISSUE, make_schedule
from issues.generator.tables import (
    COLUMNS,
    Rows,
    copy_rows,
    history_of,
    mend_sequences,
    next_id,
    past_of,
    table_of,
)
from issues.generator.words import NAMES, make_names
from issues.models import Issue, Statement
from issues.models.documents import capture_storage

type Report = Callable[[str], None]


class ArchiveNotEmptyError(Exception):
    """There is an archive here already; the message says what to do."""


class BrokenArchiveError(Exception):
    """What was made breaks rules of the database; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Made:
    """How much was made and how long it took."""

    rows: dict[str, int]  # by table
    seconds: float

    @property
    def rows_a_second(self) -> int:
        return round(sum(self.rows.values()) / self.seconds)


def generate_archive(plan: Plan, *, beside: bool = False, report: Report = lambda _: None) -> Made:
    """Fill the database with what was planned; one transaction. Raises ArchiveNotEmptyError.

    `beside` lets it stand beside an archive that is there; a generated one can be there once.
    """
    if Issue.objects.filter(slug__startswith=PREFIX).exists():
        raise ArchiveNotEmptyError("There is a generated archive here. Take an empty database.")
    if not beside and Statement.objects.exists():
        raise ArchiveNotEmptyError("The database has statements. Take an empty one, or say --beside.")
    began = time.monotonic()
    counts: dict[type[models.Model], int] = dict.fromkeys(COLUMNS, 0)
    with transaction.atomic():
        _fill(plan, counts, report)
    report("tidying up (VACUUM)")
    with connection.cursor() as cursor:
        # Without it, the first reader of each page of a table would do it. Not possible in a transaction.
        cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)")
    made = {str(model._meta.verbose_name_plural): count for model, count in counts.items()}  # noqa: SLF001
    return Made(made, time.monotonic() - began)


def _fill(plan: Plan, counts: dict[type[models.Model], int], report: Report) -> None:
    chance = np.random.default_rng(plan.seed)
    drawn = Random(f"{plan.seed} cast")  # noqa: S311  # no secret
    names = make_names(drawn, NAMES + plan.issues)
    cast = create_cast(plan, names, drawn)
    schedule = make_schedule(plan, chance)
    accepted = schedule.issue[(schedule.state == ACCEPTED) & (schedule.issue != NO_ISSUE)]
    desk = Desk(plan, cast, np.bincount(accepted, minlength=plan.issues), chance)
    press = Press(plan, schedule, cast, names[:NAMES], desk, _store())
    first_ids = {model: next_id(model) for model in STORIES}
    events = [table_of(event) for model in STORIES if (event := history_of(model))]
    past = [past_of(model) for model, story in STORIES.items() if story.before]
    tables = [table_of(model) for model in COLUMNS]
    began = time.monotonic()
    with laid_aside([*tables, *events, *past]):
        for rows, done in press.batches():
            _copy(rows, counts)
            rate = done / (time.monotonic() - began)
            report(f"{done:,} of {plan.statements:,} statements, {rate:,.0f} a second")
        _copy(desk.rows(Random(f"{plan.seed} desk")), counts)  # noqa: S311  # no secret
        mend_sequences(COLUMNS)
        _analyze(tables)
        report("history")
        write_history(first_ids)
        write_past(first_ids)
        backdate(BORN_FIRST, born=_born(plan))
        _analyze([*events, *past])
        report("indexes and foreign keys")
    report("checking that every rule holds")
    if broken := broken_rules():
        raise BrokenArchiveError("; ".join(f"{rule}: not in {count} rows" for rule, count in broken.items()))


def _analyze(tables: Iterable[str]) -> None:
    """What follows would be planned for empty tables otherwise."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")


def _copy(rows: Rows, counts: dict[type[models.Model], int]) -> None:
    for model, held in rows.items():
        if held:
            copy_rows(model, held)
            counts[model] += len(held)


def _born(plan: Plan) -> datetime:
    day = plan.today - timedelta(days=366 * plan.years)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _store() -> Store:
    """Keeps raw bytes under a name. No fsync, as these can be made again."""
    storage = capture_storage()
    if not isinstance(storage, FileSystemStorage):
        return lambda name, raw: _save(storage, name, raw)
    made: set[Path] = set()

    def store(name: str, raw: bytes) -> None:
        path = Path(storage.path(name))
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(raw)

    return store


def _save(storage: Storage, name: str, raw: bytes) -> None:
    if not storage.exists(name):
        storage.save(name, ContentFile(raw))
