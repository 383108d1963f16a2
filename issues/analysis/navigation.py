"""What the header leads to."""

from dataclasses import dataclass

from issues.analysis.unread import captures_for_people
from issues.models import Relationship, Statement
from issues.vocabulary import ReviewState

RELATIONSHIPS_SHOWN = 3
COUNT_CAP = 999


@dataclass(frozen=True, slots=True)
class RelationshipName:
    slug: str
    name: str


def relationship_names() -> list[RelationshipName]:
    """The first few relationships that have issues, in the order of their names."""
    rows = (
        Relationship.objects.filter(issues__isnull=False)
        .values_list("slug", "first__name", "second__name")
        .distinct()
        .order_by("first__name", "second__name")[:RELATIONSHIPS_SHOWN]
    )
    return [RelationshipName(slug, f"{first} – {second}") for slug, first, second in rows]


def review_backlog() -> str:
    """How much awaits review: "" for nothing, "999+" where counting on would cost time.

    Statements, and texts in languages without a pack.
    """
    suggested = Statement.objects.filter(state=ReviewState.SUGGESTED).order_by().values_list("pk")
    waiting = suggested.union(captures_for_people().order_by().values_list("pk"), all=True).order_by()
    count = waiting[: COUNT_CAP + 1].count()
    if not count:
        return ""
    return str(count) if count <= COUNT_CAP else f"{COUNT_CAP}+"
