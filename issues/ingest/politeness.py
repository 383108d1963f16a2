"""One request at a time to a host, and a pause between two."""

import math
import random
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache

from issues.ingest.network import is_allowed
from issues.reading.addresses import DEFAULT_PORTS


def pause_of(address: str, asked: float = 0.0) -> float:
    """Return the seconds between two requests to the host of `address`; none where it is our own.

    asked: what the site's robots.txt asks for.
    """
    parts = urlsplit(address)
    if is_allowed(parts.hostname or "", parts.port or DEFAULT_PORTS.get(parts.scheme, 0)):
        return 0.0
    return max(float(settings.FETCH_DELAY), asked)


def take_turn(address: str, pause: float) -> float:
    """Take the host's next turn for this request; return 0, or the seconds after which to try again.

    The turn is a key in the shared cache that lasts as long as the pause: adding it is one
    compare-and-set, so two workers never take the same turn.
    """
    if pause <= 0:
        return 0.0
    host = urlsplit(address).netloc
    if cache.add(f"turn:{host}", 1, timeout=math.ceil(pause)):
        return 0.0
    return pause * random.uniform(1.0, 3.0)  # noqa: S311 - spreads waiters, hides nothing
