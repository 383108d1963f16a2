"""Sign in, sign out, change one's password; what is shown after too many wrong passwords."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from issues.analysis.words import moment
from issues.desk.accounts import change_password
from issues.permissions import Capability, requires
from issues.views.replies import done, editor_of


class SignInForm(AuthenticationForm):
    """Django's own; labels end as those of every other form do."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "label_suffix": ""})


_login = LoginView.as_view(
    template_name="accounts/login.html", redirect_authenticated_user=True, authentication_form=SignInForm
)
_logout = LogoutView.as_view()


@requires(Capability.ANYONE)
def login(request: HttpRequest) -> HttpResponseBase:
    """Sign in with name and password."""
    return _login(request)


@require_POST
@requires(Capability.ANYONE)
def logout(request: HttpRequest) -> HttpResponseBase:
    """Sign out. Without a session it leads to the same place."""
    return _logout(request)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Capability.SIGN_IN)
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; other sessions end, this one stays."""
    user = editor_of(request)
    form = PasswordChangeForm(user, request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        change_password(user=user, password=form.cleaned_data["new_password1"])
        user.refresh_from_db()
        update_session_auth_hash(request, user)
        return done(request, _("Your password is changed. Other sessions of yours are signed out."), "/")
    return render(request, "accounts/password.html", {"form": form})


def locked_out(request: HttpRequest, *_: object) -> HttpResponse:
    """What django-axes shows after too many wrong passwords: when to try again."""
    rest = timedelta(hours=float(settings.AXES_COOLOFF_TIME))
    context = {
        "minutes": int(rest.total_seconds() // 60),
        "again_at": moment(timezone.now() + rest),
        "form": AuthenticationForm(request),
    }
    status: int = settings.AXES_HTTP_RESPONSE_CODE
    return render(request, "accounts/locked.html", context, status=status)
