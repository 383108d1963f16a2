"""What is said of a statement: speaker, party, date, kind, issues, pledge. Never its words."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.db.models import Q
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from issues.desk.details import Details
from issues.forms.fields import DeskForm, ImpreciseDateField, issue_choices, party_choices
from issues.models import Official, Party
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import Credibility, Signal, StatementKind

SPARE_LINKS = 2


class StatementForm(DeskForm):
    """Details of a statement, from and to `Details`. `links` rows are pairs of an issue and a signal."""

    speaker = forms.CharField(
        max_length=200,
        label=_("Speaker"),
        help_text=_("The name of a known official, or the speaker as the text describes them."),
        widget=forms.TextInput(
            attrs={
                "list": "officials",
                "autocomplete": "off",
                "hx-get": reverse_lazy("official_options"),
                "hx-trigger": "input changed delay:200ms",
                "hx-target": "#officials",
            }
        ),
    )
    party = forms.ChoiceField(
        required=False, label=_("Party"), help_text=_("Who is spoken for. Empty: the party of the official.")
    )
    joint = forms.CharField(
        required=False,
        label=_("Joint text with"),
        help_text=_("Codes of other parties that speak with one voice, such as XV. Usually empty."),
    )
    stated_on = ImpreciseDateField(required=False, label=_("Said on"))
    kind = forms.ChoiceField(choices=StatementKind.choices, label=_("Kind"))
    question = forms.CharField(
        required=False,
        label=_("Question"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What was asked, as context."),
    )
    credibility = forms.ChoiceField(
        choices=Credibility.choices,
        label=_("Credibility"),
        help_text=_("Of what is said, not of the source (Admiralty code)."),
    )
    promises = forms.BooleanField(required=False, label=_("It promises something by some time"))
    due_on = ImpreciseDateField(required=False, label=_("Due by"))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        held: Details,
        due: ImpreciseDate | None = None,
        promises: bool = False,
    ) -> None:
        """`held` is what the statement has now, or what a new one starts from."""
        initial = {
            "speaker": held.official.name if held.official else held.speaker_label,
            "party": held.party.pk,
            "joint": ", ".join(party.pk for party in held.joint_parties),
            "stated_on": held.stated_on,
            "kind": held.kind,
            "question": held.question,
            "credibility": held.credibility,
            "promises": promises,
            "due_on": due,
        }
        super().__init__(data, initial=initial)
        self.held = held
        self.date_field("stated_on").held = held.stated_on
        self.date_field("due_on").held = due
        self.date_field("due_on").anchor = held.stated_on.day if held.stated_on else None
        self.offer("party", party_choices())
        self._add_link_rows(held.links)

    def _add_link_rows(self, links: Mapping[int, Signal]) -> None:
        issues = issue_choices()
        rows = [*links.items(), *[(None, Signal.POSITION)] * SPARE_LINKS]
        self.link_rows = len(rows)
        for number, (issue_id, signal) in enumerate(rows):
            self.fields[f"issue_{number}"] = forms.ChoiceField(
                choices=issues,
                required=False,
                initial=issue_id or "",
                label=_("Issue %(number)s") % {"number": number + 1},
            )
            self.fields[f"signal_{number}"] = forms.ChoiceField(
                choices=Signal.choices, required=False, initial=signal, label=_("Signal")
            )

    def links(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows of issue and signal, for the template."""
        return [(self[f"issue_{number}"], self[f"signal_{number}"]) for number in range(self.link_rows)]

    def clean_party(self) -> Party | None:
        return Party.objects.filter(pk=self.cleaned_data["party"]).first()

    def clean_joint(self) -> tuple[Party, ...]:
        codes = [code.strip().upper() for code in self.cleaned_data["joint"].split(",") if code.strip()]
        parties = {party.pk: party for party in Party.objects.filter(pk__in=codes)}
        unknown = [code for code in codes if code not in parties]
        if unknown:
            raise forms.ValidationError(
                _("No party has the code %(unknown)s.") % {"unknown": ", ".join(unknown)}
            )
        return tuple(parties[code] for code in sorted(parties))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "speaker" in cleaned and "party" in cleaned:
            cleaned["official"] = official = self._official(cleaned["speaker"], cleaned["party"])
            if cleaned["party"] is None and official is not None:
                cleaned["party"] = official.party
            elif cleaned["party"] is None:
                self.add_error("party", _("Choose a party: no official of this name is known."))
        wanted: dict[int, Signal] = {}
        for number in range(self.link_rows):
            issue = cleaned.get(f"issue_{number}")
            if issue and int(issue) in wanted:
                self.add_error(f"issue_{number}", _("This issue is chosen twice."))
            elif issue:
                wanted[int(issue)] = Signal(cleaned.get(f"signal_{number}") or Signal.POSITION)
        cleaned["links"] = wanted
        if cleaned.get("due_on") and not cleaned.get("promises"):
            cleaned["promises"] = True
        return cleaned

    def _official(self, name: str, party: Party | None) -> Official | None:
        """The official of that name, of that party where several share it; None where nobody is known."""
        named = Official.objects.filter(Q(name__iexact=name) | Q(aliases__contains=[name]))
        found = list(named.select_related("party"))
        if len(found) > 1 and party is not None:
            found = [official for official in found if official.party_id == party.pk]
        if self.held.official in found:
            return self.held.official
        if len(found) > 1:
            self.add_error("speaker", _("Several officials have this name. Ask an admin to tell them apart."))
        return found[0] if len(found) == 1 else None

    def details(self) -> Details:
        """What the editor typed. Only after `is_valid`."""
        cleaned = self.cleaned_data
        official = cleaned["official"]
        label = cleaned["speaker"]
        if official is not None:
            label = self.held.speaker_label if official == self.held.official else ""
        return Details(
            party=cleaned["party"],
            official=official,
            speaker_label=label,
            joint_parties=cleaned["joint"],
            stated_on=cleaned["stated_on"],
            kind=StatementKind(cleaned["kind"]),
            question=cleaned["question"],
            credibility=Credibility(cleaned["credibility"]),
            links=cleaned["links"],
        )


class PassageForm(StatementForm):
    """A statement added by hand: the passage too, selected on the page or pasted."""

    passage = forms.CharField(
        label=_("Passage"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Select it in the text, or paste it here. It must stand in the document word for word."),
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    place = forms.IntegerField(required=False, widget=forms.RadioSelect, label=_("Which one"))

    field_order = ("passage", "place", "speaker", "party")

    def offer_places(self, text: str, places: tuple[tuple[int, int], ...]) -> None:
        """Let the editor choose among the places where the passage stands."""
        widget = cast("forms.RadioSelect", self.fields["place"].widget)
        widget.choices = [(str(start), _context(text, start, end)) for start, end in places]


def _context(text: str, start: int, end: int) -> str:
    before = " ".join(text[max(0, start - 60) : start].split())
    after = " ".join(text[end : end + 60].split())
    return f"…{before} [{text[start:end]}] {after}…"
