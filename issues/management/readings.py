"""What `manage.py read` prints: readings as JSON objects, whose keys are kept, and as tables for people."""

import json
import textwrap
from dataclasses import asdict
from typing import Any

from issues.reading.feeds import Entry, Feed
from issues.reading.page import Page
from issues.reading.reader import Reading, Suggestion

# JSON leaves these as they are, but many programs take them for the end of a line.
_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}
_NOTHING = "–"


def json_line(value: dict[str, Any]) -> str:
    """Write one JSON object on one line, readable in any script."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def statement_object(doc: str, suggestion: Suggestion) -> dict[str, Any]:
    """One statement on one issue; dates are EDTF text or None, relationship two party codes or None."""
    return {
        "doc": doc,
        "quote": suggestion.quote,
        "start": suggestion.start,
        "end": suggestion.end,
        "speaker": suggestion.speaker,
        "party": suggestion.party,
        "date": suggestion.stated_on.edtf if suggestion.stated_on else None,
        "relationship": list(suggestion.relationship) if suggestion.relationship else None,
        "category": suggestion.category,
        "signal": str(suggestion.signal),
        "pledge_due": suggestion.pledge_due.edtf if suggestion.pledge_due else None,
        "kind": str(suggestion.kind),
        "question": suggestion.question,
        "confidence": round(suggestion.confidence, 3),
        "reasons": [asdict(reason) for reason in suggestion.reasons],
    }


def document_object(doc: str, page: Page, reading: Reading) -> dict[str, Any]:
    """One document; published is EDTF text, published_from the origin of that date, both None if unknown."""
    return {
        "doc": doc,
        "title": page.title,
        "published": page.published.edtf if page.published else None,
        "published_from": str(page.published.origin) if page.published else None,
        "language": page.language,
        "relevant": reading.relevant,
        "text": page.text,
    }


def entry_object(entry: Entry) -> dict[str, Any]:
    """One entry of a feed; published is ISO 8601 as claimed, or None."""
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "published": entry.published,
        "summary": entry.summary,
    }


def document_table(doc: str, page: Page, reading: Reading, *, width: int) -> str:
    """Show a document and its statements to people: a row of facts each, the words below it."""
    published = f"{page.published.edtf} ({page.published.origin.label})" if page.published else "unknown"
    count = len(reading.suggestions)
    found = f"{count or 'no'} statement{'' if count == 1 else 's'}"
    head = [
        f"{doc}: {_one_line(page.title or 'no title', width)}",
        f"  published {published} · language {page.language or 'unknown'} · {found}",
    ]
    rows = [_facts(number, suggestion) for number, suggestion in enumerate(reading.suggestions, start=1)]
    lines = _columns(rows)
    for line, suggestion in zip(lines, reading.suggestions, strict=True):
        head += [line.rstrip(), *_quoted(suggestion, width)]
    return "\n".join(head) + "\n"


def _facts(number: int, suggestion: Suggestion) -> list[str]:
    return [
        f"{number:>3}.",
        suggestion.speaker or suggestion.speaker_role or "unnamed",
        suggestion.party or _NOTHING,
        suggestion.stated_on.edtf if suggestion.stated_on else "undated",
        "–".join(suggestion.relationship) if suggestion.relationship else _NOTHING,
        suggestion.category or _NOTHING,
        suggestion.signal.label,
        f"due {suggestion.pledge_due.edtf}" if suggestion.pledge_due else "",
        f"{suggestion.confidence:.2f}",
    ]


def _quoted(suggestion: Suggestion, width: int) -> list[str]:
    """The words, at most two lines; a paraphrase carries no quotation marks."""
    words = " ".join(suggestion.quote.split())
    direct = suggestion.kind == "direct_quote"
    return textwrap.wrap(
        f"“{words}”" if direct else words,
        width=max(40, width),
        initial_indent="     ",
        subsequent_indent="     ",
        max_lines=2,
        placeholder=" …",
    )


def feed_table(doc: str, feed: Feed, *, width: int) -> str:
    """Show a feed's entries to people, one a row."""
    count = len(feed.entries)
    lines = [
        f"{doc}: {_one_line(feed.title or 'no title', width)} · {count} entr{'y' if count == 1 else 'ies'}"
    ]
    lines += [f"  {feed.warning}"] if feed.warning else []
    rows = [
        [
            "  ",
            entry.published or "undated",
            _one_line(entry.title or entry.summary or entry.id, 70),
            entry.url,
        ]
        for entry in feed.entries
    ]
    return "\n".join([*lines, *_columns(rows)]) + "\n"


def _columns(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True) if size) for row in rows
    ]


def _one_line(words: str, width: int) -> str:
    return textwrap.shorten(words, width=max(40, width), placeholder=" …")
