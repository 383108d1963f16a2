"""The issues of a comparison, and those that may be added."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from issues.analysis.compare.asked import AT_MOST, Asked
from issues.analysis.known import links_that_count
from issues.analysis.naming import by_pair, name_of
from issues.models import Issue

OFFERED_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class Compared:
    """An issue of a comparison; `first_day` is its first dated statement's."""

    id: int
    slug: str
    title: str
    address: str
    relationship: str
    parties: tuple[tuple[str, str], tuple[str, str]]  # code and name of each
    first_day: date | None

    @property
    def codes(self) -> tuple[str, str]:
        return self.parties[0][0], self.parties[1][0]


@dataclass(frozen=True, slots=True)
class Found:
    issues: tuple[Compared, ...]
    unknown: tuple[str, ...]  # slugs that name no issue
    is_cut: bool  # there were more than AT_MOST


@dataclass(frozen=True, slots=True)
class Offer:
    """Issues of one relationship that the picker offers."""

    relationship: str
    issues: tuple[tuple[str, str], ...]  # slug and title


def compared(asked: Asked) -> Found:
    """The issues that are asked for: those named, in their order, then those of the category.

    A query for each of the two.
    """
    if not asked.slugs and not asked.category:
        return Found((), (), is_cut=False)
    dated = links_that_count().filter(issue=OuterRef("pk"), stated_day__isnull=False)
    wanted = Q(slug__in=asked.slugs)
    if asked.category:
        wanted |= Q(category=asked.category)
    rows = (
        Issue.objects.filter(wanted)
        .select_related("relationship__first", "relationship__second")
        .annotate(first_day=Subquery(dated.order_by(F("stated_day").asc()).values("stated_day")[:1]))
        .order_by(*by_pair(), "position", "title")
    )
    of_category = list(rows.exclude(slug__in=asked.slugs)[: AT_MOST + 1]) if asked.category else []
    named = {issue.slug: issue for issue in rows.filter(slug__in=asked.slugs)} if asked.slugs else {}
    ordered = [named[slug] for slug in asked.slugs if slug in named] + of_category
    return Found(
        tuple(_compared(issue) for issue in ordered[:AT_MOST]),
        tuple(slug for slug in asked.slugs if slug not in named),
        is_cut=len(ordered) > AT_MOST,
    )


def _compared(issue: Issue) -> Compared:
    pair = issue.relationship
    first, second = pair.first, pair.second
    return Compared(
        id=issue.pk,
        slug=issue.slug,
        title=issue.title_shown,
        address=reverse("issue", args=(issue.slug,)),
        relationship=f"{first.name_shown} – {second.name_shown}",
        parties=((first.code, first.name_shown), (second.code, second.name_shown)),
        first_day=getattr(issue, "first_day", None),
    )


def offers(chosen: tuple[Compared, ...]) -> tuple[tuple[Offer, ...], tuple[tuple[str, str], ...]]:
    """Issues that may be added, by relationship, and the categories they are of. One query."""
    rows = (
        Issue.objects.exclude(pk__in=[issue.id for issue in chosen])
        .order_by(*by_pair(), "position", "title")
        .values_list(
            "slug",
            name_of("title"),
            *by_pair(),
            "category",
            name_of("category__name"),
        )[:OFFERED_AT_MOST]
    )
    of_pairs: dict[str, list[tuple[str, str]]] = {}
    categories: dict[str, str] = {}
    for slug, title, first, second, category, name in rows:
        of_pairs.setdefault(f"{first} – {second}", []).append((slug, title))
        categories[category] = name
    named = sorted(categories.items(), key=lambda pair: pair[1])
    return tuple(Offer(pair, tuple(issues)) for pair, issues in of_pairs.items()), tuple(named)
