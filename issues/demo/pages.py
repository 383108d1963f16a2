"""The demo site's HTML: one layout for newspapers, one for ministries, one for agencies."""

import json
from functools import cache
from html import escape
from string import Template

from issues.demo.articles import CONTENT, Article, Edition, Outlet, outlets
from issues.demo.days import day_in_words, edition_of

RELATED = 4
NOTICE = {"en": "Invented from the first letter to the last.", "ru": "Выдумано от первой до последней буквы."}


@cache
def layout(name: str) -> Template:
    """The template `content/layouts/<name>.html`."""
    return Template((CONTENT / "layouts" / f"{name}.html").read_text(encoding="utf-8"))


def address_of(article: Article, *, base: str, edition: Edition) -> str:
    """The absolute address of an article; `base` is scheme and host without a slash."""
    suffix = "" if article.is_pdf else ".html"
    return f"{outlet_address(article.outlet, base=base, edition=edition)}{article.slug}{suffix}"


def outlet_address(outlet: Outlet, *, base: str, edition: Edition) -> str:
    """The absolute address of an outlet's front page."""
    return f"{base}/edition/{edition_of(edition.today)}/{outlet.slug}/"


def feed_address(outlet: Outlet, *, base: str, edition: Edition) -> str:
    """The absolute address of an outlet's feed."""
    return f"{outlet_address(outlet, base=base, edition=edition)}feed.xml"


def article_page(article: Article, *, base: str, edition: Edition) -> str:
    """The HTML of an article with what a real page puts round it: navigation, adverts, other news."""
    outlet = article.outlet
    published_iso = article.published_at.isoformat()
    text = {
        "title": article.title,
        "author": article.author,
        "language": article.language,
        "outlet": outlet.title,
        "tagline": outlet.tagline,
        "notice": NOTICE[article.language],
        "summary": article.summary[:200],
        "published_iso": published_iso,
        "published_day": published_iso[:10],
        "published_words": day_in_words(article.published_at.date(), language=article.language),
        "address": address_of(article, base=base, edition=edition),
        "home": outlet_address(outlet, base=base, edition=edition),
        "feed": feed_address(outlet, base=base, edition=edition),
    }
    return layout(outlet.layout).substitute(
        {name: escape(words) for name, words in text.items()},
        body=article_body(article),
        related=related_links(article, base=base, edition=edition),
        json_ld=json_ld(article),
    )


def article_body(article: Article) -> str:
    """The paragraphs as HTML; in an interview with dashes, questions are set in bold."""
    out = []
    answering = True
    for words in article.paragraphs:
        if words.startswith("## "):
            out.append(f"<h3>{escape(words.removeprefix('## '), quote=False)}</h3>")
            continue
        inner = escape(words, quote=False).replace("\n", "<br>\n")
        if article.layout == "interview" and words.startswith("— "):
            answering = not answering
            inner = inner if answering else f"<strong>{inner}</strong>"
        out.append(f"<p>{inner}</p>")
    return "\n".join(out)


def related_links(article: Article, *, base: str, edition: Edition) -> str:
    """Links to the outlet's newest other articles."""
    others = [other for other in edition.of_outlet(article.outlet) if other.slug != article.slug]
    return link_items(others[:RELATED], base=base, edition=edition)


def link_items(articles: list[Article], *, base: str, edition: Edition) -> str:
    """List items that link to articles by their titles."""
    rows = ((address_of(each, base=base, edition=edition), escape(each.title)) for each in articles)
    return "\n".join(f'<li><a href="{address}">{title}</a></li>' for address, title in rows)


def json_ld(article: Article) -> str:
    """Structured data (schema.org NewsArticle), safe inside a script element."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.published_at.isoformat(),
        "dateModified": article.updated_at.isoformat(),
        "author": {"@type": "Person", "name": article.author},
        "publisher": {"@type": "Organization", "name": article.outlet.title},
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def outlet_page(outlet: Outlet, *, base: str, edition: Edition) -> str:
    """An outlet's front page: its articles, newest first, and a link to its feed."""
    feed = escape(feed_address(outlet, base=base, edition=edition))
    return layout("listing").substitute(
        language=outlet.language,
        title=escape(outlet.title),
        tagline=escape(outlet.tagline),
        links=f'<link rel="alternate" type="application/{outlet.feed}+xml" href="{feed}">',
        entries=link_items(edition.of_outlet(outlet), base=base, edition=edition),
    )


def site_page(*, base: str, edition: Edition) -> str:
    """The site's index: every outlet with its feed."""
    rows = []
    for outlet in outlets().values():
        home = outlet_address(outlet, base=base, edition=edition)
        feed = feed_address(outlet, base=base, edition=edition)
        rows.append(f'<li><a href="{home}">{escape(outlet.title)}</a> (<a href="{feed}">feed</a>)</li>')
    return layout("listing").substitute(
        language="en",
        title="The press of two shores",
        tagline="Invented outlets for the demonstration of Démarche.",
        links="",
        entries="\n".join(rows),
    )
