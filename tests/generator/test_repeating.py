"""An archive is made once, beside another only when told, and the same from the same seed."""

from datetime import date

import pytest
from django.db import transaction

from issues.generator.archive import ArchiveNotEmptyError, generate_archive
from issues.generator.plan import Plan
from issues.models import Statement
from tests.factories import make_statement

pytestmark = pytest.mark.django_db

PLAN = Plan.of(statements=200, largest=40, seed=3, today=date(2026, 11, 24))


def test_an_archive_of_statements_is_left_alone_unless_told() -> None:
    make_statement()
    with pytest.raises(ArchiveNotEmptyError, match="--beside"):
        generate_archive(PLAN)
    assert generate_archive(PLAN, beside=True).rows["statements"] == 200
    assert Statement.objects.count() == 201


def test_the_same_seed_makes_the_same_archive() -> None:
    held = []
    for _ in range(2):
        with transaction.atomic():
            generate_archive(PLAN)
            held.append(
                list(Statement.objects.order_by("pk").values_list("quote", "stated_on", "party", "state"))
            )
            transaction.set_rollback(True)
    assert held[0] == held[1]
