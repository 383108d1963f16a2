"""Where an issue stands, on which evidence; its retraction; the outcome of a pledge."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from issues.forms.fields import DeskForm, ImpreciseDateField
from issues.models import Issue, Party, Pledge, Statement
from issues.vocabulary import Phase, PledgeOutcome, Trend

ASSESSED = ""


def phases() -> list[tuple[str, str]]:
    """What an issue may be assessed as."""
    return [(phase.value, phase.label) for phase in Phase if phase is not Phase.NOT_ASSESSED]


def outcomes() -> list[tuple[str, str]]:
    """What may become of a pledge; that one is open or overdue is nobody's decision."""
    undecided = {PledgeOutcome.OPEN, PledgeOutcome.OVERDUE}
    return [(one.value, one.label.capitalize()) for one in PledgeOutcome if one not in undecided]


class StatusForm(DeskForm):
    """A status of one issue. `evidence` offers the statements it is given."""

    perspective = forms.ChoiceField(required=False, widget=forms.RadioSelect, label=_("Who says so"))
    phase = forms.ChoiceField(choices=phases, widget=forms.RadioSelect, label=_("Phase"))
    trend = forms.ChoiceField(
        choices=Trend.choices,
        label=_("Trend"),
        widget=forms.RadioSelect,
        initial=Trend.UNCHANGED,
        help_text=_("Compared with the status before."),
    )
    effective_on = ImpreciseDateField(
        label=_("Since"),
        help_text=(
            _(
                "When it began, not when you learned it: 2026-06-26, 2026-06, 2026-06-26/2026-08-31, "
                "2026~; or in words: early June 2026."
            )
        ),
    )
    effective_on_words = forms.CharField(
        required=False, max_length=300, label=_("As it was said"), help_text=_("Such as “since the spring”.")
    )
    rationale = forms.CharField(
        required=False,
        label=_("Rationale"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Why this phase and not another."),
    )
    evidence = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label=_("Evidence"),
        error_messages={"required": _("Choose at least one statement: no status stands without the words.")},
    )

    def __init__(self, data: Any = None, *, issue: Issue, offered: list[int], **options: Any) -> None:
        super().__init__(data, **options)
        pair = issue.relationship
        claims = [
            (party.pk, gettext("Claimed by %(party)s") % {"party": party.name_shown})
            for party in (pair.first, pair.second)
        ]
        self.offer("perspective", [(ASSESSED, gettext("Assessed by the desk")), *claims])
        self.offer("evidence", [(str(pk), str(pk)) for pk in offered])

    def values(self) -> dict[str, Any]:
        """The arguments of `change_status`. Only after `is_valid`."""
        cleaned = self.cleaned_data
        date = cleaned["effective_on"]
        party = Party.objects.get(pk=cleaned["perspective"]) if cleaned["perspective"] else None
        return {
            "perspective": party,
            "phase": Phase(cleaned["phase"]),
            "trend": Trend(cleaned["trend"]),
            "effective_on": date.edtf,
            "effective_on_words": cleaned["effective_on_words"] or date.words,
            "rationale": cleaned["rationale"],
            "evidence": list(Statement.objects.filter(pk__in=cleaned["evidence"])),
        }


class RetractForm(DeskForm):
    reason = forms.CharField(
        max_length=400,
        label=_("Why it is retracted"),
        help_text=_("The reason stays beside the status in its history."),
        widget=forms.TextInput,
    )


class OutcomeForm(DeskForm):
    """What became of a pledge, and what shows it."""

    outcome = forms.ChoiceField(choices=outcomes, widget=forms.RadioSelect, label=_("Outcome"))
    met_on = forms.DateField(
        required=False,
        label=_("Met on"),
        help_text=_("The day it was met. Past the pledge's last day it counts as met late."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    outcome_statement = forms.ChoiceField(
        required=False, label=_("Shown by"), help_text=_("An accepted statement.")
    )
    note = forms.CharField(required=False, max_length=400, label=_("Note"))

    def __init__(self, data: Any = None, *, pledge: Pledge, offered: list[tuple[str, str]]) -> None:
        held = {
            "outcome": pledge.outcome if pledge.outcome != PledgeOutcome.OPEN else None,
            "met_on": pledge.met_on,
            "outcome_statement": pledge.outcome_statement_id or "",
            "note": pledge.outcome_note,
        }
        super().__init__(data, initial=held)
        self.offer("outcome_statement", [("", gettext("No statement")), *offered])

    def values(self) -> dict[str, Any]:
        """The arguments of `record_outcome`. Only after `is_valid`."""
        cleaned = self.cleaned_data
        shown_by = cleaned["outcome_statement"]
        return {
            "outcome": PledgeOutcome(cleaned["outcome"]),
            "met_on": cleaned["met_on"],
            "outcome_statement": Statement.objects.get(pk=shown_by) if shown_by else None,
            "note": cleaned["note"],
        }
