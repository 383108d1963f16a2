"""What a reader may choose about how pages are written."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from issues.forms.fields import DeskForm

# Names that the zone database keeps for old programs say nothing to people.
UTC = "UTC"
REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia",
    "Atlantic", "Australia", "Europe", "Indian", "Pacific",
)  # fmt: skip


class PreferencesForm(DeskForm):
    """Language and zone."""

    language = forms.ChoiceField(choices=settings.LANGUAGES, label=_("Language"))
    zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("In which the times of pages are shown. Dates are as said, whatever the zone."),
    )

    def __init__(self, *args: Any, zones: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["zone"]).choices = _by_region(zones)


def _by_region(zones: Iterable[str]) -> list[tuple[str, Any]]:
    grouped: dict[str, list[tuple[str, str]]] = {region: [] for region in REGIONS}
    for name in sorted(zones):
        region, _slash, place = name.partition("/")
        if region in grouped:
            grouped[region].append((name, place.replace("_", " ")))
    return [(UTC, UTC), *grouped.items()]
