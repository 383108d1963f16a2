"""The control that asks for a page as of an earlier day, and the banner that says it is one."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import template
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from issues.analysis.words import day as shown_day
from issues.permissions import Capability, may
from issues.views.asking import AS_OF, as_of, has_past

register = template.Library()
# What leads on through a list begins anew on another day.
NOT_KEPT = (AS_OF, "before", "after")


@dataclass(frozen=True, slots=True)
class AsOfShown:
    """`day` is None on a page of today; kept are the other parameters of the page."""

    day: date | None
    value: str
    shown: str
    shown_long: str
    latest: str  # the last day that can be asked for
    path: str
    today: str  # the same page as of today
    kept: tuple[tuple[str, str], ...]


@register.inclusion_tag("components/_as_of_control.html", takes_context=True)
def as_of_control(context: dict[str, Any]) -> dict[str, Any]:
    """The date control; nothing where the page has no earlier state."""
    return {"as_of": _shown(context)}


@register.inclusion_tag("components/_as_of_banner.html", takes_context=True)
def as_of_banner(context: dict[str, Any]) -> dict[str, Any]:
    """What kind of page this is, above its content; nothing on a page of today."""
    return {"as_of": _shown(context)}


def _shown(context: dict[str, Any]) -> AsOfShown | None:
    request: HttpRequest | None = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None or request.method not in ("GET", "HEAD"):
        return None
    if not has_past(request) or not may(user, Capability.READ):
        return None
    day = as_of(request)
    query: QueryDict = request.GET.copy()
    for name in NOT_KEPT:
        query.pop(name, None)
    yesterday = timezone.localdate(timezone=timezone.get_default_timezone()) - timedelta(days=1)
    return AsOfShown(
        day=day,
        value=day.isoformat() if day else "",
        shown=shown_day(day) if day else "",
        shown_long=shown_day(day, long=True) if day else "",
        latest=yesterday.isoformat(),
        path=request.path,
        today=f"{request.path}?{query.urlencode()}" if query else request.path,
        kept=tuple((name, value) for name, values in query.lists() for value in values),
    )
