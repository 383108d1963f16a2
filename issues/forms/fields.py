"""Fields that several forms share, and what every form of the desk does with a refusal."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from issues.analysis.naming import name_of, pair_name
from issues.desk.errors import DeskError
from issues.models import Issue, Party, Relationship
from issues.reading.dates import find_dates
from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.reading.languages import languages_of_letters
from issues.vocabulary import DateOrigin

DATE_HELP = _(
    "2026-06-26, 2026-06, 2026~ (about), 2026-06-26/2026-08-31, or words: early June 2026. Empty: unknown."
)

type Choices = Sequence[tuple[str, str] | tuple[str, list[tuple[str, str]]]]


class ImpreciseDateField(forms.CharField):
    """An imprecise date: EDTF, or words that the reader understands. Cleans to ImpreciseDate or None.

    `held` is the date that the row has: typed again as it stands, it keeps its words and its origin.
    `anchor` is the day that words such as "last Tuesday" count from.
    """

    def __init__(self, **options: Any) -> None:
        self.held: ImpreciseDate | None = None
        self.anchor: date | None = None
        options.setdefault("help_text", DATE_HELP)
        super().__init__(**options)
        self.widget.attrs.setdefault("autocomplete", "off")

    def prepare_value(self, value: Any) -> Any:
        return value.edtf if isinstance(value, ImpreciseDate) else value

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value) or "").strip()
        if not text:
            return None
        if self.held is not None and text == self.held.edtf:
            return self.held
        return read_date(text, anchor=self.anchor)


def read_date(text: str, *, anchor: date | None) -> ImpreciseDate:
    """Read EDTF, else a date in words of a language we know. Raises ValidationError for anything else."""
    try:
        return ImpreciseDate.from_edtf(text, origin=DateOrigin.EDITOR)
    except InvalidDate:
        pass  # it may be words
    for language in languages_of_letters(text):
        dates = [found.date for found in find_dates(text, anchor=anchor, language=language) if found.date]
        if len(dates) == 1:
            return ImpreciseDate.from_edtf(dates[0].edtf, words=text, origin=DateOrigin.EDITOR)
    raise forms.ValidationError(
        _(
            "“%(text)s” is not a date. Write 2026, 2026-06, 2026-06-26, 2026-22 (summer) or an interval: "
            "2026-06/2026-08, ../2026-08-31. Or give it in words: 26 June 2026, early June 2026."
        )
        % {"text": text}
    )


class DeskForm(forms.Form):
    """A form whose first error takes the focus, and which shows the desk's refusals at their field."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    def refuse(self, error: DeskError) -> None:
        """Show why the desk refused, at the field it names where the form has it."""
        field = error.field if error.field in self.fields else None
        self.add_error(field, str(error))

    def focus_first_error(self) -> None:
        """Let the first field that is wrong have the focus when the page is drawn again."""
        for name in self.fields:
            if name in self.errors:
                self.fields[name].widget.attrs["autofocus"] = True
                return

    def offer(self, name: str, choices: Choices) -> None:
        """Let the field `name` be chosen from `choices`."""
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def date_field(self, name: str) -> ImpreciseDateField:
        return cast("ImpreciseDateField", self.fields[name])


def party_choices() -> Choices:
    """Parties by code: first those of the relationships that are followed, then the rest of the world."""
    followed = {code for pair in Relationship.objects.values_list("first", "second") for code in pair}
    names = list(Party.objects.values_list("code", name_of("name")))
    return [
        ("", gettext("Choose a party")),
        (gettext("In a relationship"), [(code, name) for code, name in names if code in followed]),
        (gettext("Others"), [(code, name) for code, name in names if code not in followed]),
    ]


def issue_choices() -> Choices:
    """Issues by id, grouped by their relationship."""
    groups: dict[str, list[tuple[str, str]]] = {}
    issues = Issue.objects.select_related("relationship__first", "relationship__second")
    for issue in issues.order_by("relationship__slug", "position", "title"):
        groups.setdefault(pair_name(issue.relationship), []).append((str(issue.pk), issue.title_shown))
    return [("", gettext("No issue")), *groups.items()]
