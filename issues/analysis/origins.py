"""How many have the words of their own, and who has them from whom: reprints of one agency are one origin."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from issues.analysis.places import Place
from issues.analysis.words import counted
from issues.models import Appearance
from issues.vocabulary import Descent


@dataclass(frozen=True, slots=True)
class OriginShown:
    """A place that has the words from none of the others, and those that go back to it."""

    place: Place
    passed_on: tuple[Place, ...]


def counts(statement: OuterRef) -> Subquery:
    """{"origins", "appearances"} of a statement; versions of one page are one appearance."""
    appearances = (
        Appearance.objects.filter(statement=statement)
        .order_by()
        .values("statement")
        .annotate(
            counts=JSONObject(
                origins=Count("pk", filter=Q(goes_back_to=None)),
                appearances=Count("pk", filter=~Q(descent=Descent.SAME_PAGE)),
            )
        )
    )
    return Subquery(appearances.values("counts"))


def counts_shown(found: dict[str, int] | None) -> str:
    """ "2 independent origins, 5 appearances"; "" where the words stand in one place."""
    if found is None or found["appearances"] < 2:
        return ""
    origins = counted("%(count)s independent origin", "%(count)s independent origins", found["origins"])
    appearances = counted("%(count)s appearance", "%(count)s appearances", found["appearances"])
    return f"{origins}, {appearances}"


def by_origin(places: Sequence[Place]) -> tuple[OriginShown, ...]:
    """The places in their order, each origin with all that go back to it, directly or not."""
    back = {place.id: place.goes_back_to for place in places}
    passed_on: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        if back[place.id] in back:
            passed_on[_first(place.id, back)].append(place)
    return tuple(
        OriginShown(place, tuple(passed_on[place.id])) for place in places if back[place.id] not in back
    )


def _first(key: int, back: dict[int, int | None]) -> int:
    while (before := back[key]) in back and before is not None:
        key = before
    return key
