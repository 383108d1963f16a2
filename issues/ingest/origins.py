"""Says of each place of a statement which other place it has the words from: reprints are one origin."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import urlsplit

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import Count, F, OuterRef, Value
from django.db.models.functions import Greatest, Length, Substr

from issues import reference
from issues.models import Appearance, Document, Source
from issues.reading.credits import Credits, Outlet
from issues.reading.origins import ITS_OWN, Origin, Passage, trace
from issues.vocabulary import SourceKind

AROUND = 1500  # characters before and after the words in which prose is compared
PARAGRAPH = 600  # of them, those in which a credit is looked for
HEAD, TAIL = 600, 300  # and those in which a page says whose its text is
PLACES_AT_MOST = 200  # of one statement
NEWEST = 20  # pages of a source, by which its host is known


def trace_origins(*, statement_ids: Collection[int]) -> int:
    """Say anew what each place of these statements goes back to; return how many places that changed.

    Statements that stand in one place are passed over. One transaction; four queries and one to write.
    """
    with transaction.atomic():
        several = (
            Appearance.objects.filter(statement__in=statement_ids)
            .order_by()
            .values("statement")
            .annotate(n=Count("*"))
            .filter(n__gt=1, n__lte=PLACES_AT_MOST)
            .values_list("statement", flat=True)
        )
        places: dict[int, list[Any]] = defaultdict(list)
        for place in _places(list(several)):
            places[place.statement_id].append(place)
        if not places:
            return 0
        sources = {place.capture.document.source_id for each in places.values() for place in each}
        crediting = _credits(sources)
        changed = [place for each in places.values() for place in _changed(each, crediting)]
        Appearance.objects.bulk_update(changed, ("goes_back_to", "descent", "credit"))
    return len(changed)


def _places(statements: list[int]) -> Iterable[Appearance]:
    """With the pieces of their texts that tell, cut in the database: captures may be long."""
    begin = Greatest(F("start") - AROUND, Value(0))
    return (
        Appearance.objects.filter(statement__in=statements)
        .select_related("capture__document__source")
        .defer("capture__text", "capture__read_summary")
        .annotate(
            before=Substr("capture__text", begin + 1, F("start") - begin),
            after=Substr("capture__text", F("end") + 1, AROUND),
            head=Substr("capture__text", 1, HEAD),
            tail=Substr("capture__text", Greatest(Length("capture__text") - TAIL, Value(0)) + 1, TAIL),
        )
        .order_by("pk")
    )


def _credits(sources: Collection[int]) -> Credits:
    """The outlets that a text may credit: those we poll, and agencies that others reprint. Two queries.

    Those of `sources`, whose pages we have here, go by the host of their pages: a feed may be elsewhere.
    """
    agencies = reference.agencies()
    known = {agency.outlet.name.casefold() for agency in agencies}
    polled = Source.objects.filter(kind=SourceKind.FEED)
    outlets = [
        Outlet(_outlet(address), name)
        for address, name in polled.exclude(pk__in=sources).values_list("address", "name")
    ]
    newest = Document.objects.filter(source=OuterRef("pk")).order_by("-pk").values("address")
    here = polled.filter(pk__in=sources).annotate(pages=ArraySubquery(newest[:NEWEST]))
    for name, pages in here.values_list("name", "pages"):
        outlets.append(Outlet(Counter(map(_outlet, pages)).most_common(1)[0][0], name))
    named = [outlet for outlet in outlets if outlet.key and outlet.name.casefold() not in known]
    return Credits([*(agency.outlet for agency in agencies), *named], reference.packs())


def _outlet(address: str) -> str:
    """Whose an address is: the key of the agency, else the host; "" where it is not on the web."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    for agency in reference.agencies():
        if any(host == own or host.endswith(f".{own}") for own in agency.hosts):
            return agency.outlet.key
    return host


def _changed(places: list[Any], crediting: Credits) -> Iterable[Appearance]:
    origins = trace(map(_passage, places), crediting)
    for place in places:
        origin = origins.get(place.pk, ITS_OWN)
        if (place.goes_back_to_id, place.descent, place.credit) != _columns(origin):
            place.goes_back_to_id, place.descent, place.credit = _columns(origin)
            yield place


def _columns(origin: Origin) -> tuple[int | None, str, str]:
    return origin.to, str(origin.by or ""), origin.credit[:160]


def _passage(place: Any) -> Passage:
    capture = place.capture
    document = capture.document
    published = document.published_on_lower or document.published_on_upper
    day = datetime.combine(published, time(), UTC) if published else capture.captured_at
    near_before = place.before[-PARAGRAPH:].rpartition("\n")[2]
    near_after = place.after[:PARAGRAPH].partition("\n")[0]
    return Passage(
        key=place.pk,
        page=document.pk,
        outlet=_outlet(document.address) or _outlet(document.source.address),
        order=(day.date(), capture.captured_at),
        nearby="\n".join((f"{near_before} … {near_after}", place.head, place.tail)),
        around=f"{place.before}\n\n{place.after}",
    )
