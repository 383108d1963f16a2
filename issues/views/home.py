"""The first page: of a reader with an account what they follow, of everybody else the board of everything."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from issues.analysis.as_of import end_of
from issues.analysis.board.page import of_everything
from issues.analysis.home import home_page
from issues.desk.reading import record_visit
from issues.permissions import Capability, requires
from issues.views.asking import as_of, day_of
from issues.views.board import draw_board
from issues.views.replies import editor_of

FIRST_NEWS = timedelta(days=7)  # on a first visit there is no last one


@require_safe
@requires(Capability.READ)
def home(request: HttpRequest) -> HttpResponse:
    """A reader's home, or the board."""
    if not request.user.is_authenticated:
        return draw_board(request, of_everything())
    reader = editor_of(request)
    day = as_of(request)
    if day is None:
        now = timezone.now()
        record_visit(user=reader, now=now)
        since, until = reader.news_since or now - FIRST_NEWS, now
    else:  # looking back is no visit, and writes nothing
        since, until = end_of(day) - FIRST_NEWS, end_of(day)
    page = home_page(reader.pk, news_since=since, until=until, today=day_of(request))
    return render(request, "home/home.html", {"home": page})
