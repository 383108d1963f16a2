"""Open the demonstration: its parties, people, issues, accounts and the sources that are polled."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from issues.demo.articles import Outlet, outlets
from issues.demo.cast import Cast, CastTenure, forms_of, read_cast
from issues.demo.days import day_of_edition, edition_of
from issues.desk.accounts import change_password, ensure_account
from issues.desk.acting import acting_as
from issues.models import Category, Issue, Office, Official, Party, Relationship, Source, Tenure, User
from issues.reference import categories
from issues.vocabulary import PartyKind, Role, SourceKind

SOURCE_PREFIX = "demo-"
EDITOR = "demo-editor"
ACCOUNTS = {
    "demo-analyst": (Role.ANALYST, "Demo Analyst"),
    EDITOR: (Role.EDITOR, "Demo Editor"),
    "demo-admin": (Role.ADMIN, "Demo Admin"),
}
# Known to everybody who reads this, which is why the demonstration does not open in production.
PASSWORD = "demarche-demo"  # noqa: S105
ADDRESS = re.compile(r"^(?P<site>https?://[^/]+)/edition/(?P<edition>\d+)/")
FACT_SOURCE = "Invented for the demonstration."


class ProductionError(Exception):
    """The demonstration was asked for where real work is done."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """An open demonstration. `accounts` maps names to passwords; an empty one was left unchanged."""

    today: date
    relationship: str
    sources: int
    accounts: dict[str, str]


def open_newsroom(*, site_url: str, today: date | None = None, force: bool = False) -> Newsroom:
    """Create what the demonstration needs and make its sources due. Idempotent.

    `site_url` is the scheme and host of the demo site. `today` is the reference day of all dates; where
    the demonstration is open already, its day stays. Raises ProductionError in production unless
    `force`, which gives the accounts passwords of their own.
    """
    if settings.PRODUCTION and not force:
        raise ProductionError("The demonstration has known passwords. In production it needs --force.")
    reference_day = reference_day_of_sources() or today or datetime.now(UTC).date()
    cast = read_cast(reference_day)
    with transaction.atomic():
        accounts = open_accounts(password=get_random_string(20) if settings.PRODUCTION else PASSWORD)
        with acting_as(User.objects.get(username="demo-admin"), "open the demonstration"):
            create_parties(cast=cast)
            create_issues(cast=cast)
            create_people(cast=cast)
            for outlet in outlets().values():
                create_source(outlet=outlet, site_url=site_url.rstrip("/"), today=reference_day)
    return Newsroom(reference_day, cast.slug, len(outlets()), accounts)


def reference_day_of_sources() -> date | None:
    """The reference day of the demonstration that is open; None where none is."""
    for address in Source.objects.filter(slug__startswith=SOURCE_PREFIX).values_list("address", flat=True):
        match = ADDRESS.match(address)
        if match:
            return day_of_edition(int(match["edition"]))
    return None


@transaction.atomic
def open_accounts(*, password: str) -> dict[str, str]:
    """Create the demo accounts; return the passwords of those that are new, or still the known one."""
    shown = {}
    for username, (role, full_name) in ACCOUNTS.items():
        user = ensure_account(username=username, role=role, password=password, full_name=full_name)
        if not user.is_active:
            user.is_active = True
            user.save(update_fields=["is_active"])
            change_password(user=user, password=password)
            user.refresh_from_db()
        shown[username] = password if user.check_password(password) else ""
    return shown


def create_parties(*, cast: Cast) -> None:
    """Create or update the invented states and their relationship."""
    for party in cast.parties:
        names, adjectives, demonyms = forms_of(party)
        Party.objects.update_or_create(
            code=party.code,
            defaults={
                "kind": PartyKind.DEMO,
                "name": party.name,
                "name_ru": party.name_ru,
                "forms": {"names": names, "adjectives": adjectives, "demonyms": demonyms},
            },
        )
    first, second = cast.pair
    Relationship.objects.get_or_create(first_id=first, second_id=second, defaults={"slug": cast.slug})


def create_issues(*, cast: Cast) -> None:
    """Create the issues of the relationship, and any of their categories that is missing."""
    relationship = Relationship.objects.get(first=cast.pair[0], second=cast.pair[1])
    known = {category.slug: category for category in categories()}
    for position, issue in enumerate(cast.issues, start=1):
        category = known[issue.category]
        row, _ = Category.objects.get_or_create(
            slug=category.slug, defaults={"name": category.name, "name_ru": category.name_ru}
        )
        Issue.objects.get_or_create(
            slug=issue.slug,
            defaults={
                "relationship": relationship,
                "category": row,
                "title": issue.title,
                "title_ru": issue.title_ru,
                "summary": issue.summary,
                "position": position,
            },
        )


def create_people(*, cast: Cast) -> None:
    """Create the officials with the offices they hold."""
    for official in cast.officials:
        Official.objects.get_or_create(
            slug=official.slug,
            defaults={"name": official.name, "aliases": official.aliases, "party_id": official.party},
        )
    for tenure in cast.tenures:
        create_tenure(tenure=tenure)


def create_tenure(*, tenure: CastTenure) -> None:
    """Create an office and who holds it."""
    official = Official.objects.get(slug=tenure.official)
    office, _ = Office.objects.get_or_create(
        party_id=official.party_id, title=tenure.office, defaults={"title_ru": tenure.office_ru}
    )
    Tenure.objects.get_or_create(
        official=official,
        office=office,
        started_on=tenure.started_on,
        defaults={"ended_on": tenure.ended_on, "fact_source": FACT_SOURCE},
    )


def create_source(*, outlet: Outlet, site_url: str, today: date) -> None:
    """Create an outlet's feed, due at once; one that moved to another host keeps its history."""
    address = f"{site_url}/edition/{edition_of(today)}/{outlet.slug}/feed.xml"
    source, created = Source.objects.get_or_create(
        slug=f"{SOURCE_PREFIX}{outlet.slug}",
        defaults={
            "name": outlet.title,
            "kind": SourceKind.FEED,
            "address": address,
            "party_id": outlet.party or None,
            "language": outlet.language,
            "reliability": outlet.reliability,
            "poll_every": timedelta(minutes=outlet.poll_minutes),
            "next_poll_at": timezone.now(),
        },
    )
    if not created and source.address != address:
        source.address = address
        source.next_poll_at = timezone.now()
        source.save(update_fields=["address", "next_poll_at"])
