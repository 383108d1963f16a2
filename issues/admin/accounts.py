"""Accounts, edited on the admin site."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from issues.admin.roles import Administered
from issues.desk.accounts import align_staff
from issues.models import User

admin.site.unregister(Group)  # groups come from permissions.py


@admin.register(User)
class AccountAdmin(Administered, UserAdmin):  # type: ignore[type-arg]  # generic only for the type checker
    """Accounts. The role is a group; whether one may enter this site follows from it."""

    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    filter_horizontal = ("groups",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("is_active", "groups")}),
    )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        align_staff(user=form.instance)
