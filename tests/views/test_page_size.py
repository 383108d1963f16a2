"""How heavy the page of an issue with thousands of statements may be: whoever reads it may be on a phone."""

from datetime import date

import pytest
from django.db.models import Count

from issues.generator.archive import generate_archive
from issues.generator.plan import Plan
from issues.models import Issue
from tests.factories import make_user
from tests.views.conftest import signed_in
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db

STATEMENTS = 5_000


def test_an_issue_of_five_thousand_statements_stays_small() -> None:
    today = date(2026, 11, 24)
    generate_archive(Plan.of(statements=7_500, largest=STATEMENTS, issues=3, seed=3, today=today))
    issue = Issue.objects.annotate(n=Count("links")).order_by("-n")[0]
    assert issue.links.filter(state="accepted").count() == STATEMENTS
    page = page_of(signed_in(make_user()).get(f"/issues/{issue.slug}/?window=all"))
    assert page.count('class="name"') >= 3 * len(("wide", "medium", "narrow"))  # three voices in each drawing
    assert len(page.encode()) < 150_000
