"""In which language and in which zone pages are written: two cookies, for visitors as for accounts."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import check_for_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from issues.forms.preferences import UTC, PreferencesForm
from issues.permissions import Capability, requires
from issues.views.reader import ZONE_COOKIE, zone_of, zones
from issues.views.replies import done, next_address

HOME = "/"


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.ANYONE)
def preferences(request: HttpRequest) -> HttpResponse:
    """Choose a language and a zone."""
    form = PreferencesForm(
        request.POST or None,
        initial={"language": request.LANGUAGE_CODE, "zone": zone_of(request) or UTC},
        zones=zones(),
    )
    address = next_address(request, HOME)
    if request.method == "POST" and form.is_valid():
        with override(form.cleaned_data["language"]):
            response = done(request, _("Pages are written for you in this language and zone now."), address)
        _keep(response, settings.LANGUAGE_COOKIE_NAME, form.cleaned_data["language"])
        _keep(response, ZONE_COOKIE, form.cleaned_data["zone"])
        return response
    return render(request, "preferences/preferences.html", {"form": form, "next": address})


@require_safe
@requires(Capability.ANYONE)
def language(request: HttpRequest, code: str) -> HttpResponse:
    """Go on in another language: what the links at the foot of each page lead to."""
    if code not in dict(settings.LANGUAGES) or not check_for_language(code):
        raise Http404
    response = redirect(next_address(request, HOME))
    _keep(response, settings.LANGUAGE_COOKIE_NAME, code)
    return response


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        secure=settings.LANGUAGE_COOKIE_SECURE,
    )
