"""What a reader keeps: issues followed, views saved."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from issues.desk.errors import DeskError
from issues.desk.reading import delete_view, follow_issue, rename_view, save_view, unfollow_issue
from issues.models import Issue, SavedView
from issues.permissions import Capability, requires
from issues.views.replies import done, draw, editor_of, is_htmx, next_address, refused

BOARDS = ("board", "relationship", "party")


@require_POST
@requires(Capability.SIGN_IN)
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Follow an issue."""
    issue = get_object_or_404(Issue, slug=slug)
    follow_issue(issue=issue, user=editor_of(request))
    return _followed(request, issue, is_followed=True)


@require_POST
@requires(Capability.SIGN_IN)
def unfollow(request: HttpRequest, slug: str) -> HttpResponse:
    """Follow it no longer."""
    issue = get_object_or_404(Issue, slug=slug)
    unfollow_issue(issue=issue, user=editor_of(request))
    return _followed(request, issue, is_followed=False)


def _followed(request: HttpRequest, issue: Issue, *, is_followed: bool) -> HttpResponse:
    """To htmx the button as it is now, and what happened for the live region."""
    text = _("You follow “%(issue)s”.") if is_followed else _("You no longer follow “%(issue)s”.")
    said = text % {"issue": issue.title_shown}
    if is_htmx(request):
        context: dict[str, object] = {
            "slug": issue.slug,
            "title": issue.title_shown,
            "is_followed": is_followed,
            "said": said,
        }
        return draw(request, "components/_follow.html", context)
    return done(request, said, next_address(request, issue.get_absolute_url()))


@require_POST
@requires(Capability.SIGN_IN)
def view_save(request: HttpRequest) -> HttpResponse:
    """Save the view of a board under a name."""
    address = next_address(request, reverse("home"))
    try:
        if not _is_board(address):
            raise DeskError(_("Only a view of a board can be saved."))
        view = save_view(user=editor_of(request), name=request.POST.get("name", ""), address=address)
    except DeskError as error:
        return refused(request, error, address)
    said = _("Saved as “%(name)s”. It stands on your home page.") % {"name": view.name}
    return done(request, said, address)


@require_POST
@requires(Capability.SIGN_IN)
def view_rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a saved view another name."""
    view = _own(request, pk)
    try:
        rename_view(view=view, name=request.POST.get("name", ""))
    except DeskError as error:
        return refused(request, error, reverse("home"))
    return done(request, _("Renamed."), reverse("home"))


@require_POST
@requires(Capability.SIGN_IN)
def view_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a saved view."""
    view = _own(request, pk)
    delete_view(view=view)
    return done(request, _("“%(name)s” is deleted.") % {"name": view.name}, reverse("home"))


def _own(request: HttpRequest, pk: int) -> SavedView:
    return get_object_or_404(SavedView, pk=pk, user=editor_of(request))


def _is_board(address: str) -> bool:
    try:
        return resolve(address.partition("?")[0]).url_name in BOARDS
    except Resolver404:
        return False
