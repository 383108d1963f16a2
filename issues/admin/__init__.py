"""Django's admin site: reference data and accounts are edited here, by whoever permissions.py lets.

What the archive and the desk wrote is only shown: it changes through their own functions or not at all.
"""

from django.contrib import admin

from issues.admin import accounts, archive, reference

__all__ = ["accounts", "archive", "reference"]

admin.site.site_header = "Démarche: administration"
admin.site.site_title = "Démarche"
admin.site.index_title = "Reference data, accounts and the archive"
