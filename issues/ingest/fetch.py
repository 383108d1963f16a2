"""The one gate that every outgoing request passes."""

import contextlib
import re
import time
from collections.abc import Collection
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from urllib3.response import BaseHTTPResponse

from issues.ingest.errors import (
    AnswerError,
    RefusedError,
    ServerTroubleError,
    WrongTypeError,
)
from issues.ingest.exchange import Exchange
from issues.ingest.network import resolve_target
from issues.reading.addresses import InvalidAddress, canonical_address

MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
TRY_LATER = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
# Media types, parameters left out; "" is an answer that does not say what it is.
PAGES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/octet-stream", ""}
)
FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
    | {"application/feed+json", "application/json", "text/html", "application/xhtml+xml", "text/plain", ""}
)
TEXT = frozenset({"text/plain", "text/html", "application/octet-stream", ""})


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: 200 with its body, or 304 with none.

    url: where the answer came from after redirects. content_type: the header as sent.
    etag, last_modified: what to send along the next time; never taken for a date of publication.
    """

    url: str
    status: int
    body: bytes
    content_type: str
    etag: str
    last_modified: str

    @property
    def media_type(self) -> str:
        return bare_type(self.content_type)


def bare_type(content_type: str) -> str:
    """Return a media type in lower case without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def fetch(
    address: str,
    *,
    accept: Collection[str],
    etag: str = "",
    last_modified: str = "",
    max_bytes: int | None = None,
    timeout: float | None = None,
) -> Fetched:
    """Get an address over http or https, following up to five redirects, each checked like the first.

    accept: the media types taken. max_bytes: of the body, unpacked. timeout: seconds for all of it.
    Raises FetchError with words for people; nothing else.
    """
    limit = max_bytes or settings.FETCH_MAX_BYTES
    deadline = time.monotonic() + (timeout or settings.FETCH_TIMEOUT)
    conditions = _conditions(etag, last_modified)
    for _ in range(MAX_REDIRECTS + 1):
        try:
            address = canonical_address(address)
        except InvalidAddress as error:
            raise RefusedError(str(error)) from None
        answer = _ask(address, conditions, accept, limit, deadline)
        if isinstance(answer, Fetched):
            return answer
        address = urljoin(address, answer)
    raise AnswerError(f"The address was redirected more than {MAX_REDIRECTS} times.")


def _conditions(etag: str, last_modified: str) -> dict[str, str]:
    wanted = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {
        name: value for name, value in wanted.items() if value and value.isascii() and value.isprintable()
    }


def _ask(
    address: str, conditions: dict[str, str], accept: Collection[str], limit: int, deadline: float
) -> Fetched | str:
    """One request; returns the answer, or the address it redirects to."""
    target = resolve_target(address)
    parts = urlsplit(address)
    headers = {
        "Host": parts.netloc,
        "User-Agent": settings.FETCH_USER_AGENT,
        "Accept": ", ".join(sorted(filter(None, accept))) + ", */*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
        **conditions,
    }
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    with Exchange(target, secure=parts.scheme == "https", deadline=deadline) as exchange:
        response = exchange.get(path, headers)
        if response.status in REDIRECTS and (location := response.headers.get("Location")):
            return _clean_header(location)
        _check_status(response)
        content_type = _clean_header(response.headers.get("Content-Type", ""))[:200]
        if response.status != 304 and bare_type(content_type) not in accept:
            raise WrongTypeError(f"The server sent {bare_type(content_type)}, which is not read here.")
        body = b"" if response.status == 304 else exchange.read(response, limit)
    return Fetched(
        url=address,
        status=response.status,
        body=body,
        content_type=content_type,
        etag=_clean_header(response.headers.get("ETag", ""))[:500],
        last_modified=_clean_header(response.headers.get("Last-Modified", ""))[:100],
    )


def _clean_header(value: str) -> str:
    # http.client decodes headers as latin-1; addresses in them are UTF-8 on the real web.
    with contextlib.suppress(UnicodeEncodeError, UnicodeDecodeError):
        value = value.encode("latin-1").decode("utf-8")
    return re.sub(r"[\x00-\x1f\x7f]", "", value).strip()


def _seconds(retry_after: str) -> float | None:
    """Read Retry-After: seconds, or a date (RFC 9110, 10.2.3)."""
    if retry_after.isdecimal() and len(retry_after) < 7:
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except ValueError:
        return None


def _check_status(response: BaseHTTPResponse) -> None:
    status = response.status
    if status in (200, 203, 304):
        return
    reason = f"The server answered {status}{f' {response.reason}' if response.reason else ''}"
    if status in TRY_LATER:
        wait = _seconds(response.headers.get("Retry-After", ""))
        raise ServerTroubleError(
            f"{reason}; it will be asked again later.", http_status=status, retry_after=wait
        )
    advice = {
        401: "the page is behind a login",
        402: "the page is behind payment",
        403: "it does not want to be read by programs, or not from here",
        404: "check the address",
        410: "the page was removed for good; check the address",
        451: "it is withheld for legal reasons",
    }.get(status, "this is no page that can be read")
    raise AnswerError(f"{reason}; {advice}.", http_status=status)
