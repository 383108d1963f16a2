"""Read what was recorded by a moment: every query inside asks the schema `as_of` (docs/decisions/0013)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.db import connection, transaction
from django.utils import timezone

_PLANNED = {
    **dict.fromkeys(("enable_hashjoin", "enable_mergejoin", "enable_material", "jit"), "off"),
    "random_page_cost": "1.1",  # one row after another in an index, not all of them to be sorted
}
_LOOK_UP = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in _PLANNED.items())


def end_of(day: date) -> datetime:
    """The moment a day is over, in the site's zone: the reader's own would give each another answer."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=timezone.get_default_timezone())


@contextmanager
def as_recorded_before(moment: datetime) -> Iterator[None]:
    """Let every query of the block see the archive as it was before `moment`; nothing can be written.

    PostgreSQL has no statistics of the views: it takes a join by a key for one that finds thousands, and
    would rather read all links once, to hash, sort or keep them, than look up each by the key. Forbidden to,
    it looks them up, as it does for the pages of today. For the same reason it would compile what takes
    milliseconds.

    One snapshot for the whole block, so that a page agrees with itself. Taken back at the end, whatever
    happens: inside another transaction (of a test) the search path goes with the savepoint.
    """
    features = connection.features
    begins = not connection.in_atomic_block
    with transaction.atomic():
        with connection.cursor() as cursor:
            if begins:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute(
                "SELECT set_config('search_path', 'as_of, public', true),"
                f" set_config('demarche.as_of', %s, true), {_LOOK_UP}",
                [moment.isoformat()],
            )
        # Of a view PostgreSQL does not know that its columns follow from its key: Django has to group by all.
        features.allows_group_by_selected_pks = False
        try:
            yield
        finally:
            del features.allows_group_by_selected_pks
            transaction.set_rollback(True)
