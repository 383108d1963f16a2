"""Who may do what on the admin site: the two kinds of tables that it shows."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from issues.permissions import Capability, may


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
