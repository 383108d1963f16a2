"""The demo site's feeds: RSS 2.0 and Atom, newest entries first."""

from collections.abc import Iterable
from email.utils import format_datetime
from xml.etree import ElementTree as Xml

from issues.demo.articles import Article, Edition, Outlet
from issues.demo.days import edition_of
from issues.demo.pages import address_of, feed_address, outlet_address

ATOM = "http://www.w3.org/2005/Atom"
SUMMARY = 280
Xml.register_namespace("atom", ATOM)


def feed_document(outlet: Outlet, articles: Iterable[Article], *, base: str, edition: Edition) -> bytes:
    """The feed of an outlet in its own format, from articles in the order given."""
    write = atom_feed if outlet.feed == "atom" else rss_feed
    root = write(outlet, articles, base=base, edition=edition)
    body: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def entry_id(article: Article, *, edition: Edition) -> str:
    """An identifier that stays when the address or the text changes."""
    return f"urn:demarche-demo:{edition_of(edition.today)}:{article.path.replace('/', ':')}"


def rss_feed(outlet: Outlet, articles: Iterable[Article], *, base: str, edition: Edition) -> Xml.Element:
    """RSS 2.0. An edit shows in `atom:updated`, since RSS has no word for it."""
    root = Xml.Element("rss", version="2.0")
    channel = Xml.SubElement(root, "channel")
    add(channel, "title", outlet.title)
    add(channel, "link", outlet_address(outlet, base=base, edition=edition))
    add(channel, "description", outlet.tagline)
    add(channel, "language", outlet.language)
    for article in articles:
        item = Xml.SubElement(channel, "item")
        add(item, "title", article.title)
        add(item, "link", address_of(article, base=base, edition=edition))
        add(item, "guid", entry_id(article, edition=edition), isPermaLink="false")
        add(item, "description", article.summary[:SUMMARY])
        if outlet.feed_dates:
            add(item, "pubDate", format_datetime(article.published_at))
        if article.updated_at > article.published_at:
            add(item, f"{{{ATOM}}}updated", article.updated_at.isoformat())
    return root


def atom_feed(outlet: Outlet, articles: Iterable[Article], *, base: str, edition: Edition) -> Xml.Element:
    """Atom (RFC 4287)."""
    articles = list(articles)
    root = Xml.Element(f"{{{ATOM}}}feed")
    add(root, f"{{{ATOM}}}id", f"urn:demarche-demo:{edition_of(edition.today)}:{outlet.slug}")
    add(root, f"{{{ATOM}}}title", outlet.title)
    add(root, f"{{{ATOM}}}updated", max(article.updated_at for article in articles).isoformat())
    add(root, f"{{{ATOM}}}link", "", rel="self", href=feed_address(outlet, base=base, edition=edition))
    for article in articles:
        entry = Xml.SubElement(root, f"{{{ATOM}}}entry")
        add(entry, f"{{{ATOM}}}id", entry_id(article, edition=edition))
        add(entry, f"{{{ATOM}}}title", article.title)
        add(entry, f"{{{ATOM}}}link", "", href=address_of(article, base=base, edition=edition))
        add(entry, f"{{{ATOM}}}published", article.published_at.isoformat())
        add(entry, f"{{{ATOM}}}updated", article.updated_at.isoformat())
        author = Xml.SubElement(entry, f"{{{ATOM}}}author")
        add(author, f"{{{ATOM}}}name", article.author)
        add(entry, f"{{{ATOM}}}summary", article.summary[:SUMMARY])
    return root


def add(parent: Xml.Element, tag: str, text: str, **attributes: str) -> None:
    """Append an element with text and attributes."""
    element = Xml.SubElement(parent, tag, attributes)
    element.text = text or None
