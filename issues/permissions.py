"""Who may do what, in one table. Views name the capability they need; nothing else decides."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Group
from django.contrib.auth.views import redirect_to_login
from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from issues.models import User
from issues.vocabulary import Role


class Capability(StrEnum):
    """Something a view may need of whoever asks."""

    ANYONE = "anyone"  # the sign-in page and what a monitor asks
    SIGN_IN = "sign_in"  # any account
    READ = "read"  # boards, timelines, statements, documents
    REVIEW = "review"  # paste, accept, correct, reject; statements, statuses, pledges
    ADMINISTER = "administer"  # sources, issues, people, accounts


ROLE_CAPABILITIES: dict[Role, frozenset[Capability]] = {
    Role.ANALYST: frozenset({Capability.READ}),
    Role.EDITOR: frozenset({Capability.READ, Capability.REVIEW}),
    Role.ADMIN: frozenset({Capability.READ, Capability.REVIEW, Capability.ADMINISTER}),
}

LOOKING_BACK = frozenset({Capability.ANYONE, Capability.SIGN_IN, Capability.READ})


def capabilities_of(user: User | AnonymousUser) -> frozenset[Capability]:
    """What this visitor may do: by groups; a superuser everything; anybody may read where reading is open.

    Who looks back to an earlier day (`as_of` in an address) may read what they may, and change nothing.
    """
    granted = _granted(user)
    looks_back = getattr(user, "looks_back", False)
    return granted & LOOKING_BACK if looks_back else granted


def _granted(user: User | AnonymousUser) -> frozenset[Capability]:
    granted = {Capability.ANYONE}
    if settings.DEMARCHE_READING_OPEN:
        granted.add(Capability.READ)
    if isinstance(user, AnonymousUser) or not user.is_active:
        return frozenset(granted)
    granted.add(Capability.SIGN_IN)
    if user.is_superuser:
        return frozenset(Capability)
    for name in _group_names(user):
        if name in Role:
            granted |= ROLE_CAPABILITIES[Role(name)]
    return frozenset(granted)


def _group_names(user: User) -> list[str]:
    # Asked many times while a page is drawn: read once a request, which is how long `user` lives.
    names: list[str] | None = getattr(user, "group_names", None)
    if names is None:
        names = list(user.groups.values_list("name", flat=True))
        user.group_names = names  # type: ignore[attr-defined]  # as AccountBackend reads it
    return names


class AccountBackend(ModelBackend):
    """Reads a signed-in account and its groups in one query: every page asks for both."""

    def get_user(self, user_id: int) -> User | None:
        names = ArrayAgg("groups__name", filter=Q(groups__isnull=False), default=[])
        user = User.objects.annotate(group_names=names).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None


def may(user: User | AnonymousUser, capability: Capability) -> bool:
    return capability in capabilities_of(user)


class View(Protocol):
    def __call__(self, request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Send a visitor to sign in, and from there back to the page they were on.

    What a script or a form asks for from a page is no page itself; a script is told to leave the
    whole page, or the form to sign in would stand where its answer belongs.
    """
    is_script = request.headers.get("HX-Request") == "true"
    wanted = request.get_full_path()
    page = request.headers.get("HX-Current-URL" if is_script else "Referer", "")
    if is_script or request.method not in {"GET", "HEAD"}:
        parts = urlsplit(page)
        if url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}) and parts.path:
            wanted = urlunsplit(("", "", parts.path, parts.query, ""))
    answer = redirect_to_login(wanted)
    return HttpResponseClientRedirect(answer["Location"]) if is_script else answer


def requires(capability: Capability) -> Callable[[View], View]:
    """Let a view run only for visitors who have `capability`.

    Without an account they are sent to sign in; with one that lacks it they get a 403 page. The
    wrapped view carries `capability`, which the matrix test compares with every address.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
            user = request.user
            if may(user, capability):
                return view(request, *args, **kwargs)
            if not user.is_authenticated:
                return _to_sign_in(request)
            raise PermissionDenied(_("This needs the right to %(capability)s.") % {"capability": capability})

        guarded.capability = capability  # type: ignore[attr-defined]  # read by the matrix test
        return guarded

    return decorate


def sync_groups() -> None:
    """Create a group for every role. Idempotent."""
    for role in Role:
        Group.objects.get_or_create(name=role.value)
