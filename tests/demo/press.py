"""Puts the demo's documents into the archive as if they had been read, without the reader.

Every passage that the demo editor's script looks up becomes a suggestion on the issue the script
needs it for.
"""

from collections import defaultdict
from datetime import date

from issues.demo.articles import read_edition
from issues.demo.cast import read_cast
from issues.demo.days import day_at
from issues.demo.pages import address_of
from issues.demo.script import Words, read_script
from issues.models import Capture, Issue, Pledge, PollRun, Source, Statement
from issues.vocabulary import DateOrigin, PollOutcome, ReviewState
from tests.factories import make_capture, make_document, make_link, make_statement

SITE = "http://127.0.0.1:8765"


def issues_by_words(today: date) -> dict[Words, set[str]]:
    """The slugs of the issues that each looked-up passage has to bear on."""
    script = read_script(today)
    wanted: dict[Words, set[str]] = defaultdict(set)
    for status in script.statuses:
        for words in status.evidence:
            wanted[words].add(status.issue)
    left = (words for words in script.left if words.words)
    for words in (*left, *(each.pledge for each in script.outcomes)):
        wanted.setdefault(words, {read_cast(today).issues[0].slug})
    for outcome in script.outcomes:
        wanted.setdefault(outcome.shown_by, {read_cast(today).issues[0].slug})
    return dict(wanted)


def read_press(today: date) -> None:
    """Archive every article that the script looks into, with its suggestions and pledges."""
    edition = read_edition(today)
    wanted = issues_by_words(today)
    for source in Source.objects.filter(slug__startswith="demo-"):
        PollRun.objects.create(source=source, outcome=PollOutcome.OK, documents_new=1)
    for path in sorted({words.path for words in wanted}):
        article = edition.articles[path]
        source = Source.objects.get(slug=f"demo-{article.outlet.slug}")
        capture = make_capture(
            "\n".join(article.paragraphs),
            document=make_document(
                source=source,
                title=article.title,
                address=address_of(article, base=SITE, edition=edition),
                published_on=article.published_at.date().isoformat(),
            ),
            read_at=article.published_at,
        )
        suggest(capture, {words: slugs for words, slugs in wanted.items() if words.path == path})
    suggest_pledges(today)


def suggest(capture: Capture, wanted: dict[Words, set[str]]) -> None:
    """Record the paragraphs that hold the words as suggestions, each once."""
    suggested: dict[str, Statement] = {}
    for words, slugs in wanted.items():
        quote = next(line for line in capture.text.splitlines() if words.words in line)
        if quote not in suggested:
            suggested[quote] = make_statement(
                quote,
                capture=capture,
                state=ReviewState.SUGGESTED,
                stated_on=capture.document.published_on,
                confidence=0.8,
            )
        held = set(suggested[quote].links.values_list("issue__slug", flat=True))
        for slug in sorted(slugs - held):
            make_link(
                suggested[quote],
                Issue.objects.get(slug=slug),
                state=ReviewState.SUGGESTED,
                confidence=0.8,
            )


def suggest_pledges(today: date) -> None:
    """Make pledges of the statements whose outcome the script decides, due when the texts say."""
    due = {"on the pier of Lindrow": "d-572", "exchange lists of carriers": "d-470"}
    for outcome in read_script(today).outcomes:
        statement = Statement.objects.get(quote__contains=outcome.pledge.words)
        day = day_at(due.get(outcome.pledge.words, "d-450"), today=today)
        Pledge.objects.create(
            statement=statement, due_on=day.isoformat(), due_on_origin=DateOrigin.TEXT, due_on_words="by then"
        )
