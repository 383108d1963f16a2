"""Whom a page is made for: the zone in which times are shown.

The language is Django's LocaleMiddleware's affair. A zone is a cookie: static/js/zone.js sets the
browser's own the first time, the page of preferences any other.
"""

import zoneinfo
from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

ZONE_COOKIE = "zone"


@cache
def zones() -> frozenset[str]:
    """The zones that this machine knows by name: "Europe/Oslo"."""
    return frozenset(zoneinfo.available_timezones())


def zone_of(request: HttpRequest) -> str:
    """The reader's zone; "" where we know of none, and times are UTC."""
    name = request.COOKIES.get(ZONE_COOKIE, "")
    return name if name in zones() else ""


class ReadersZone:
    """Times of a page are written in the zone that its reader chose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        zone = zone_of(request)
        with timezone.override(zoneinfo.ZoneInfo(zone) if zone else None):
            return self.get_response(request)
