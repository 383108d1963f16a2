"""One question to the operator's language model, with its deadline, its size limit and its retries.

The gate for fetching keeps sources from reaching inside the network. This address comes from the
operator's settings and from nothing that was fetched, so it may well be on a private network: it is
not asked whether it is public. It is asked through the same exchange, which ends by its deadline, reads
no more than it should and follows no redirect: no answer leads anywhere else.
"""

import json
import time
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings

from issues.ingest.errors import FetchError
from issues.ingest.exchange import Exchange
from issues.ingest.network import Target, resolve_host
from issues.reading.addresses import DEFAULT_PORTS

ATTEMPTS = 3
MAX_BYTES = 2 * 1024 * 1024
PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})


class Endpoint(Protocol):
    """What of tracker.model_settings.ModelSettings is used here."""

    @property
    def url(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def timeout(self) -> int: ...
    @property
    def answer_tokens(self) -> int: ...
    @property
    def tokens_a_day(self) -> int: ...
    @property
    def price_in(self) -> Decimal: ...
    @property
    def price_out(self) -> Decimal: ...
    @property
    def backoff(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. text is "" and error says why where nothing did; attempts counts the requests."""

    text: str
    error: str
    attempts: int
    prompt_tokens: int = 0
    answer_tokens: int = 0


class _NoAnswer(Exception):  # noqa: N818 - carries on what is to be tried again
    def __init__(self, words: str, *, again: bool) -> None:
        super().__init__(words)
        self.again = again


def ask(endpoint: Endpoint, messages: list[dict[str, str]]) -> Reply:
    """Ask, again after a pause where the trouble may pass. Never raises: a reading must not suffer."""
    error = ""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _reply(_post(endpoint, messages), attempt)
        except _NoAnswer as failure:
            error = str(failure)
            if not failure.again:
                return Reply("", error, attempt)
        if attempt < ATTEMPTS:
            time.sleep(endpoint.backoff * 2 ** (attempt - 1))
    return Reply("", error, ATTEMPTS)


def _post(endpoint: Endpoint, messages: list[dict[str, str]]) -> bytes:
    parts = urlsplit(f"{endpoint.url}/chat/completions")
    port = parts.port or DEFAULT_PORTS[parts.scheme]
    body = {
        "model": endpoint.name,
        "messages": messages,
        "temperature": 0,
        "max_tokens": endpoint.answer_tokens,
        "response_format": {"type": "json_object"},
    }
    headers = {
        "Host": parts.netloc,
        "User-Agent": settings.FETCH_USER_AGENT,
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Connection": "close",
        **({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}),
    }
    try:
        addresses = tuple(str(one) for one in resolve_host(parts.hostname or "", port))
        target = Target(parts.hostname or "", port, addresses, allowed=True)
        deadline = time.monotonic() + endpoint.timeout
        with Exchange(target, secure=parts.scheme == "https", deadline=deadline) as exchange:
            response = exchange.post(parts.path, headers, json.dumps(body).encode())
            if response.status != 200:
                again = response.status in PASSING
                raise _NoAnswer(f"The endpoint answered {response.status}.", again=again)
            return exchange.read(response, MAX_BYTES)
    except FetchError as error:
        raise _NoAnswer(str(error), again=error.__class__.__name__ != "TooLargeError") from error


def _reply(raw: bytes, attempts: int) -> Reply:
    try:
        data: Any = json.loads(raw)
        text = data["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise _NoAnswer("The endpoint's answer is not a chat completion.", again=False) from None
    usage = data.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    return Reply(
        text if isinstance(text, str) else "",
        "" if isinstance(text, str) else "The endpoint's answer holds no text.",
        attempts,
        _count(usage.get("prompt_tokens")),
        _count(usage.get("completion_tokens")),
    )


def _count(value: object) -> int:
    return (
        min(value, 2**31 - 1) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
    )
