"""Documents as they are found: entries of feeds, each at one address, once."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction

from issues.ingest.capture import record_capture
from issues.ingest.politeness import pause_of
from issues.models import Document, Source
from issues.reading.addresses import InvalidAddress, canonical_address
from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.reading.feeds import Entry
from issues.vocabulary import DateOrigin

# A message that waits longer than this is not sent: the sweep finds the document when it is due.
SEND_WITHIN = 60.0


@dataclass(frozen=True, slots=True)
class DueDocument:
    """A document to fetch, and in how many seconds: pages of one host are spread over time."""

    document_id: int
    wait: float


@dataclass(frozen=True, slots=True)
class RecordedEntries:
    """What became of a feed's entries. captures: of entries that have no page, to be read as they are."""

    seen: int
    new: int
    due: tuple[DueDocument, ...]
    captures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry and the one spelling of its address."""

    address: str
    entry: Entry

    @property
    def has_page(self) -> bool:
        return not self.address.startswith("urn:")


def record_entries(*, source: Source, entries: Iterable[Entry]) -> RecordedEntries:
    """Record each entry as a document unless its address is known; one transaction.

    New pages get a time to be fetched; a known page whose entry says it was updated after our last
    look is due again at once. An entry without a page is captured as its own words.
    """
    found: dict[str, _Found] = {}
    for entry in entries:
        one = _Found(entry_address(source, entry), entry)
        found.setdefault(one.address, one)
    with transaction.atomic():
        new = _insert(source, list(found.values()))
        updated = _renew([one for one in found.values() if one.has_page])
        captures = _capture_words([one for one in found.values() if not one.has_page])
    due = tuple(DueDocument(pk, wait) for pk, wait in (*new.due, *updated) if wait <= SEND_WITHIN)
    return RecordedEntries(len(found), new.count, due, captures)


def entry_address(source: Source, entry: Entry) -> str:
    """Return the address that an entry's document stands at: its page's, else one made from its id."""
    if entry.url:
        try:
            return canonical_address(entry.url)
        except InvalidAddress:
            pass
    return "urn:sha256:" + hashlib.sha256(f"{source.address}\n{entry.id}".encode()).hexdigest()


def claimed_date(published: str | None) -> ImpreciseDate | None:
    """Return the day (month, year) that a feed claims; None where it claims none that can be."""
    if not published:
        return None
    try:
        return ImpreciseDate.from_edtf(published.partition("T")[0], origin=DateOrigin.FEED)
    except InvalidDate:
        return None


@dataclass(frozen=True, slots=True)
class _Inserted:
    count: int
    due: tuple[tuple[int, float], ...]


INSERT = """
INSERT INTO issues_document (source_id, address, title, language, published_on, published_on_words,
    published_on_origin, next_fetch_at, fetch_attempts, fetch_error)
SELECT %(source)s, address, title, '', published_on, '', origin,
    statement_timestamp() + make_interval(secs => wait), 0, ''
FROM unnest(%(addresses)s::text[], %(titles)s::text[], %(dates)s::text[], %(origins)s::text[],
    %(waits)s::float8[]) WITH ORDINALITY AS entry (address, title, published_on, origin, wait, place)
ORDER BY place DESC -- feeds begin with what is new, and lists of documents with the highest id
ON CONFLICT (address) DO NOTHING RETURNING id, address
"""


def _insert(source: Source, found: list[_Found]) -> _Inserted:
    dates = [claimed_date(one.entry.published) for one in found]
    waits = _spread(found)
    with connection.cursor() as cursor:
        cursor.execute(
            INSERT,
            {
                "source": source.pk,
                "addresses": [one.address for one in found],
                "titles": [_storable(one.entry.title)[:500] for one in found],
                "dates": [day.edtf if day else "" for day in dates],
                "origins": [day.origin.value if day else "" for day in dates],
                "waits": waits,
            },
        )
        ids = {address: pk for pk, address in cursor.fetchall()}
    due = [
        (ids[one.address], wait)
        for one, wait in zip(found, waits, strict=True)
        if one.address in ids and wait is not None
    ]
    return _Inserted(len(ids), tuple(due))


def _storable(text: str) -> str:
    return text.replace("\0", "\ufffd")


def _spread(found: list[_Found]) -> list[float | None]:
    """Return when to fetch each page, in seconds from now: one after the other on each host."""
    count: Counter[str] = Counter()
    waits: list[float | None] = []
    for one in found:
        if not one.has_page:
            waits.append(None)
            continue
        host = urlsplit(one.address).netloc
        waits.append(count[host] * pause_of(one.address))
        count[host] += 1
    return waits


RENEW = """
UPDATE issues_document AS document SET next_fetch_at = statement_timestamp(), fetch_attempts = 0
FROM unnest(%(addresses)s::text[], %(times)s::timestamptz[]) AS entry (address, updated)
WHERE document.address = entry.address AND entry.updated < statement_timestamp() + interval '10 minutes'
    AND (document.next_fetch_at IS NULL
        OR document.next_fetch_at > statement_timestamp() + make_interval(secs => %(lease)s))
    AND (SELECT max(last_seen_at) FROM issues_capture WHERE document_id = document.id) < entry.updated
RETURNING document.id
"""


def _renew(found: list[_Found]) -> list[tuple[int, float]]:
    times = {one.address: _instant(one.entry.updated) for one in found}
    times = {address: time for address, time in times.items() if time is not None}
    if not times:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            RENEW,
            {
                "addresses": list(times),
                "times": list(times.values()),
                "lease": settings.INGEST_LEASE,
            },
        )
        return [(pk, 0.0) for (pk,) in cursor.fetchall()]


def _instant(claimed: str | None) -> datetime | None:
    """Return a claimed time that names its zone; days and local times cannot be compared with ours."""
    try:
        found = datetime.fromisoformat(claimed or "")
    except ValueError:
        return None
    return found if found.tzinfo else None


def _capture_words(found: list[_Found]) -> tuple[int, ...]:
    """Capture entries without a page as the words of the entry; an edited entry gains a capture."""
    ids = dict(
        Document.objects.filter(address__in=[one.address for one in found]).values_list("address", "pk")
    )
    captures = []
    for one in found:
        words = f"{one.entry.title}\n\n{one.entry.summary}".strip()
        if words and one.address in ids:
            recorded = record_capture(
                document_id=ids[one.address], raw=words.encode("utf-8", "replace"), media_type="text/plain"
            )
            if recorded.is_new:
                captures.append(recorded.capture.pk)
    return tuple(captures)
