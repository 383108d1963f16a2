"""Help: what the marks mean, which keys there are, the methodology, and the page of components."""

from functools import cache
from urllib.parse import urlsplit

import nh3
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from issues.analysis.formats import DEFAULT, language
from issues.analysis.help import phases_explained, signals_explained
from issues.analysis.samples import samples
from issues.permissions import Capability, requires

DOCS = settings.BASE_DIR / "docs"


@require_safe
@requires(Capability.ANYONE)
def help_page(request: HttpRequest) -> HttpResponse:
    """Every phase, signal and shape, with its drawn mark; every key."""
    context = {"phases": phases_explained(), "directions": signals_explained()}
    return render(request, "help/help.html", context)


@require_safe
@requires(Capability.ANYONE)
def methodology(request: HttpRequest) -> HttpResponse:
    """docs/methodology.md as a page, or what it is in the reader's language."""
    return render(request, "help/methodology.html", {"text": _methodology(language())})


@cache
def _methodology(code: str) -> str:
    name = "methodology.md" if code == DEFAULT else f"methodology.{code}.md"
    html = MarkdownIt("commonmark").enable("table").render((DOCS / name).read_text())
    return nh3.clean(html, attribute_filter=_absolute_links_only)


def _absolute_links_only(_tag: str, attribute: str, value: str) -> str | None:
    """The document's links to its neighbours in the repository lead nowhere from a page."""
    return value if attribute != "href" or urlsplit(value).scheme else None


@require_safe
@requires(Capability.ANYONE)
def style(request: HttpRequest) -> HttpResponse:
    """Every component in every state, drawn by the templates that pages use."""
    response = render(request, "style/style.html", samples())
    response["X-Robots-Tag"] = "noindex"
    return response
