"""The application's name for Django."""

from django.apps import AppConfig
from django.utils.translation import pgettext

from issues.vocabulary import speech


class IssuesConfig(AppConfig):
    name = "issues"
    verbose_name = "Démarche"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        speech.say = pgettext
