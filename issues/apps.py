"""The application's name for Django."""

from django.apps import AppConfig


class IssuesConfig(AppConfig):
    name = "issues"
    verbose_name = "Démarche"
    default_auto_field = "django.db.models.BigAutoField"
