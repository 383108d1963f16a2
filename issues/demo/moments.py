"""When the demonstration's desk recorded what: some hours after it was published, as desks do.

The whole demonstration is loaded within a minute. Its documents are of two and a half years, and so is
what its desk knew: a page as of an earlier day shows the newsroom of that day.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zlib import crc32

from issues.demo.articles import Edition

OPENED = timedelta(days=900)  # before the reference day; the first article is of d-882
PATH = re.compile(r"/edition/\d+/(?P<path>.+?)(?:\.html)?$")
READ_AFTER = timedelta(minutes=1)
CAPTURED_WITHIN, REVIEWED_WITHIN = 170, 540  # minutes


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments of one edition. Each article has its own delay, the same on every day."""

    edition: Edition

    @property
    def opened(self) -> datetime:
        return self.on(self.edition.today - OPENED)

    @staticmethod
    def on(day: date) -> datetime:
        """The hour at which the desk does what no article asks for."""
        return datetime.combine(day, time(9), UTC)

    def captured(self, path: str, *, version: int = 1) -> datetime | None:
        """When a version of an article was archived; None where the edition has no such article."""
        article = (self.edition.edits if version > 1 else self.edition.articles).get(path)
        return article.updated_at + _minutes(path, CAPTURED_WITHIN) if article else None

    def reviewed(self, path: str) -> datetime:
        """When the editor had been through an article."""
        captured = self.captured(path) or self.opened
        return captured + READ_AFTER + _minutes(f"{path} reviewed", REVIEWED_WITHIN)


def path_of(address: str) -> str:
    """The path in `content/` of an article, from its address; "" where it is none of an edition."""
    match = PATH.search(address)
    return match["path"] if match else ""


def _minutes(drawn_by: str, within: int) -> timedelta:
    """At least ten minutes; no chance in it."""
    return timedelta(minutes=10 + crc32(drawn_by.encode()) % (within - 10))
