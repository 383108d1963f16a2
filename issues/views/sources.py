"""Sources: the list, one source with its polls, and what admins do with them."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from issues.analysis.sources import source_list, source_page
from issues.analysis.troubles import trouble_said
from issues.analysis.words import counted
from issues.desk.errors import DeskError
from issues.desk.sources import add_source, edit_source, pause_source, poll_now, resume_source
from issues.forms.sources import AddressForm, SourceForm
from issues.ingest.preview import Preview, preview_source
from issues.models import Source
from issues.permissions import Capability, may, requires
from issues.views.asking import of_today
from issues.views.replies import done, draw, editor_of, is_htmx, refused

LOOK_IDS = "look_%s"  # the form to follow a source, on the same page, has an address as well
SECONDS_FOR_AN_ANSWER = 5  # that a source usually needs; the page then looks for the result


@require_safe
@of_today
@requires(Capability.READ)
def sources(request: HttpRequest) -> HttpResponse:
    """Every source: whether it works, what it brought, when it is asked next."""
    return draw(request, "sources/list.html", {"sources": source_list(), **_rights(request)})


@require_safe
@of_today
@requires(Capability.READ)
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """One source with its latest polls and newest documents. Asked by htmx, the changing part alone."""
    found = get_object_or_404(Source, slug=slug)
    template = "sources/source.html#state" if is_htmx(request) else "sources/source.html"
    return draw(request, template, {"page": source_page(found), **_rights(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.ADMINISTER)
def source_new(request: HttpRequest) -> HttpResponse:
    """Add a source: paste an address, see what it would bring, then follow it.

    Looking is a POST too: it makes this server ask another, which no link may cause.
    """
    context: dict[str, object] = {"look": AddressForm(auto_id=LOOK_IDS)}
    if request.method != "POST":
        return draw(request, "sources/new.html", context)
    if "follow" in request.POST:
        form = SourceForm(request.POST)
        if form.is_valid():
            try:
                added = add_source(editor=editor_of(request), **form.values())
            except DeskError as error:
                form.refuse(error)
            else:
                message = _("“%(added)s” is followed. It is asked %(soon)s.") % {
                    "added": added.name,
                    "soon": _soon(),
                }
                return done(request, message, added.get_absolute_url())
        form.focus_first_error()
        return draw(request, "sources/new.html", {**context, "form": form})
    look = AddressForm(request.POST, auto_id=LOOK_IDS)
    context["look"] = look
    if look.is_valid():
        preview = preview_source(look.cleaned_data["address"])
        context |= {
            "preview": preview,
            "problem": trouble_said(preview.problem),
            "form": _form_of(preview),
            "known": _known(preview),
        }
    template = "sources/new.html#preview" if is_htmx(request) else "sources/new.html"
    return draw(request, template, context)


def _form_of(preview: Preview) -> SourceForm | None:
    if not preview.is_feed:
        return None
    initial = {"name": preview.title[:160], "address": preview.address, "reliability": "F", "poll_every": 30}
    return SourceForm(initial=initial)


def _known(preview: Preview) -> Source | None:
    return Source.objects.filter(address=preview.address).exclude(address="").first()


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.ADMINISTER)
def source_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Describe a source anew."""
    found = get_object_or_404(Source, slug=slug)
    form = SourceForm(request.POST or None, source=found)
    if request.method == "POST" and form.is_valid():
        try:
            edit_source(source=found, editor=editor_of(request), **form.values())
        except DeskError as error:
            form.refuse(error)
        else:
            return done(request, _("The source is changed."), found.get_absolute_url())
    form.focus_first_error()
    return draw(request, "sources/edit.html", {"source": found, "form": form})


@require_POST
@requires(Capability.ADMINISTER)
def source_pause(request: HttpRequest, slug: str) -> HttpResponse:
    """Stop polling a source; what it brought stays."""
    return _decide(request, slug, pause_source, _("Paused: it is not asked until you resume it."))


@require_POST
@requires(Capability.ADMINISTER)
def source_resume(request: HttpRequest, slug: str) -> HttpResponse:
    """Poll a paused source again."""
    return _decide(request, slug, resume_source, _("Resumed: it is asked %(soon)s.") % {"soon": _soon()})


@require_POST
@requires(Capability.ADMINISTER)
def source_poll(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask a source now."""
    return _decide(
        request, slug, poll_now, _("It is asked %(soon)s; the result appears below.") % {"soon": _soon()}
    )


def _soon() -> str:
    """When a source that is due is asked: beat looks for those at every tick."""
    return counted("within %(count)s second", "within %(count)s seconds", settings.POLL_EVERY)


def _decide(request: HttpRequest, slug: str, decide: Callable[..., Source], message: str) -> HttpResponse:
    found = get_object_or_404(Source, slug=slug)
    try:
        decide(source=found, editor=editor_of(request))
    except DeskError as error:
        return refused(request, error, found.get_absolute_url())
    if is_htmx(request):
        context: dict[str, object] = {"page": source_page(found), "said": message, **_rights(request)}
        context["look_after"] = settings.POLL_EVERY + SECONDS_FOR_AN_ANSWER
        return draw(request, "sources/source.html#state", context)
    return done(request, message, found.get_absolute_url())


def _rights(request: HttpRequest) -> dict[str, object]:
    return {"may_administer": may(request.user, Capability.ADMINISTER)}
