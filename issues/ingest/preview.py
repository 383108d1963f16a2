"""What a source would bring, before anybody follows it."""

from dataclasses import dataclass
from urllib.parse import urljoin

import lxml.html
from lxml.etree import LxmlError

from issues.ingest.documents import claimed_date
from issues.ingest.errors import FetchError
from issues.ingest.fetch import FEEDS, fetch
from issues.reading.addresses import InvalidAddress, canonical_address
from issues.reading.edtf import ImpreciseDate
from issues.reading.feeds import Feed, UnreadableFeed, read_feed

HTML = frozenset({"text/html", "application/xhtml+xml"})
FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
MOST_OFFERED = 12
MOST_ENTRIES = 10


@dataclass(frozen=True, slots=True)
class OfferedFeed:
    """A feed that a page names as its own."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class PreviewEntry:
    """An entry as it would be recorded; published is None where the feed claims no date."""

    title: str
    address: str
    published: ImpreciseDate | None
    summary: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands at an address: a feed, or a page that offers feeds (then entries is empty).

    address: the feed's own, in its canonical spelling; found_on: the page it was found on, else "".
    problem: why there is nothing to follow, in words; "" where there is.
    """

    address: str
    title: str = ""
    entries: tuple[PreviewEntry, ...] = ()
    count: int = 0
    dated: int = 0
    warning: str = ""
    found_on: str = ""
    offered: tuple[OfferedFeed, ...] = ()
    problem: str = ""

    @property
    def is_feed(self) -> bool:
        return not self.problem and not self.offered


def preview_source(address: str) -> Preview:
    """Look at what stands at an address. Never raises: what is wrong stands in `problem`.

    A page that names one feed is followed to it; one that names several offers them.
    """
    address = address.strip()
    if address and "://" not in address:
        address = f"https://{address}"
    try:
        address = canonical_address(address)
        answer = fetch(address, accept=FEEDS)
        offered = find_feeds(answer.body, answer.url) if answer.media_type in HTML else ()
        if len(offered) > 1:
            return Preview(address, offered=offered)
        if offered:
            page, address = address, offered[0].address
            answer = fetch(address, accept=FEEDS)
            return _preview(address, read_feed(answer.body, base_url=answer.url), found_on=page)
        return _preview(address, read_feed(answer.body, base_url=answer.url))
    except (InvalidAddress, FetchError, UnreadableFeed) as error:
        return Preview(address, problem=str(error))


def find_feeds(raw: bytes, base_url: str) -> tuple[OfferedFeed, ...]:
    """Return the feeds that a web page names in its <link rel="alternate">, each once, in its order."""
    try:
        page = lxml.html.document_fromstring(raw, base_url=base_url)
    except (LxmlError, ValueError):
        return ()
    base = next((str(one.get("href")) for one in page.iter("base") if one.get("href")), "")
    found: dict[str, OfferedFeed] = {}
    for link in page.iter("link"):
        relations, kind = (str(link.get(name) or "").lower().split() for name in ("rel", "type"))
        if "alternate" not in relations or not FEED_TYPES.intersection(kind) or not link.get("href"):
            continue
        try:
            address = canonical_address(urljoin(urljoin(base_url, base), str(link.get("href"))))
        except (InvalidAddress, ValueError):
            continue
        found.setdefault(address, OfferedFeed(address, " ".join(str(link.get("title") or "").split())[:200]))
    return tuple(found.values())[:MOST_OFFERED]


def _preview(address: str, feed: Feed, *, found_on: str = "") -> Preview:
    entries = [
        PreviewEntry(
            title=entry.title or "(without a title)",
            address=entry.url,
            published=claimed_date(entry.published),
            summary=entry.summary[:300],
        )
        for entry in feed.entries
    ]
    return Preview(
        address=address,
        title=feed.title,
        entries=tuple(entries[:MOST_ENTRIES]),
        count=len(entries),
        dated=sum(entry.published is not None for entry in entries),
        warning=feed.warning,
        found_on=found_on,
    )
