"""Small folders of labelled documents, written by tests."""

import json
from pathlib import Path
from typing import Any

TEXT = """Valdoria and Nordmark agreed to resume direct flights, Deputy Minister Karel Aldren said.

“We refuse to return the villa,” he added.  “Talks on visas
will be held by 20 April.”
"""


def label(quote: str, text: str = TEXT, **fields: Any) -> dict[str, Any]:
    start = text.index(quote)
    return {
        "doc": "a",
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "speaker": "Karel Aldren",
        "position": "Deputy Minister",
        "speaker_party": "XV",
        "date": "2026-03-01",
        "relationship": ["XN", "XV"],
        "category": "flights",
        "signal": "agreement",
        "pledge_due": None,
    } | fields


def write_cases(
    folder: Path, labels: list[dict[str, Any]], *, texts: dict[str, str] | None = None, **fields: Any
) -> Path:
    """Write the texts ("a": TEXT) with their labels; fields change each document's line."""
    (folder / "docs").mkdir()
    lines = []
    for doc, text in (texts or {"a": TEXT}).items():
        (folder / "docs" / f"{doc}.txt").write_text(text, encoding="utf-8", newline="")
        about = {"title": "Flights", "published": "2026-03-01", "language": "en", "genre": "news"}
        (folder / "docs" / f"{doc}.json").write_text(json.dumps(about), encoding="utf-8")
        labelled = [one for one in labels if one["doc"] == doc]
        categories = sorted({one["category"] for one in labelled})
        lines.append({"doc": doc, "relevant": bool(labelled), "categories": categories} | about | fields)
    for name, rows in (("gold", labels), ("gold_docs", lines)):
        (folder / f"{name}.jsonl").write_text(
            "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
        )
    return folder
