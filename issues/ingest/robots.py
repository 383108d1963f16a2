"""What a site allows programs to read: robots.txt (RFC 9309).

Asked for pages, which the machine finds by itself; not for a feed, whose address a person gave and
which is there for programs.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from protego import Protego

from issues.ingest.errors import FetchError, RefusedError, RobotsUnreachableError
from issues.ingest.fetch import TEXT, fetch

KEEP = 24 * 3600  # RFC 9309, 2.4: not longer than a day
KEEP_LAST_GOOD = 30 * 24 * 3600  # for days when robots.txt itself cannot be reached
RETRY_UNREACHABLE = 600
MAX_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB are read
LONGEST_DELAY = 60.0
UNREACHABLE = "\0unreachable"


def check_robots(address: str) -> float:
    """Return the seconds the site asks for between requests (0 when it asks for none).

    Raises RefusedError where robots.txt forbids the address, RobotsUnreachableError where it cannot
    be read for now.
    """
    rules = _rules(address)
    if rules == UNREACHABLE:
        raise RobotsUnreachableError(
            f"{_origin(address)}/robots.txt cannot be read now, so nothing there is fetched until it can."
        )
    if not rules:
        return 0.0
    parsed = Protego.parse(rules)
    if not parsed.can_fetch(address, settings.FETCH_AGENT):
        raise RefusedError(f"{_origin(address)}/robots.txt asks programs not to read this page.")
    return min(float(parsed.crawl_delay(settings.FETCH_AGENT) or 0.0), LONGEST_DELAY)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _rules(address: str) -> str:
    origin = _origin(address)
    rules: str | None = cache.get(f"robots:{origin}")
    if rules is not None:
        return rules
    try:
        body = fetch(f"{origin}/robots.txt", accept=TEXT, max_bytes=MAX_BYTES, timeout=10).body
        rules, keep = body.decode("utf-8", errors="replace").removeprefix("\ufeff"), KEEP
    except FetchError as error:
        if error.transient:
            rules, keep = cache.get(f"robots-last:{origin}") or UNREACHABLE, RETRY_UNREACHABLE
        else:  # RFC 9309, 2.3.1.3: a file that is not there, or is no text, sets no rules
            rules, keep = "", KEEP
    else:
        cache.set(f"robots-last:{origin}", rules, KEEP_LAST_GOOD)
    cache.set(f"robots:{origin}", rules, keep)
    return rules
