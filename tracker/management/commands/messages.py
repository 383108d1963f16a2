"""Bring the catalogues of messages up to date with code and templates: `make messages`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tracker.catalogues import compiled, folder_of, gathered, source_text, untranslated, updated


class Command(BaseCommand):
    help = "Gathers messages from code and templates into locale/, and compiles the catalogues."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own way to say so

    def handle(self, *_args: Any, **_options: Any) -> None:
        template = gathered()
        for language, _name in settings.LANGUAGES:
            catalog = updated(language, template)
            folder = folder_of(language)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "django.po").write_bytes(source_text(catalog))
            (folder / "django.mo").write_bytes(compiled(catalog))
            waiting = untranslated(catalog)
            self.stdout.write(f"{language}: {len(catalog)} messages, {len(waiting)} without a translation")
            for message in waiting:
                self.stdout.write(f"  {message.id if isinstance(message.id, str) else message.id[0]}")
