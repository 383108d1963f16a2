"""Boards: of everything, of one relationship, of one party; as a table or by months."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from issues.analysis.board.asked import Asked
from issues.analysis.board.page import Scope, board_page, of_everything, of_party, of_relationship
from issues.models import Party, Relationship
from issues.permissions import Capability, requires
from issues.views.asking import day_of
from issues.views.replies import draw_part, part_of

BOARD = "board"  # the id of what htmx swaps


@require_safe
@requires(Capability.READ)
def board(request: HttpRequest) -> HttpResponse:
    """The board of everything."""
    return draw_board(request, of_everything())


@require_safe
@requires(Capability.READ)
def relationship(request: HttpRequest, slug: str) -> HttpResponse:
    """The board of one relationship."""
    found = get_object_or_404(Relationship.objects.select_related("first", "second"), slug=slug)
    return draw_board(request, of_relationship(found))


@require_safe
@requires(Capability.READ)
def party(request: HttpRequest, code: str) -> HttpResponse:
    """The board of one party, whatever the relationship. Its address is in small letters."""
    if code != code.lower():
        return redirect("party", code.lower(), permanent=True)
    return draw_board(request, of_party(get_object_or_404(Party, code=code.upper())))


def draw_board(request: HttpRequest, scope: Scope) -> HttpResponse:
    """The page; for htmx the board alone. A form's address, full of empty fields, becomes the view's own."""
    reader = request.user.pk if request.user.is_authenticated else None
    asked = Asked.read(request.GET.dict())
    is_swap = bool(part_of(request, (BOARD,)))
    if not is_swap and "" in request.GET.dict().values():
        return redirect(asked.write(scope.address))
    page = board_page(scope, asked, reader=reader, today=day_of(request))
    response = draw_part(request, "board/board.html", {"page": page}, parts=(BOARD,))
    if is_swap:
        response["HX-Push-Url"] = page.address
    return response
