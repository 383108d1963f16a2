"""The suggester: its versions, what each was worth, and what admins decide about them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from issues.analysis.suggesters import suggester_page
from issues.desk.errors import DeskError
from issues.desk.suggesters import stop_suggester, use_version
from issues.ingest.training import ask_for_training
from issues.models import SuggesterVersion
from issues.permissions import Capability, requires
from issues.views.replies import done, draw, editor_of, refused


@require_safe
@requires(Capability.ADMINISTER)
def suggesters(request: HttpRequest) -> HttpResponse:
    """Every version with its scores on held-back reviews."""
    return draw(request, "suggesters/list.html", {"page": suggester_page()})


@require_POST
@requires(Capability.ADMINISTER)
def suggester_train(request: HttpRequest) -> HttpResponse:
    """Ask for a training now; the workers take it up at the next tick."""
    ask_for_training(asked_by=editor_of(request))
    return done(
        request, _("A version is being trained; reload this page in a minute."), reverse("suggesters")
    )


@require_POST
@requires(Capability.ADMINISTER)
def suggester_use(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a version into use."""
    version = get_object_or_404(SuggesterVersion, pk=pk)
    try:
        use_version(version=version, editor=editor_of(request))
    except DeskError as error:
        return refused(request, error, reverse("suggesters"))
    return done(request, _("Version %(version)s is in use.") % {"version": version.pk}, reverse("suggesters"))


@require_POST
@requires(Capability.ADMINISTER)
def suggester_stop(request: HttpRequest) -> HttpResponse:
    """Leave everything to the rules until a version is used again."""
    stop_suggester(editor=editor_of(request))
    return done(request, _("Stopped: the rules propose alone."), reverse("suggesters"))
