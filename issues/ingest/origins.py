"""Says of each place of a statement which other place it has the words from: reprints are one origin."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
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
        outlets = _outlets(sources)
        crediting = outlets.credits()
        changed = [place for each in places.values() for place in _changed(each, outlets, crediting)]
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


@dataclass(frozen=True, slots=True)
class _Outlets:
    """Whose pages are whose, and the names by which they may be credited.

    homes: for each source we poll the host of its own pages. Several outlets may share a host, and the
    feed of an aggregator leads to many: what stands on a source's own host is the source's.
    """

    homes: dict[int, str]
    names: dict[int, str]

    def of(self, document: Document) -> str:
        """A key of the outlet; "" where a text came without an address."""
        host = _host(document.address)
        if agency := _agency(host):
            return agency
        if document.source_id in self.homes and host in ("", self.homes[document.source_id]):
            return f"source-{document.source_id}"
        owners = [source for source, home in self.homes.items() if host and home == host]
        return f"source-{owners[0]}" if len(owners) == 1 else host

    def credits(self) -> Credits:
        agencies = [agency.outlet for agency in reference.agencies()]
        known = {agency.name.casefold() for agency in agencies}
        polled = [
            Outlet(_agency(self.homes[source]) or f"source-{source}", name)
            for source, name in self.names.items()
            if name.casefold() not in known
        ]
        return Credits([*agencies, *polled], reference.packs())


def _outlets(sources: Collection[int]) -> _Outlets:
    """Of all we poll. Where pages of `sources` are at hand they tell the host: a feed may be elsewhere."""
    newest = Document.objects.filter(source=OuterRef("pk")).order_by("-pk").values("address")
    polled = Source.objects.filter(kind=SourceKind.FEED)
    homes, names = {}, {}
    for pk, name, address in polled.values_list("pk", "name", "address"):
        homes[pk], names[pk] = _host(address), name
    here = polled.filter(pk__in=sources).annotate(pages=ArraySubquery(newest[:NEWEST]))
    for pk, pages in here.values_list("pk", "pages"):
        homes[pk] = Counter(map(_host, pages)).most_common(1)[0][0]
    return _Outlets(homes, names)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).netloc or "").casefold().removeprefix("www.")
    except ValueError:
        return ""


def _agency(host: str) -> str:
    """The key of the agency whose own host it is, else ""."""
    for agency in reference.agencies():
        if any(host == own or host.endswith(f".{own}") for own in agency.hosts):
            return agency.outlet.key
    return ""


def _changed(places: list[Any], outlets: _Outlets, crediting: Credits) -> Iterable[Appearance]:
    origins = trace([_passage(place, outlets.of(place.capture.document)) for place in places], crediting)
    for place in places:
        origin = origins.get(place.pk, ITS_OWN)
        if (place.goes_back_to_id, place.descent, place.credit) != _columns(origin):
            place.goes_back_to_id, place.descent, place.credit = _columns(origin)
            yield place


def _columns(origin: Origin) -> tuple[int | None, str, str]:
    return origin.to, str(origin.by or ""), origin.credit[:160]


def _passage(place: Any, outlet: str) -> Passage:
    capture = place.capture
    document = capture.document
    published = document.published_on_lower or document.published_on_upper
    day = datetime.combine(published, time(), UTC) if published else capture.captured_at
    near_before = place.before[-PARAGRAPH:].rpartition("\n")[2]
    near_after = place.after[:PARAGRAPH].partition("\n")[0]
    return Passage(
        key=place.pk,
        page=document.pk,
        outlet=outlet,
        order=(day.date(), capture.captured_at),
        nearby="\n".join((f"{near_before} … {near_after}", place.head, place.tail)),
        around=f"{place.before}\n\n{place.after}",
    )
