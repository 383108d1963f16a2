"""Reference data, edited on the admin site: parties and their pairs, issues, officials and offices."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin

from issues.admin.roles import Administered, AdministeredInline
from issues.models import Category, Issue, Office, Official, Party, Relationship, Tenure


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
