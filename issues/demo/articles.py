"""The texts of the demo site: read from `content/`, dated by a reference day."""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

from issues.demo.days import day_at, fill_days

CONTENT = Path(__file__).parent / "content"
REPRINT = re.compile(r'^@reprint (\S+) from "(.+)" to "(.+)"$', re.MULTILINE)
EDITED = ".edited"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher with a feed. `party` is the code of the state it belongs to, or empty."""

    slug: str
    title: str
    language: str
    feed: str
    layout: str
    party: str
    reliability: str
    tagline: str
    feed_dates: bool
    poll_minutes: int


@dataclass(frozen=True, slots=True)
class Article:
    """One page of an edition. Paragraphs beginning with "## " are headings."""

    outlet: Outlet
    slug: str
    title: str
    author: str
    language: str
    layout: str
    published_at: datetime
    updated_at: datetime
    paragraphs: tuple[str, ...]

    @property
    def path(self) -> str:
        return f"{self.outlet.slug}/{self.slug}"

    @property
    def is_pdf(self) -> bool:
        return self.layout == "pdf"

    @property
    def summary(self) -> str:
        return next(words for words in self.paragraphs if not words.startswith("## "))


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything published as seen from one reference day. `edits` are later versions by path."""

    today: date
    articles: dict[str, Article]
    edits: dict[str, Article]

    def of_outlet(self, outlet: Outlet) -> list[Article]:
        """The articles of an outlet, newest first."""
        mine = [article for article in self.articles.values() if article.outlet == outlet]
        return sorted(mine, key=lambda article: (article.published_at, article.slug), reverse=True)


@cache
def outlets() -> dict[str, Outlet]:
    """The outlets by slug, in the order of `content/outlets.toml`."""
    rows = tomllib.loads((CONTENT / "outlets.toml").read_text(encoding="utf-8"))
    return {
        slug: Outlet(**{"slug": slug, "feed_dates": True, "poll_minutes": 5} | row)
        for slug, row in rows.items()
    }


@cache
def read_edition(today: date) -> Edition:
    """Read all content with its dates computed from `today`. Deterministic in `today`."""
    articles: dict[str, Article] = {}
    edits: dict[str, Article] = {}
    for outlet in outlets().values():
        for file in sorted((CONTENT / outlet.slug).glob("*.txt")):
            article = read_article(file, outlet=outlet, today=today)
            (edits if file.stem.endswith(EDITED) else articles)[article.path] = article
    return Edition(today=today, articles=articles, edits=edits)


def read_article(file: Path, *, outlet: Outlet, today: date) -> Article:
    """Read one content file: `key: value` lines, a line of dashes, then paragraphs."""
    head, body = file.read_text(encoding="utf-8").split("\n---\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    language = fields.get("language", "en")
    clock = time.fromisoformat(fields["time"])
    published_at = datetime.combine(day_at(fields["date"], today=today), clock, UTC)
    updated_on = day_at(fields.get("updated", fields["date"]), today=today)
    filled = fill_days(REPRINT.sub(reprinted, body), today=today, language=language)
    return Article(
        outlet=outlet,
        slug=file.stem.removesuffix(EDITED),
        title=fill_days(fields["title"], today=today, language=language),
        author=fields.get("author", outlet.title),
        language=language,
        layout=fields["layout"],
        published_at=published_at,
        updated_at=max(published_at, datetime.combine(updated_on, clock, UTC)),
        paragraphs=tuple(words.strip() for words in re.split(r"\n\s*\n", filled) if words.strip()),
    )


def reprinted(match: re.Match[str]) -> str:
    """Return the passage of another article that a `@reprint` line names, both ends included."""
    path, first, last = match.groups()
    text = (CONTENT / f"{path}.txt").read_text(encoding="utf-8")
    start = text.index(first)
    return text[start : text.index(last, start) + len(last)]
