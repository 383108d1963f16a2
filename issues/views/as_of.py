"""Pages as of an earlier day: `?as_of=2026-03-01` shows what was recorded by the end of that day.

One middleware, the innermost: it turns the whole of a view and its templates to the archive of that day,
and lets every address on the page carry the day along.
"""

import html
import re
from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from issues.analysis.as_of import as_recorded_before, end_of
from issues.analysis.words import day as shown_day
from issues.views.asking import AS_OF, has_past

# Addresses on a page that lead on within the archive. Where an element says data-own-day first, its
# address is of another day on purpose. Text is escaped, so that nothing a source wrote can look like it.
_ADDRESS = re.compile(
    r'(?P<own>data-own-day )?\b(?P<name>href|hx-get|hx-push-url|data-address)="(?P<to>[/?][^"]*)"'
)
_FORM = re.compile(r'<form\b(?![^>]*(?:method="post"|data-own-day))[^>]*>')
# What has no earlier state, so that a link to it need not say a day.
_OF_TODAY = re.compile(
    r"//|/(static|admin|login|logout|account|review|sources|suggesters|preferences|changes)\b|/documents/new/"
)

_SAYS_A_DAY = re.compile(rf"[?;&]{AS_OF}=")
_HEADERS = ("Location", "HX-Push-Url", "HX-Replace-Url", "HX-Redirect")


class AsOfMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = request.GET.get(AS_OF, "").strip()
        if not asked:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return _refused(request, _("Nothing can be changed as of an earlier day: go back to today."))
        if not has_past(request):
            messages.info(request, _("This page has no earlier state: it shows how things are now."))
            return redirect(_without_day(request))
        day = _read(asked)
        if isinstance(day, str):
            return _refused(request, day)
        request.as_of = day  # type: ignore[attr-defined]  # read by asking.as_of
        request.user.looks_back = True  # type: ignore[union-attr]  # who looks back only reads: permissions.py
        with as_recorded_before(end_of(day)):
            response = self.get_response(request)
        for header in _HEADERS:
            if header in response:
                response[header] = html.unescape(carried(response[header], day))
        if isinstance(response, HttpResponse) and response["Content-Type"].startswith("text/html"):
            response.content = carry_day(response.content.decode(), day).encode()
        return response


def carry_day(page: str, day: date) -> str:
    """Add the day to each address of the archive on a page, and to each form that asks for another page."""
    value = day.isoformat()

    def led(match: re.Match[str]) -> str:
        return match[0] if match["own"] else f'{match["name"]}="{carried(match["to"], day)}"'

    page = _ADDRESS.sub(led, page)
    return _FORM.sub(lambda form: f'{form[0]}<input type="hidden" name="{AS_OF}" value="{value}">', page)


def carried(address: str, day: date) -> str:
    """An address, as HTML writes it, with the day; as it was where it leads out of the archive."""
    if address[:1] not in ("/", "?") or _OF_TODAY.match(address) or _SAYS_A_DAY.search(address):
        return address
    path, hash_sign, fragment = address.partition("#")
    joint = "&amp;" if "?" in path else "?"
    return f"{path}{joint}{AS_OF}={day.isoformat()}{hash_sign}{fragment}"


def _read(asked: str) -> date | str:
    """The day that is asked for, or why it cannot be had."""
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return _("“%(asked)s” is no day. Give it as in 2026-03-01.") % {"asked": asked[:40]}
    if day.year < 1900:
        return _("Nothing was recorded before 1900.")
    if day >= today:
        return _("%(day)s is not over yet. Choose a day before today.") % {"day": shown_day(day, long=True)}
    return day


def _without_day(request: HttpRequest) -> str:
    query: QueryDict = request.GET.copy()
    query.pop(AS_OF, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _refused(request: HttpRequest, why: str) -> HttpResponse:
    context = {"why": why, "address": _without_day(request)}
    return render(request, "as_of.html", context, status=400)
