from datetime import date

import pytest
from lxml.html import document_fromstring

from issues.reading.page_metadata import guessed_date, published_date, title_of
from issues.vocabulary import DateOrigin


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ('<meta property="og:title" content="Talks stall"><title>Other</title>', "Talks stall"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks stall"}</script>',
            "Talks stall",
        ),
        ("<title>Gazette</title><h1>Talks  stall</h1>", "Talks stall"),
        ("<title>Talks stall | The Norport Gazette</title>", "Talks stall"),
        ("<title>Talks stall - The Gazette</title><h1>A</h1><h1>B</h1>", "Talks stall"),
        ("<title>Norland - Vesperia</title><h1>Norland - Vesperia</h1>", "Norland - Vesperia"),
        ("<title>Talks go on — but slowly</title>", "Talks go on — but slowly"),
        ("<title>Рейсы — это вопрос времени — Вестник Норпорта</title>", "Рейсы — это вопрос времени"),
        ("<title>Talks stall | Norland | DW</title>", "Talks stall"),
        (
            '<meta property="og:site_name" content="my gazette"><title>Talks stall - my gazette</title>',
            "Talks stall",
        ),
        ("<h1>A</h1><h1>B</h1>", "A"),
        ("<p>No title</p>", None),
    ],
)
def test_titles(markup: str, title: str | None) -> None:
    assert title_of(document_fromstring(f"<html><body>{markup}</body></html>")) == title


LINKED = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2026-06-26T00:30:00+03:00">',
        '<meta name="DC.date.issued" content="26 June 2026">',
        '<meta itemprop="datePublished" content="2026-06-26">',
        LINKED
        % '{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"2026-06-26T10:00Z"}]}',
        LINKED % '[{"@type":"NewsArticle"},{"@type":"NewsArticle","datePublished":"2026-06-26"}]',
        '<span itemprop="datePublished">26.06.2026</span>',
        '<time class="published" datetime="2026-06-26">yesterday</time><time datetime="2026-01-01">x</time>',
        '<article><time datetime="2026-06-26T10:00:00+03:00">26 June</time></article>',
        '<meta property="article:published_time" content="soon"><meta name="date" content="2026-06-26">',
    ],
)
def test_publication_dates_keep_the_day_of_their_zone(markup: str) -> None:
    found = published_date(document_fromstring(f"<html><body>{markup}<p>x</p></body></html>"))
    assert found is not None
    assert (found.day, found.origin) == (date(2026, 6, 26), DateOrigin.METADATA)
    assert found.words


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:modified_time" content="2026-06-26">',
        '<meta http-equiv="Last-Modified" content="Fri, 26 Jun 2026 10:00:00 GMT">',
        LINKED % '{"@type":"NewsArticle","dateModified":"2026-06-26"}',
        LINKED % '{"@type":"NewsArticle","datePublished":{"odd":[1]}}',
        LINKED % "{broken",
        LINKED % ("[" * 5000),
        '<time datetime="2026-06-26">a</time><time datetime="2026-06-25">b</time>',
        '<aside><time datetime="2026-06-26">a</time><time datetime="2026-01-01">b</time></aside>',
        "<footer>© 2019 The Norport Gazette</footer>",
        "<p>It was signed in 2019, on 5 February.</p>",
    ],
)
def test_what_claims_no_publication_gives_no_date(markup: str) -> None:
    tree = document_fromstring(f"<html><body>{markup}<p>x</p></body></html>")
    assert published_date(tree) is None


def test_a_date_that_looks_like_the_date_of_the_page_is_guessed() -> None:
    tree = document_fromstring('<html><body><div class="post-date">2026-06-26</div><p>x</p></body></html>')
    guessed = guessed_date(tree)
    assert guessed is not None
    assert guessed.edtf == "2026-06-26"
    assert (
        guessed_date(document_fromstring("<html><body><p>x</p><footer>© 2019</footer></body></html>")) is None
    )
