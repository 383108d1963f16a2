"""What an HTML page says of itself: its title and when it was published."""

import copy
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.reading.timestamps import claimed_time
from issues.vocabulary import DateOrigin

_TITLE_META = ("og:title", "twitter:title", "dc.title", "dcterms.title")
# Names of metadata that claim publication, surest first. Never those of a modification, such as
# Last-Modified or article:modified_time.
_DATE_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date_published", "publish-date", "publish_date", "publishdate", "pubdate", "published_time",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "citation_publication_date", "sailthru.date", "parsely-pub-date", "article.published", "date",
)  # fmt: skip
_SITE_SUFFIX = re.compile(r"\s+(?P<sign>[|—–·•»-])\s+(?P<site>[^|—–·•»]{2,60})\Z")
_NAME = re.compile(r"(?:(?:[^\W\d_a-zа-яё]|\d)[\w.'’]*|of|the|and|de|la|и)(?:\s+|\Z)")
_PUBLISHES = re.compile(r"publish|pubdate|entry-date|posted|article|created", re.IGNORECASE)
_LONGEST_JSON, _MOST_SCRIPTS = 500_000, 20


def title_of(tree: HtmlElement) -> str | None:
    """Return the title that the page claims: Open Graph, JSON-LD, its only h1, its title element."""
    meta = _meta(tree)
    headings = [_words(heading) for heading in tree.iter("h1")]
    claims = [meta.get(name, "") for name in _TITLE_META]
    claims += [str(item.get("headline") or "") for item in _linked_data(tree)]
    claims += [heading for heading in headings if heading] if len(headings) == 1 else []
    claims += [next((_words(title) for title in tree.iter("title")), "")]
    claim = next((" ".join(claim.split()) for claim in claims if claim.strip()), "")
    return _without_site(claim, headings, meta.get("og:site_name", "")) or next(filter(None, headings), None)


def _without_site(title: str, headings: list[str], site: str) -> str:
    """Take the name of the site off the end of a title: "Talks stall | DW | 19.01.2026".

    Not what follows a dash in a sentence ("Talks go on — but slowly"), and nothing where the page's
    heading reads like the title.
    """
    while title not in headings and (suffix := _SITE_SUFFIX.search(title)):
        before, name = title[: suffix.start()], suffix["site"].strip()
        is_name = len(name.split()) <= 5 and "".join(_NAME.findall(name)).split() == name.split()
        if not (before in headings or name == site or suffix["sign"] == "|" or is_name):
            break
        title = before
    return title


def published_date(tree: HtmlElement) -> ImpreciseDate | None:
    """Return the publication date that metadata, JSON-LD, microdata or a time element claim, or None."""
    meta = _meta(tree)
    claims = [meta.get(name) for name in _DATE_META[:-1]]
    claims += [item.get("datePublished") for item in _linked_data(tree)]
    claims += _marked_up(tree)
    claims.append(meta.get("date"))
    return next((date for claim in claims if (date := _date(claim))), None)


def guessed_date(tree: HtmlElement) -> ImpreciseDate | None:
    """Return the date that htmldate finds in elements that look like one, or None."""
    import htmldate  # loaded late: heavy, and seldom needed

    try:
        found = htmldate.find_date(copy.deepcopy(tree), original_date=True, extensive_search=False)
    except Exception:  # whatever a hostile page makes it raise: the date is then unknown
        return None
    return _date(found)


def _date(claim: object) -> ImpreciseDate | None:
    """The day of a claimed time, in the zone it was claimed in."""
    time = claimed_time(claim if isinstance(claim, str | int) else None)
    try:
        return (
            ImpreciseDate.from_edtf(time[:10], words=str(claim).strip()[:100], origin=DateOrigin.METADATA)
            if time
            else None
        )
    except InvalidDate:
        return None


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by name, property or itemprop in lower case; the first of each name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or ""
        if name and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _linked_data(tree: HtmlElement) -> list[dict[str, Any]]:
    """The JSON-LD objects that describe an article, those with a date first."""
    found: list[dict[str, Any]] = []
    scripts = [script for script in tree.iter("script") if script.get("type") == "application/ld+json"]
    for script in scripts[:_MOST_SCRIPTS]:
        text = script.text or ""
        if len(text) > _LONGEST_JSON:
            continue
        try:
            found += _articles(json.loads(text))
        except (ValueError, RecursionError):
            continue
    return sorted(found, key=lambda item: "datePublished" not in item)


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    waiting = deque([data])
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(
                str(name).endswith(("Article", "Report", "Posting", "WebPage", "Event")) for name in names
            ):
                yield item
            waiting.extend(graph if isinstance(graph := item.get("@graph"), list) else [])


def _marked_up(tree: HtmlElement) -> list[str | None]:
    """Claims of microdata and time elements, surest first; of bare time elements only a lone one."""
    sure: list[str | None] = []
    bare: list[str | None] = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        claim = element.get("datetime") or element.get("content") or ""
        if element.get("itemprop") == "datePublished":
            sure.insert(0, claim or _words(element))
        elif element.tag == "time" and claim:
            marks = " ".join([element.get("class") or "", element.get("itemprop") or "", *element.attrib])
            (sure if _PUBLISHES.search(marks) and "modified" not in marks.lower() else bare).append(claim)
    return sure + (bare if len(bare) == 1 else [])


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
