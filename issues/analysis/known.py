"""What counts on a page, in one place: accepted, not withdrawn, not retracted.

A page as of an earlier day will ask the same questions of the same columns (accepted_at,
withdrawn_at, recorded_at, retracted_at), so they are asked here and nowhere else.
"""

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from issues.analysis.naming import name_of
from issues.models import Link, Tenure
from issues.vocabulary import ReviewState


def links_that_count() -> QuerySet[Link]:
    """Accepted, live links; they use the index link_of_issue_by_day."""
    return Link.objects.filter(state=ReviewState.ACCEPTED, withdrawn_at__isnull=True)


def links_to_review() -> QuerySet[Link]:
    """Live suggested links: the backlog beside a status."""
    return Link.objects.filter(state=ReviewState.SUGGESTED, withdrawn_at__isnull=True)


def newest_first(links: QuerySet[Link]) -> QuerySet[Link]:
    """In the order of the index link_of_issue_by_day."""
    return links.order_by(F("stated_day").desc(nulls_last=True), F("statement").desc())


def office_that_day(statement: str = "") -> Coalesce:
    """The title of the office that a statement's speaker held on the day of the statement.

    `statement` leads from the annotated model to the statement, with a trailing "__"; "" where it is
    the statement itself. Empty where the day is unknown, or where one tenure does not cover all the
    days that an imprecise date allows.
    """
    lower, upper = f"{statement}stated_on_lower", f"{statement}stated_on_upper"
    tenures = Tenure.objects.filter(
        Q(started_on__isnull=True) | Q(started_on__lte=OuterRef(lower)),
        Q(ended_on__isnull=True) | Q(ended_on__gte=OuterRef(upper)),
        official=OuterRef(f"{statement}official"),
    ).order_by(F("started_on").desc(nulls_last=True), "-id")
    title = Subquery(tenures.values(title_shown=name_of("office__title"))[:1])
    has_day = {f"{lower}__isnull": False, f"{upper}__isnull": False}
    return Coalesce(Case(When(**has_day, then=title)), Value(""))
