"""Whether sources could have told of a party's words: they were asked, they answered, they brought others'.

Silence is said only where somebody listened. Rows come from `silence`; this module judges them. Pure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# A source may miss one day in four.
ANSWERED_AT_LEAST = 0.75
WATCHED_DAYS = 60


@dataclass(frozen=True, slots=True)
class Ear:
    """A source as it listened: the day of its newest publication, and how its polls went.

    `answered` are those of the last WATCHED_DAYS on which a poll succeeded. A source that is not
    polled, or not yet, has no `first_poll`.
    """

    source: int
    name: str
    newest: date | None
    first_poll: date | None
    answered: frozenset[date]


def listened(ear: Ear, *, since: date, today: date) -> bool:
    """Whether a source brought anything after `since`, and answered on most days it was asked."""
    if ear.newest is None or ear.newest <= since:
        return False
    if ear.first_poll is None:
        return True
    first = max(since, ear.first_poll, today - timedelta(days=WATCHED_DAYS)) + timedelta(days=1)
    asked = (today - first).days  # today may not have had its turn
    if asked <= 0:
        return True
    heard = sum(1 for day in ear.answered if first <= day < today)
    return heard >= ANSWERED_AT_LEAST * asked


def deaf(brought_by: Iterable[int], ears: Sequence[Ear], *, since: date, today: date) -> tuple[Ear, ...]:
    """The sources for whose failing nothing can be said; none where those that listened suffice.

    `brought_by` has a source for each of a party's latest statements; sources that brought at least
    half of them must have listened.
    """
    weights = Counter(brought_by)
    heard = {ear.source for ear in ears if listened(ear, since=since, today=today)}
    if 2 * sum(count for source, count in weights.items() if source in heard) >= weights.total():
        return ()
    return tuple(ear for ear in ears if ear.source in weights and ear.source not in heard)
