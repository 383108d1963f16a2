"""Boards: of everything, and of one relationship."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from issues.analysis.board import all_boards, relationship_board
from issues.models import Relationship
from issues.permissions import Capability, requires
from issues.views.asking import day_of


@require_safe
@requires(Capability.READ)
def home(request: HttpRequest) -> HttpResponse:
    """The board of everything."""
    return render(request, "home/home.html", {"boards": all_boards(today=day_of(request))})


@require_safe
@requires(Capability.READ)
def relationship(request: HttpRequest, slug: str) -> HttpResponse:
    """The board of one relationship."""
    found = get_object_or_404(Relationship.objects.select_related("first", "second"), slug=slug)
    board = relationship_board(found, today=day_of(request))
    return render(request, "relationships/relationship.html", {"board": board})
