"""RSS, Atom and RDF feeds: bytes to entries.

feedparser reads almost anything, and is only ever handed bytes: given text it would take an address or
a file name in it for something to open. What is hostile in XML is taken out before it sees the feed:
the document type with all its entities.
"""

import hashlib
import html
import io
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
import nh3

from issues.reading.charsets import decode
from issues.reading.timestamps import claimed_time

_ROOT = re.compile(r"<(?:[a-z][\w.-]{0,20}:)?(?:rss|feed|rdf|channel)(?=[\s/>])", re.IGNORECASE)
_WEB_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_NAMED_FEED = re.compile(
    r"<link\b[^>]{0,400}\btype=[\"']application/(?:rss|atom)\+xml[^>]{0,400}>", re.IGNORECASE
)
_HREF = re.compile(r"\bhref=[\"']([^\"'\s]{1,300})", re.IGNORECASE)
_BLOCK = re.compile(r"<(?=/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote)\b)", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-z/!]|&(?:#\d|#x[0-9a-f]|[a-z]+;)", re.IGNORECASE)
_SUMMARY_LENGTH = 4_000


class UnreadableFeed(ValueError):  # noqa: N818 - says what is wrong, as a reader would
    """The bytes are no feed; the message says what they are and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. Texts are plain, without markup.

    id is the feed's own, else the address, else a hash of the words. url is absolute http(s) or "".
    published and updated are ISO 8601 as claimed (a timestamp with the zone given, or a day, month or
    year), None where missing or unreadable. updated is kept apart: when a page was last touched is not
    when it was published.
    """

    id: str
    url: str
    title: str
    published: str | None
    summary: str
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and entries in its own order. warning says what was wrong with it, if anything."""

    title: str
    entries: list[Entry] = field(default_factory=list)
    warning: str = ""


def read_feed(raw: bytes, *, base_url: str | None = None) -> Feed:
    """Read RSS 0.9x–2.0, Atom or RDF. `base_url` resolves relative links. Opens nothing.

    Raises UnreadableFeed for anything that is no feed. A broken feed is read as far as it goes, and its
    warning says so.
    """
    text = _without_prolog(_feed_text(raw))
    headers = {"content-type": "application/xml; charset=utf-8"}
    if base_url:
        headers["content-location"] = base_url
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", errors="replace")),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # feedparser promises none; whatever it raises is the feed's fault, not ours
        raise UnreadableFeed(f"The feed cannot be parsed: {error}") from error
    if not parsed.get("version") and not parsed.entries:
        raise UnreadableFeed(
            f"The feed cannot be read: {_problem(parsed) or 'it holds neither RSS, Atom nor RDF'}."
        )
    is_atom = str(parsed.get("version", "")).startswith("atom")
    entries = [entry for item in parsed.entries if (entry := _entry(item, base_url, is_atom=is_atom))]
    return Feed(_plain(parsed.feed.get("title_detail") or {}), entries, _problem(parsed))


def is_feed(raw: bytes) -> bool:
    """Tell from their beginning whether bytes are a feed rather than a page."""
    beginning = decode(raw[:4096]).text
    return _ROOT.search(beginning) is not None and _WEB_PAGE.search(beginning) is None


def _feed_text(raw: bytes) -> str:
    """Decode the bytes and refuse at once what cannot be a feed, saying what it is instead."""
    if not raw.strip(b"\0\t\n\r "):
        raise UnreadableFeed("The feed is empty: the server sent nothing.")
    if raw.startswith(b"\x1f\x8b"):
        raise UnreadableFeed("The feed is still compressed (gzip): unpack it first.")
    text = decode(raw).text.replace("\0", "\ufffd").lstrip("\ufeff")
    if _ROOT.search(text):
        return text
    if _WEB_PAGE.search(text[:4096]):
        named = [href[1] for link in _NAMED_FEED.finditer(text[:200_000]) if (href := _HREF.search(link[0]))]
        hint = (
            f"It names its feeds: {', '.join(named[:5])}" if named else "Look on it for the address of a feed"
        )
        raise UnreadableFeed(f"This is a web page, not a feed. {hint}.")
    if text.lstrip().startswith(("{", "[")):
        raise UnreadableFeed("This is JSON, not a feed: give the address of the RSS or Atom feed.")
    raise UnreadableFeed("This is not a feed: it has no <rss>, <feed> or <rdf:RDF> element.")


def _without_prolog(text: str) -> str:
    """Cut off all that stands before the root element: XML declaration, document type, entities.

    The bytes are UTF-8 now, whatever they were declared to be. An entity that is then unknown stays as it
    was written: nothing can be expanded, nothing included.
    """
    root = _ROOT.search(text)
    return text[root.start() :] if root else text


def _problem(parsed: Any) -> str:
    error = parsed.get("bozo_exception") if parsed.get("bozo") else None
    if error is None or type(error).__name__ == "CharacterEncodingOverride":
        return ""
    # Without its line number: it counts lines that feedparser put in and we took out.
    return f"broken XML: {error.getMessage() if hasattr(error, 'getMessage') else error}"


def _entry(item: Any, base_url: str | None, *, is_atom: bool) -> Entry | None:
    title = _plain(item.get("title_detail") or {})
    content = item.get("content") or []
    summary = _plain(item.get("summary_detail") or (content[0] if content else {}))[:_SUMMARY_LENGTH]
    url = _address(item.get("link"), base_url)
    updated = claimed_time(dict.get(item, "updated"))
    published = claimed_time(dict.get(item, "published"))
    if published is None and not is_atom:
        published = updated  # RSS and RDF say dc:date, which feedparser files under "updated"
    own_id = str(item.get("id") or "").strip()
    if not (own_id or url or title or summary):
        return None
    return Entry(own_id or url or _hash(title, summary), url, title, published, summary, updated)


def _hash(title: str, summary: str) -> str:
    return "sha256:" + hashlib.sha256(f"{title}\n{summary}".encode()).hexdigest()


def _address(link: object, base_url: str | None) -> str:
    """Make an absolute http(s) address of a link; "" where it is none."""
    if not link:
        return ""
    try:
        address = urljoin(base_url or "", str(link).strip())
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc else ""


def _plain(detail: Any) -> str:
    """Give the words of a text construct without markup, one line a block."""
    value = str(detail.get("value") or "")
    if detail.get("type") != "text/plain" or _MARKUP.search(value):
        value = html.unescape(nh3.clean(_BLOCK.sub("\n<", value), tags=set()))
    lines = (" ".join(line.split()) for line in value.splitlines())
    return "\n".join(line for line in lines if line)
