"""What the header leads to."""

from issues.analysis.unread import captures_for_people
from issues.models import Statement
from issues.vocabulary import ReviewState

COUNT_CAP = 999


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
