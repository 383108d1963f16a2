"""Django's admin site: reference data and accounts are edited here, by whoever permissions.py lets.

What the archive and the desk wrote is only shown: it changes through their own functions or not at all.
"""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from issues.desk.accounts import align_staff
from issues.models import (
    Appearance,
    Capture,
    Category,
    Document,
    Evidence,
    Issue,
    Link,
    Office,
    Official,
    Party,
    Pledge,
    PollRun,
    Relationship,
    Source,
    Statement,
    StatusChange,
    Tenure,
    User,
)
from issues.permissions import Capability, may

admin.site.site_header = "Démarche: administration"
admin.site.site_title = "Démarche"
admin.site.index_title = "Reference data, accounts and the archive"


class ByRole:
    """Whoever may administer may do everything here; nobody else sees it."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Capability.ADMINISTER)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Capability.ADMINISTER)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Capability.ADMINISTER)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Capability.ADMINISTER)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Capability.ADMINISTER)


class Administered(ByRole, admin.ModelAdmin):  # type: ignore[type-arg]  # generic only for the type checker
    list_per_page = 50
    show_full_result_count = False


class AdministeredInline(ByRole, admin.TabularInline):  # type: ignore[type-arg]  # as above
    extra = 0


class Shown(Administered):
    """Rows that are written elsewhere: shown, never edited."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


# --- Reference data -----------------------------------------------------------------------------


@admin.register(Party)
class PartyAdmin(Administered):
    list_display = ("code", "name", "name_ru", "kind")
    list_filter = ("kind",)
    search_fields = ("code", "name", "name_ru")


class RelationshipForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    """A pair may be typed in either order; it is stored in one."""

    class Meta:
        model = Relationship
        fields = ("first", "second", "slug")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("first"), cleaned.get("second")
        if first and second and first.pk > second.pk:
            cleaned["first"], cleaned["second"] = second, first
        return cleaned


class IssueInline(AdministeredInline):
    model = Issue
    fields = ("title", "slug", "category", "position")
    prepopulated_fields: ClassVar = {"slug": ("title",)}


@admin.register(Relationship)
class RelationshipAdmin(Administered):
    form = RelationshipForm
    list_display = ("slug", "first", "second")
    list_select_related = ("first", "second")
    search_fields = ("slug", "first__name", "second__name")
    autocomplete_fields = ("first", "second")
    inlines = (IssueInline,)


@admin.register(Category)
class CategoryAdmin(Administered):
    list_display = ("slug", "name", "name_ru", "position")
    search_fields = ("slug", "name")


@admin.register(Issue)
class IssueAdmin(Administered):
    list_display = ("title", "relationship", "category", "position")
    list_filter = ("category", "relationship")
    list_select_related = ("relationship", "category")
    search_fields = ("title", "slug", "relationship__slug")
    prepopulated_fields: ClassVar = {"slug": ("title",)}


class TenureInline(AdministeredInline):
    model = Tenure
    autocomplete_fields = ("office",)


@admin.register(Official)
class OfficialAdmin(Administered):
    list_display = ("name", "party", "slug")
    list_filter = ("party",)
    list_select_related = ("party",)
    search_fields = ("name", "slug", "aliases")
    autocomplete_fields = ("party",)
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    inlines = (TenureInline,)


@admin.register(Office)
class OfficeAdmin(Administered):
    list_display = ("title", "title_ru", "party")
    list_select_related = ("party",)
    search_fields = ("title", "title_ru", "party__name")
    autocomplete_fields = ("party",)


# --- Accounts -----------------------------------------------------------------------------------

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


# --- Written elsewhere ----------------------------------------------------------------------------


@admin.register(Source)
class SourceAdmin(Shown):
    list_display = ("name", "kind", "address", "is_active", "next_poll_at")
    list_filter = ("kind", "is_active")
    search_fields = ("name", "address")


@admin.register(PollRun)
class PollRunAdmin(Shown):
    list_display = ("source", "started_at", "outcome", "entries_seen", "documents_new", "error")
    list_filter = ("outcome",)
    list_select_related = ("source",)


@admin.register(Document)
class DocumentAdmin(Shown):
    list_display = ("__str__", "source", "published_on", "found_at", "fetch_error")
    list_select_related = ("source",)
    search_fields = ("title", "address")


@admin.register(Capture)
class CaptureAdmin(Shown):
    list_display = ("__str__", "media_type", "size", "captured_at", "read_at")
    exclude = ("raw",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("text")


@admin.register(Statement)
class StatementAdmin(Shown):
    list_display = ("__str__", "party", "official", "stated_on", "state", "proposed_by")
    list_filter = ("state", "kind", "proposed_by")
    list_select_related = ("party", "official")
    search_fields = ("quote",)


@admin.register(Appearance, Evidence)
class PlaceAdmin(Shown):
    list_display = ("__str__", "statement")
    list_select_related = ("statement",)


@admin.register(Link)
class LinkAdmin(Shown):
    list_display = ("__str__", "issue", "signal", "state", "withdrawn_at")
    list_filter = ("state", "signal")
    list_select_related = ("issue",)


@admin.register(StatusChange)
class StatusChangeAdmin(Shown):
    list_display = ("issue", "perspective", "phase", "effective_on", "recorded_at", "retracted_at")
    list_filter = ("phase",)
    list_select_related = ("issue", "perspective")


@admin.register(Pledge)
class PledgeAdmin(Shown):
    list_display = ("statement", "due_on", "outcome", "decided_at")
    list_filter = ("outcome",)
    list_select_related = ("statement",)
