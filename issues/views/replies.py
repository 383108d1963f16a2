"""What views of the desk answer: a smaller template to htmx, a redirect with a message to a plain form."""

from collections.abc import Collection, Iterable
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from issues.desk.errors import DeskError
from issues.models import User


def editor_of(request: HttpRequest) -> User:
    """The signed-in person; `requires` has seen to it that there is one."""
    return cast("User", request.user)


def numbers(values: Iterable[str]) -> list[int]:
    """Those of the values that can be the id of a row; the rest was never ours."""
    return [int(value) for value in values if value.isdecimal() and len(value) <= 18]


def is_htmx(request: HttpRequest) -> bool:
    return bool(cast("HtmxDetails", request.htmx))  # type: ignore[attr-defined]  # set by the middleware


def draw(
    request: HttpRequest, template: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """Draw a template whose answer differs for htmx, and say so to caches."""
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ("HX-Request",))
    return response


def part_of(request: HttpRequest, parts: Collection[str]) -> str:
    """Which of a page's parts htmx swaps, by the id of its element; "" where the page is wanted.

    When htmx restores history it wants the page.
    """
    details: HtmxDetails | None = getattr(request, "htmx", None)
    if not details or details.history_restore_request or details.target not in parts:
        return ""
    return str(details.target)


def draw_part(
    request: HttpRequest, template: str, context: dict[str, object], *, parts: Collection[str]
) -> HttpResponse:
    """Draw a page, or for htmx the template partial that it swaps: whose name is that of its element.

    `is_swap` tells the template which.
    """
    part = part_of(request, parts)
    drawn = f"{template}#{part}" if part else template
    response = render(request, drawn, {**context, "is_swap": bool(part)})
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response


def next_address(request: HttpRequest, fallback: str) -> str:
    """Where the form wants to go next, if that is an address of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return wanted
    return fallback


def done(request: HttpRequest, message: str, address: str) -> HttpResponse:
    """Say what was done and go on."""
    messages.success(request, message)
    return redirect(address)


def refused(request: HttpRequest, error: DeskError, address: str) -> HttpResponse:
    """Say why nothing was done and go back."""
    messages.error(request, str(error))
    return redirect(address)
