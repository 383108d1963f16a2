"""A source: where it is, what it is called, how often it is asked."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from issues.forms.fields import DeskForm
from issues.models import Party, Source
from issues.vocabulary import Reliability

PAUSES = [
    (1, _("every minute")),
    (5, _("every 5 minutes")),
    (15, _("every 15 minutes")),
    (30, _("every half hour")),
    (60, _("every hour")),
    (360, _("every 6 hours")),
    (1440, _("once a day")),
]


class AddressForm(DeskForm):
    """The address to look at: of a feed, or of a page that names its feeds."""

    address = forms.CharField(
        max_length=2000,
        label=_("Address"),
        help_text=_("Of an RSS or Atom feed, or of the site: its feeds are found."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )


class SourceForm(DeskForm):
    """What is known of a source."""

    name = forms.CharField(
        max_length=160, label=_("Name"), help_text=_("As it should be called beside what it brings.")
    )
    address = forms.CharField(
        max_length=2000,
        required=False,
        label=_("Address"),
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    party = forms.ModelChoiceField(
        Party.objects.all(),
        required=False,
        empty_label=_("Of no party"),
        label=_("Outlet of"),
        help_text=_("For a ministry’s or a state agency’s own site: whose side it speaks for."),
    )
    language = forms.CharField(
        required=False,
        max_length=8,
        label=_("Language"),
        help_text=_("Two letters: en, ru. Empty: it varies."),
    )
    reliability = forms.ChoiceField(
        choices=Reliability.choices,
        label=_("Reliability"),
        help_text=_("Of the source as such (Admiralty code), not of what is said in it."),
    )
    poll_every = forms.TypedChoiceField(coerce=int, choices=PAUSES, label=_("Ask for news"))

    def __init__(self, data: Any = None, *, source: Source | None = None, **options: Any) -> None:
        initial = options.pop("initial", None) or {"reliability": Reliability.F.value, "poll_every": 30}
        if source is not None:
            initial = {
                "name": source.name,
                "address": source.address,
                "party": source.party_id,
                "language": source.language,
                "reliability": source.reliability,
                "poll_every": int(source.poll_every.total_seconds() // 60),
            }
        super().__init__(data, initial=initial, **options)
        pauses = self.fields["poll_every"]
        minutes = initial.get("poll_every")
        if isinstance(pauses, forms.TypedChoiceField) and minutes not in dict(PAUSES):
            pauses.choices = sorted(
                [*PAUSES, (minutes, _("every %(minutes)s minutes") % {"minutes": minutes})]
            )

    def values(self) -> dict[str, Any]:
        """The cleaned values as `add_source` and `edit_source` take them. Only after `is_valid`."""
        return {
            **self.cleaned_data,
            "reliability": Reliability(self.cleaned_data["reliability"]),
            "poll_every": timedelta(minutes=self.cleaned_data["poll_every"]),
        }
