"""What a request asks of every page alike: the day that it is to be drawn for."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone

from issues.permissions import Capability, View

AS_OF = "as_of"  # the parameter: a day before today, as YYYY-MM-DD


def day_of(request: HttpRequest) -> date:
    """The day that the page takes for today: views ask here, and pass it down as `today`."""
    return as_of(request) or timezone.now().date()  # of UTC: the reader's zone is for times


def as_of(request: HttpRequest) -> date | None:
    """The earlier day by whose end everything shown was recorded; None on a page of today."""
    day: date | None = getattr(request, "as_of", None)
    return day


def of_today(view: View) -> View:
    """Mark a view that people may read but that has no earlier state, such as how sources are doing."""
    view.is_of_today = True  # type: ignore[attr-defined]  # read by has_past
    return view


def has_past(request: HttpRequest) -> bool:
    """Whether the page can be asked as of an earlier day: whatever is for reading, unless it says not."""
    match: ResolverMatch | None = request.resolver_match or _resolved(request.path_info)
    view: Callable[..., object] | None = match.func if match else None
    needs = getattr(view, "capability", None)
    return needs == Capability.READ and not getattr(view, "is_of_today", False)


def _resolved(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None
