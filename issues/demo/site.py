"""The demo's small news site as a plain WSGI application. It knows no database.

Addresses: ``/`` · ``/robots.txt`` · ``/edition/<n>/`` · ``/edition/<n>/<outlet>/`` ·
``…/feed.xml`` · ``…/<slug>.html`` · ``…/<slug>.pdf``. The edition's number is its reference day, so a
site that starts again tomorrow serves what was archived today word for word.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal
from wsgiref.util import application_uri

from issues.demo.articles import Article, Edition, Outlet, outlets, read_edition
from issues.demo.days import day_of_edition
from issues.demo.feeds import feed_document
from issues.demo.pages import article_page, outlet_page, site_page
from issues.demo.pdf import write_pdf

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HTML = "text/html; charset=utf-8"
ROBOTS = b"User-agent: *\nDisallow: /drafts/\n"
PATH = re.compile(r"^/edition/(?P<edition>\d{4,6})/(?:(?P<outlet>[a-z-]+)/(?P<page>[a-z.-]+)?)?$")
EditPolicy = Literal["after_first_read", "published", "never"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent for one address."""

    media_type: str
    body: bytes
    modified_at: datetime | None = None

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:24]}"'


class PressDesk:
    """Decides which version of an edited page is out, and remembers who has read the first one.

    With "after_first_read" a page is edited as soon as its first version was fetched once, so that an
    archive has both. `memory` is a file that keeps this over restarts.
    """

    def __init__(self, policy: EditPolicy = "after_first_read", *, memory: Path | None = None) -> None:
        self.policy = policy
        self.memory = memory
        self.lock = Lock()
        self.seen: set[str] = set()
        if memory is not None and memory.exists():
            self.seen = set(json.loads(memory.read_text(encoding="utf-8")))

    def version(self, edition: Edition, path: str) -> Article | None:
        """The version of the article that is out now; None where there is no such article."""
        first = edition.articles.get(path)
        edit = edition.edits.get(path)
        is_out = self.policy == "published" or (
            self.policy == "after_first_read" and self.key(edition, path) in self.seen
        )
        return edit if edit is not None and is_out else first

    def note_reading(self, edition: Edition, path: str) -> None:
        """Remember that the first version of an article with an edit was fetched."""
        if path not in edition.edits:
            return
        with self.lock:
            self.seen.add(self.key(edition, path))
            if self.memory is not None:
                self.memory.write_text(json.dumps(sorted(self.seen)), encoding="utf-8")

    @staticmethod
    def key(edition: Edition, path: str) -> str:
        return f"{edition.today}:{path}"


class DemoSite:
    """The WSGI application. `today` gives the reference day of the edition that ``/`` shows."""

    def __init__(self, desk: PressDesk | None = None, *, today: Callable[[], date] | None = None) -> None:
        self.desk = desk or PressDesk()
        self.today = today or (lambda: datetime.now(UTC).date())

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method not in {"GET", "HEAD"}:
            return refuse(start_response, HTTPStatus.METHOD_NOT_ALLOWED)
        path = environ.get("PATH_INFO") or "/"
        reply = self.reply(path, base=application_uri(environ).rstrip("/"), reading=method == "GET")
        if reply is None:
            return refuse(start_response, HTTPStatus.NOT_FOUND)
        headers = [("ETag", reply.etag), ("Cache-Control", "no-cache")]
        if reply.modified_at is not None:
            headers.append(("Last-Modified", format_datetime(reply.modified_at, usegmt=True)))
        if is_fresh(environ, reply):
            start_response("304 Not Modified", headers)
            return []
        headers += [("Content-Type", reply.media_type), ("Content-Length", str(len(reply.body)))]
        start_response("200 OK", headers)
        return [] if method == "HEAD" else [reply.body]

    def reply(self, path: str, *, base: str, reading: bool) -> Reply | None:
        """Find what stands at `path`; None where nothing does."""
        if path == "/":
            return Reply(HTML, site_page(base=base, edition=read_edition(self.today())).encode())
        if path == "/robots.txt":
            return Reply("text/plain; charset=utf-8", ROBOTS)
        match = PATH.match(path)
        if match is None:
            return None
        edition = read_edition(day_of_edition(int(match["edition"])))
        if match["outlet"] is None:
            return Reply(HTML, site_page(base=base, edition=edition).encode())
        outlet = outlets().get(match["outlet"])
        if outlet is None:
            return None
        return self.outlet_reply(outlet, match["page"], base=base, edition=edition, reading=reading)

    def outlet_reply(
        self, outlet: Outlet, page: str | None, *, base: str, edition: Edition, reading: bool
    ) -> Reply | None:
        """Find a page of one outlet: its front page, its feed or an article."""
        if page is None:
            return Reply(HTML, outlet_page(outlet, base=base, edition=edition).encode())
        if page == "feed.xml":
            return self.feed_reply(outlet, base=base, edition=edition)
        path = f"{outlet.slug}/{page.removesuffix('.html')}"
        article = self.desk.version(edition, path)
        if article is None or not page.endswith(".pdf" if article.is_pdf else ".html"):
            return None
        if reading:
            self.desk.note_reading(edition, path)
        if article.is_pdf:
            body = write_pdf(article.paragraphs, title=article.title, created_at=article.published_at)
            return Reply("application/pdf", body, article.updated_at)
        return Reply(HTML, article_page(article, base=base, edition=edition).encode(), article.updated_at)

    def feed_reply(self, outlet: Outlet, *, base: str, edition: Edition) -> Reply:
        """An outlet's feed with the versions that are out now."""
        versions = [self.desk.version(edition, each.path) or each for each in edition.of_outlet(outlet)]
        body = feed_document(outlet, versions, base=base, edition=edition)
        return Reply(
            f"application/{outlet.feed}+xml; charset=utf-8", body, max(each.updated_at for each in versions)
        )


def is_fresh(environ: "WSGIEnvironment", reply: Reply) -> bool:
    """Say whether the client's copy is still good (RFC 9110, 13.1: an entity tag outranks a date)."""
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        return reply.etag in (tag.strip().removeprefix("W/") for tag in tags.split(","))
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if since is None or reply.modified_at is None:
        return False
    try:
        return reply.modified_at <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False


def refuse(start_response: "StartResponse", status: HTTPStatus) -> list[bytes]:
    """Answer with a status and its name."""
    body = f"{status.phrase}\n".encode()
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]
