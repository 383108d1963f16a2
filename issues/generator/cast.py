"""Who is in a generated archive: parties, pairs, issues, officials with their offices, sources, an editor."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random

from django.db import transaction

from issues.desk.accounts import ensure_account
from issues.generator.plan import Plan
from issues.generator.words import Name, content
from issues.models import (
    Category,
    Issue,
    Office,
    Official,
    Party,
    PollRun,
    Relationship,
    Source,
    Tenure,
)
from issues.reference import categories
from issues.vocabulary import PartyKind, PollOutcome, Reliability, Role, SourceKind

PREFIX = "generated-"
EDITOR = f"{PREFIX}editor"
FACT_SOURCE = "Invented by the generator."
AGENCIES = 8
RUNS = 400  # poll runs of each source, one a day: a year ago they were polled too
A_PARTY = 2  # officials who hold each office one after the other
FIRST_NAMES = (
    *(("Ada", "Ада"), ("Bruno", "Бруно"), ("Clara", "Клара"), ("Dario", "Дарио"), ("Edda", "Эдда")),
    *(("Felix", "Феликс"), ("Greta", "Грета"), ("Hugo", "Гуго"), ("Irma", "Ирма"), ("Jonas", "Йонас")),
    *(("Lena", "Лена"), ("Marius", "Мариус"), ("Nora", "Нора"), ("Oskar", "Оскар"), ("Paula", "Паула")),
    *(("Roman", "Роман"), ("Silva", "Сильва"), ("Teo", "Тео")),
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """An official in an office for some days; the names are what search finds them by."""

    id: int
    name: str
    names: str
    weight: float
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Outlet:
    id: int
    language: str
    party: str
    address: str


@dataclass(frozen=True, slots=True)
class Cast:
    """What documents refer to. Lists of pairs and issues are by their numbers in the plan."""

    editor: int
    pairs: list[tuple[int, str, str]]  # id and the two codes
    issues: list[int]
    party_names: dict[str, tuple[str, str]]
    speakers: dict[str, list[Speaker]]
    ministries: dict[str, list[Outlet]]
    agencies: list[Outlet]


@transaction.atomic
def create_cast(plan: Plan, names: list[Name], chance: Random) -> Cast:
    """Write all of it, some hundreds of rows."""
    parties = {code: (name, name_ru) for code, (name, name_ru) in content()["parties"].items()}
    for code, (name, name_ru) in parties.items():
        Party.objects.get_or_create(
            code=code, defaults={"kind": PartyKind.DEMO, "name": name, "name_ru": name_ru}
        )
    editor = ensure_account(username=EDITOR, role=Role.EDITOR, password="", full_name="Generated Editor")
    editor.set_unusable_password()
    editor.save(update_fields=["password"])
    pairs = _create_pairs(plan, parties)
    outlets = _create_sources(plan, parties)
    return Cast(
        editor=editor.pk,
        pairs=pairs,
        issues=_create_issues(plan, pairs, names),
        party_names=parties,
        speakers=_create_people(plan, parties, names, chance),
        ministries={code: [one for one in outlets if one.party == code] for code in parties},
        agencies=[one for one in outlets if not one.party],
    )


def _create_pairs(plan: Plan, parties: dict[str, tuple[str, str]]) -> list[tuple[int, str, str]]:
    # XA–XB, then pairs whose codes lie ever further apart, so that every party is in some of them.
    codes = sorted(
        combinations(sorted(parties), 2), key=lambda pair: (ord(pair[1][1]) - ord(pair[0][1]), pair)
    )
    made = []
    for first, second in codes[: plan.pairs]:
        slug = f"{PREFIX}{first}-{second}".lower()
        pair, _ = Relationship.objects.get_or_create(
            first_id=first, second_id=second, defaults={"slug": slug}
        )
        made.append((pair.pk, first, second))
    return made


def _create_issues(plan: Plan, pairs: list[tuple[int, str, str]], names: list[Name]) -> list[int]:
    known = {category.slug: category for category in categories()}
    for category in known.values():
        Category.objects.get_or_create(
            slug=category.slug, defaults={"name": category.name, "name_ru": category.name_ru}
        )
    matters = content()["matters"]
    rows = []
    for number in range(plan.issues):
        category_slug = list(matters)[number % len(matters)]
        name = names[-1 - number]  # the rarest: a title's own words lead to the issue
        titles = matters[category_slug]
        rows.append(
            Issue(
                relationship_id=pairs[plan.pair_of(number)][0],
                category_id=category_slug,
                slug=f"{PREFIX}issue-{number + 1}",
                title=titles[number // len(matters) % len(titles)].format(name=name.latin),
                title_ru=f"{known[category_slug].name_ru}: {name.cyrillic}",
                position=number + 1,
            )
        )
    return [row.pk for row in Issue.objects.bulk_create(rows)]


def _create_people(
    plan: Plan, parties: dict[str, tuple[str, str]], names: list[Name], chance: Random
) -> dict[str, list[Speaker]]:
    last_names = iter(names[-1 - plan.issues :: -1])
    start = plan.today - timedelta(days=366 * plan.years)
    speakers: dict[str, list[Speaker]] = {code: [] for code in parties}
    for code in parties:
        for office in content()["offices"]:
            row, _ = Office.objects.get_or_create(
                party_id=code, title=office["title"], defaults={"title_ru": office["title_ru"]}
            )
            since: date | None = None
            for turn in range(A_PARTY):
                surname = next(last_names)
                latin, cyrillic = chance.choice(FIRST_NAMES)
                name, alias = f"{latin} {surname.latin}", f"{cyrillic} {surname.cyrillic}"
                until = start + timedelta(days=int(366 * plan.years * chance.uniform(0.4, 0.6)))
                ends = until if turn + 1 < A_PARTY else None
                slug = f"{PREFIX}{latin}-{surname.latin}-{code}".lower()
                official = Official.objects.create(slug=slug, name=name, aliases=[alias], party_id=code)
                Tenure.objects.create(
                    official=official, office=row, started_on=since, ended_on=ends, fact_source=FACT_SOURCE
                )
                speakers[code].append(
                    Speaker(
                        official.pk,
                        name,
                        f"{name} {alias}",
                        office["weight"],
                        since or date.min,
                        ends or date.max,
                    )
                )
                since = until + timedelta(days=1)
    return speakers


def _create_sources(plan: Plan, parties: dict[str, tuple[str, str]]) -> list[Outlet]:
    told = [(code, f"Ministry of {name}" if language == "en" else f"МИД: {name_ru}", language)
        for code, (name, name_ru) in parties.items() for language in ("en", "ru")]  # fmt: skip
    told += [("", f"Agency {number + 1}", ("en", "ru")[number % 2]) for number in range(AGENCIES)]
    reliability = list(Reliability)
    made = []
    for number, (party, name, language) in enumerate(told):
        # Addresses of a domain that can never be (RFC 2606), and no poll for a long time.
        slug = f"{PREFIX}{party or name}-{language}".lower().replace(" ", "-")
        address = f"https://{slug}.example/"
        source = Source.objects.create(
            slug=slug,
            name=name,
            kind=SourceKind.FEED,
            address=f"{address}feed.xml",
            party_id=party or None,
            language=language,
            reliability=reliability[number % 3],
            next_poll_at=_noon(plan.today) + timedelta(days=36500),
        )
        PollRun.objects.bulk_create(_run(source, plan.today, age) for age in range(RUNS))
        made.append(Outlet(source.pk, language, party, address))
    return made


def _run(source: Source, today: date, age: int) -> PollRun:
    at = _noon(today) - timedelta(days=age)
    failed = (source.pk + age) % 23 == 0
    return PollRun(
        source=source,
        started_at=at,
        finished_at=at + timedelta(seconds=2),
        outcome=PollOutcome.FAILED if failed else PollOutcome.OK,
        error="The server did not answer." if failed else "",
        entries_seen=0 if failed else 25,
    )


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
