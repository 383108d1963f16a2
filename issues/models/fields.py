"""Columns that many models share: closed lists, imprecise dates, public names.

An imprecise date is kept as EDTF text (Library of Congress, EDTF level 1 subset: ``2026``,
``2026-06``, ``2026-06-26``, ``2026-22``, ``2026~``, ``2026-06-26/2026-08-31``, ``../2026-08-31``).
PostgreSQL computes its first and last day by ``edtf_lower`` and ``edtf_upper``, so that the bounds
can never disagree with the text; where there is no such day, there are no bounds, and the constraint
refuses the text. What it takes is what `issues.reading.edtf` takes. The SQL functions are in sql.py.
"""

from typing import Any

from django.db import models
from django.db.models.functions import Length

from issues.vocabulary import DateOrigin, Term

models.CharField.register_lookup(Length)

EDTF_DAY = r"[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?%]?"
EDTF_PATTERN = rf"^({EDTF_DAY}|{EDTF_DAY}/({EDTF_DAY}|\.\.)|\.\./{EDTF_DAY})$"


def term_field(vocabulary: type[Term], **options: Any) -> "models.CharField[Any, Any]":
    """A column for one word of a closed list. Pair it with `one_of`, which the database enforces."""
    return models.CharField(max_length=20, choices=vocabulary.choices(), **options)


def one_of(model: str, field: str, vocabulary: type[Term], *, blank: bool = False) -> models.CheckConstraint:
    """Refuse any value of `field` outside `vocabulary` (empty text too, unless `blank`)."""
    values = [term.value for term in vocabulary] + ([""] if blank else [])
    return models.CheckConstraint(
        name=f"{model}_{field}_known",
        condition=models.Q(**{f"{field}__in": values}),
        violation_error_message=f"This is not a known {field}.",
    )


def edtf_field(**options: Any) -> "models.CharField[Any, Any]":
    """EDTF text; empty means unknown, never now."""
    return models.CharField(max_length=40, blank=True, default="", **options)


def lower_bound(field: str) -> "models.GeneratedField":
    """The first day that the EDTF text in `field` allows; null where open or unknown."""
    return models.GeneratedField(
        expression=models.Func(models.F(field), function="edtf_lower"),
        output_field=models.DateField(null=True),
        db_persist=True,
    )


def upper_bound(field: str) -> "models.GeneratedField":
    """The last day that the EDTF text in `field` allows; null where open or unknown."""
    return models.GeneratedField(
        expression=models.Func(models.F(field), function="edtf_upper"),
        output_field=models.DateField(null=True),
        db_persist=True,
    )


def words_field(**options: Any) -> "models.CharField[Any, Any]":
    """The words a date was given in, as said."""
    return models.CharField(max_length=300, blank=True, default="", **options)


def origin_field(**options: Any) -> "models.CharField[Any, Any]":
    """Where a date comes from; empty only where the date itself is unknown."""
    return term_field(DateOrigin, blank=True, default="", **options)


def edtf_constraints(model: str, field: str, *, required: bool = False) -> list[models.BaseConstraint]:
    """The text is EDTF, its bounds are in order, and it says where it comes from."""
    lower, upper, origin = f"{field}_lower", f"{field}_upper", f"{field}_origin"
    written = models.Q(**{f"{field}__regex": EDTF_PATTERN})
    begins = models.Q(**{f"{field}__startswith": "../"}) | models.Q(**{f"{lower}__isnull": False})
    ends = models.Q(**{f"{field}__endswith": "/.."}) | models.Q(**{f"{upper}__isnull": False})
    shape = written & begins & ends
    unknown = models.Q(**{field: ""})
    known_origin = models.Q(**{f"{origin}__in": [term.value for term in DateOrigin]})
    return [
        models.CheckConstraint(
            name=f"{model}_{field}_edtf",
            condition=shape if required else shape | unknown,
            violation_error_message=(
                "Give a date that exists as 2026, 2026-06, 2026-06-26 or an interval of these."
            ),
        ),
        models.CheckConstraint(
            name=f"{model}_{field}_ordered",
            condition=models.Q(**{f"{lower}__isnull": True})
            | models.Q(**{f"{upper}__isnull": True})
            | models.Q(**{f"{lower}__lte": models.F(upper)}),
            violation_error_message="The interval ends before it begins.",
        ),
        models.CheckConstraint(
            name=f"{model}_{field}_has_origin",
            condition=(unknown & models.Q(**{origin: ""})) | (~unknown & known_origin),
            violation_error_message="A date must say where it comes from.",
        ),
    ]
