"""Parties, the relationships between them, and the people who speak for them."""

from typing import Any, ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.urls import reverse

from issues.models.fields import one_of, term_field
from issues.models.history import tracked
from issues.models.naming import named, person_named
from issues.vocabulary import PartyKind


class DateRange(models.Func):
    """daterange(started, ended, '[]') for exclusion constraints; open where an end is unknown."""

    function = "DATERANGE"
    output_field: ClassVar[DateRangeField] = DateRangeField()


class Party(models.Model):
    """A state or organisation: ISO 3166-1 alpha-2, or a code of our own."""

    code = models.CharField(max_length=12, primary_key=True, db_collation="C")
    kind = term_field(PartyKind, default=PartyKind.STATE)
    name = models.CharField(max_length=120)
    name_ru = models.CharField(max_length=120, blank=True)
    # Surface forms the reader knows the party by: {"names": {"en": [...]}, "adjectives": …, "demonyms": …}.
    forms = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "parties"
        ordering = ("name",)
        constraints = (
            one_of("party", "kind", PartyKind),
            models.CheckConstraint(
                name="party_code_upper_case",
                condition=models.Q(code__regex=r"^[A-Z][A-Z0-9-]*$"),
                violation_error_message="A party's code is upper-case letters, digits and hyphens.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("party", args=(self.code.lower(),))

    @property
    def name_shown(self) -> str:
        """The name in the language of whoever asks."""
        return named(self, "name")


@tracked()
class Relationship(models.Model):
    """An unordered pair of parties, stored once: the code that sorts first is `first`."""

    first = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60, unique=True)

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="relationship_pair_unique"),
            models.CheckConstraint(
                name="relationship_pair_canonical",
                condition=models.Q(first__lt=models.F("second")),
                violation_error_message="Store the pair once, in the order of its codes.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_id}–{self.second_id}"

    def get_absolute_url(self) -> str:
        return reverse("relationship", args=(self.slug,))

    @property
    def name(self) -> str:
        return f"{self.first.name} and {self.second.name}"

    @property
    def codes(self) -> tuple[str, str]:
        return (self.first_id, self.second_id)


@tracked()
class Official(models.Model):
    """A person who speaks."""

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=160)
    aliases = ArrayField(models.CharField(max_length=160), default=list, blank=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="officials")

    class Meta:
        ordering = ("name",)
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Trigger(
                name="names_go_along",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("name", "aliases"),
                func="""
                    UPDATE issues_statement
                    SET speaker_names = concat_ws(' ', NEW.name, array_to_string(NEW.aliases, ' '))
                    WHERE official_id = NEW.id;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("official", args=(self.slug,))

    @property
    def name_shown(self) -> str:
        """The name in the letters of whoever asks."""
        return person_named(self.name, self.aliases)


@tracked()
class Office(models.Model):
    """A post at a party: its title, in English and Russian."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="offices")
    title = models.CharField(max_length=200)
    title_ru = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("party", "title")
        constraints = (models.UniqueConstraint(fields=("party", "title"), name="office_title_unique"),)

    def __str__(self) -> str:
        return self.title

    @property
    def title_shown(self) -> str:
        """The title in the language of whoever asks."""
        return named(self, "title")


@tracked()
class Tenure(models.Model):
    """An office held between two dates, both inclusive; an open end is unknown or present."""

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="tenures")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="tenures")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    fact_source = models.CharField(max_length=500, help_text="Where the dates come from.")

    class Meta:
        ordering = ("official", "started_on")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="tenure_dates_ordered",
                condition=models.Q(started_on__isnull=True)
                | models.Q(ended_on__isnull=True)
                | models.Q(started_on__lte=models.F("ended_on")),
                violation_error_message="A tenure cannot end before it starts.",
            ),
            models.CheckConstraint(
                name="tenure_has_fact_source",
                condition=~models.Q(fact_source=""),
                violation_error_message="Say where the dates of the tenure come from.",
            ),
            ExclusionConstraint(
                name="tenure_no_overlap",
                expressions=[
                    ("official", RangeOperators.EQUAL),
                    ("office", RangeOperators.EQUAL),
                    (
                        DateRange(
                            "started_on",
                            "ended_on",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="This official already holds this office on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official_id} {self.office_id} {self.started_on or '…'}–{self.ended_on or '…'}"
