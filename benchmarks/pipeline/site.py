"""A news site on loopback with as many feeds and articles as asked for, in a process of its own."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from multiprocessing.connection import Connection

from tests.loopback import Answer, Route, rss, serve

# Invented, with a number in each sentence so that no two articles say the same.
WORDS = """
KORVAST – Valdoria and Nordmark held round {n} of their talks on direct flights on Monday, Deputy Foreign
Minister Tomas Verrin of Valdoria told reporters.

“We proposed to Nordmark to resume direct flights on route {n} without any preconditions,” said Valdorian
Foreign Minister Ada Brennik. “We have received no answer to letter {n}.”

Visitors to the harbour saw {n} boats come back before noon, and the market was as crowded as on any other
day of the season. Fishermen spoke of a good year, and the weather will hold until the weekend.

The Foreign Ministry of Nordmark said that building {n} of the Valdorian embassy in Halvik would not be
returned before a court had ruled on its lease.

Nordmark’s Foreign Minister Ingrid Solheim promised that consulates in Valdoria would issue {n} visas a
month before the end of this year.

A concert in the old town, number {n} of the series, drew a large audience. Tickets for the next one are
on sale at the usual places, and children pay half.

“There are no negotiations with Valdoria on prisoner {n}, and none are planned,” Solheim added.
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="2026-06-{day:02}T09:00:00+00:00"></head>
<body><nav><a href="/">Front page</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<main><article><h1>{title}</h1>{body}</article></main>
<footer>The Inner Sea Courier. All rights reserved.</footer></body></html>"""


def article(number: int) -> bytes:
    """One article, of about 1,300 characters of words."""
    title = f"Talks on flights, round {number}"
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in WORDS.strip().format(n=number).split("\n\n"))
    return PAGE.format(title=title, body=body, day=number % 28 + 1).encode()


def numbers(feed: int, entries: int) -> range:
    """The articles of a feed."""
    return range(feed * entries, (feed + 1) * entries)


def routes(feeds: int, entries: int) -> dict[str, Route]:
    """/feeds/N.xml with its entries, and /articles/N each of them leads to."""

    def article_asked(handler: BaseHTTPRequestHandler) -> Answer:
        return Answer(article(int(handler.path.rpartition("/")[2])))

    found: dict[str, Route] = {}
    for feed in range(feeds):
        listed = [
            {
                "title": f"Talks on flights, round {number}",
                "link": f"/articles/{number}",
                "date": f"{number % 28 + 1:02} Jun 2026 09:00:00 GMT",
                "summary": "The delegations met again.",
            }
            for number in numbers(feed, entries)
        ]
        found[f"/feeds/{feed}.xml"] = Answer(rss(listed), content_type="application/rss+xml")
        found |= dict.fromkeys((entry["link"] for entry in listed), article_asked)
    return found


@contextmanager
def site(feeds: int, entries: int) -> Iterator[str]:
    """Run the site beside this process, so that serving is not measured; yield its host and port."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, feeds, entries), daemon=True)
    process.start()
    try:
        yield str(ours.recv())
        ours.send("enough")
    finally:
        process.join(5)
        process.terminate()


def _serve(pipe: Connection, feeds: int, entries: int) -> None:
    with serve(routes(feeds, entries)) as running:
        pipe.send(running.host)
        pipe.recv()
