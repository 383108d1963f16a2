"""An issue's window to take along: its picture, its statements, its citation."""

from functools import cache
from pathlib import Path

import resvg_py
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from issues.analysis.citing.issues import issue_citation, issue_reference
from issues.analysis.issue_figure import timeline_figure
from issues.analysis.issue_files import sources_of, statements_csv
from issues.analysis.issue_request import Request
from issues.analysis.marks import SIGNAL_MARKS
from issues.analysis.timeline.poster import poster
from issues.analysis.timeline.shapes import WIDE
from issues.analysis.timeline.style import style_sheet
from issues.permissions import Capability, requires
from issues.views.asking import as_of
from issues.views.citing import reference_file, whole_address
from issues.views.issues import asked_of

PNG_ZOOM = 2.0
FONTS = ("Liberation Sans", "DejaVu Sans", "Noto Sans")


@require_safe
@requires(Capability.READ)
def timeline_svg(request: HttpRequest, slug: str) -> HttpResponse:
    """The timeline as a picture that stands by itself, links and all."""
    asked = asked_of(request, slug)
    return _attached(_picture(request, asked), "image/svg+xml", asked, "svg")


@require_safe
@requires(Capability.READ)
def timeline_png(request: HttpRequest, slug: str) -> HttpResponse:
    """The same picture in points, twice as fine as a screen's."""
    asked = asked_of(request, slug)
    png = resvg_py.svg_to_bytes(
        svg_string=_picture(request, asked), zoom=PNG_ZOOM, sans_serif_family=FONTS[0], font_family=FONTS[0]
    )
    return _attached(bytes(png), "image/png", asked, "png")


@require_safe
@requires(Capability.READ)
def statements(request: HttpRequest, slug: str) -> HttpResponse:
    """The window's statements for a spreadsheet, under the page's filters."""
    asked = asked_of(request, slug)
    text = statements_csv(asked, site=request.build_absolute_uri("/").rstrip("/"))
    return _attached("\ufeff" + text, "text/csv; charset=utf-8", asked, "csv")


@require_safe
@requires(Capability.READ)
def citation(request: HttpRequest, slug: str) -> HttpResponse:
    """How to cite the window, as plain text."""
    asked = asked_of(request, slug)
    return HttpResponse(_citation(request, asked) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@requires(Capability.READ)
def reference(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The same for files of references."""
    asked = asked_of(request, slug)
    address = whole_address(request, asked.address())
    cited = issue_reference(asked, sources_of(asked), address=address, accessed=timezone.localdate())
    return reference_file(cited, form)


def _citation(request: HttpRequest, asked: Request) -> str:
    address = whole_address(request, asked.address())
    return issue_citation(asked, sources_of(asked), address=address, retrieved=timezone.localdate())


def _picture(request: HttpRequest, asked: Request) -> str:
    base = request.build_absolute_uri(asked.head.address)
    figure = timeline_figure(asked, canvases=(WIDE,), base=base, is_as_of=as_of(request) is not None)
    (drawing,) = figure.drawings
    context = {
        "figure": figure,
        "drawing": drawing,
        "poster": poster(drawing, figure.signals, _citation(request, asked)),
        "kicker": f"{asked.head.relationship} · {asked.head.category}",
        "style": _style(),
        "marks": figure.signals or tuple(SIGNAL_MARKS.values()),
    }
    svg = render_to_string("issues/timeline.svg", context)
    site = request.build_absolute_uri("/")
    return svg.replace('href="/', f'href="{site}')


@cache
def _style() -> str:
    names = ("tokens", "figure", "badges")
    tokens, figure, badges = (
        Path(str(finders.find(f"css/{name}.css"))).read_text(encoding="utf-8") for name in names
    )
    return style_sheet(tokens, figure, badges)


def _attached(content: str | bytes, media_type: str, asked: Request, ending: str) -> HttpResponse:
    window = asked.window
    name = f"{asked.head.slug}-{window.start.isoformat()}-{window.end.isoformat()}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
