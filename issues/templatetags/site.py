"""The page's frame: its header, whose entries depend on who asks and where they are."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from issues.analysis.navigation import review_backlog
from issues.analysis.words import DateShown, day
from issues.permissions import Capability, may
from issues.views.asking import as_of, day_of

register = template.Library()

BOARDS = ("/relationships/", "/parties/")
LANGUAGES_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the header; `current` is the value of aria-current, "" elsewhere."""

    label: str
    address: str
    current: str = ""
    count: str | None = None  # "" where there is something to count, but nothing now


@register.inclusion_tag("components/_header.html", takes_context=True)
def site_header(context: dict[str, Any]) -> dict[str, Any]:
    """The header. On an error page there may be no request: then only the name is shown."""
    request: HttpRequest | None = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None:
        return {"entries": []}
    sign_in = _address("login")
    if sign_in and request.path not in (sign_in, "/"):
        sign_in = f"{sign_in}?next={request.get_full_path()}"
    return {
        "request": request,
        "user": user,
        "csrf_token": context.get("csrf_token"),
        "entries": _entries(request),
        "desk": _desk_entries(request),
        "sign_in": sign_in,
        "sign_out": _address("logout"),
    }


@register.inclusion_tag("components/_on_paper.html", takes_context=True)
def on_paper(context: dict[str, Any]) -> dict[str, str]:
    """What a printed page ends with: where it is from and, unless its banner names a day, from when."""
    request: HttpRequest | None = context.get("request")
    try:
        address = request.build_absolute_uri() if request else ""
    except DisallowedHost:  # that is what the page is about
        address = ""
    seen = "" if request is None or as_of(request) else day(day_of(request))
    return {"address": address, "day": seen}


def _entries(request: HttpRequest) -> list[Entry]:
    """What a reader goes to."""
    if not may(request.user, Capability.READ):
        return []
    entries = [("home", _("Home"))] if request.user.is_authenticated else []
    entries += [
        ("board", _("Board")),
        ("search", _("Search")),
        ("compare", _("Compare")),
        ("deadlines", _("Deadlines")),
        ("officials", _("Officials")),
        ("sources", _("Sources")),
    ]
    return [entry for name, label in entries if (entry := _entry(request, name, label))]


def _desk_entries(request: HttpRequest) -> list[Entry]:
    """What an editor and an admin go to."""
    entries = []
    if may(request.user, Capability.REVIEW):
        entries.append(_entry(request, "review", _("Review"), review_backlog()))
        entries.append(_entry(request, "document_new", _("Add a document")))
    if may(request.user, Capability.ADMINISTER):
        entries.append(_entry(request, "admin:index", _("Admin")))
    return [entry for entry in entries if entry]


def _entry(request: HttpRequest, name: str, label: str, count: str | None = None) -> Entry | None:
    address = _address(name)
    if address is None:
        return None
    current = _current(request.path, address)
    if name == "board" and request.path.startswith(BOARDS):
        current = "true"
    if name == "board" and request.path == "/" and not request.user.is_authenticated:
        current = "page"  # what a visitor finds there
    return Entry(label, address, current, count)


def _current(path: str, address: str) -> str:
    if path == address:
        return "page"
    return "true" if address != "/" and path.startswith(address) else ""


def _address(name: str, *args: str) -> str | None:
    """An address by name; None where this deployment has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return None


@register.simple_tag
def address_of(name: str, *args: str) -> str:
    """An address by name, or "" where this deployment has no such page."""
    return _address(name, *args) or ""


@register.simple_tag
def shown_date(date: DateShown) -> str:
    """A date in <time> where a machine can read it; its words as said and its origin on hover."""
    title = format_html(' title="{}"', date.provenance) if date.provenance else ""
    if date.machine:
        return format_html('<time datetime="{}"{}>{}</time>', date.machine, title, date.text)
    return format_html("<span{}>{}</span>", title, date.text)


@register.simple_tag
def in_language(code: str) -> str:
    """The attributes that say in which language an element's words are, and that they run from the right
    where they do (WCAG 2.2, 3.1.2); nothing where the language is not known.
    """
    if not code:
        return ""
    runs_left = code.partition("-")[0] in LANGUAGES_FROM_THE_RIGHT
    return format_html(' lang="{}"{}', code, mark_safe(' dir="rtl"') if runs_left else "")


@register.filter
def full_stop(last: str) -> str:
    """The stop after a sentence's `last` words, unless they bring one: a Russian year does."""
    return "" if last.endswith(".") else "."
