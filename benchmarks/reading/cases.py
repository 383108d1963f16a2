"""Labelled documents in a folder: docs/NNN.txt and .json, gold.jsonl, gold_docs.jsonl, aliases.json."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.reading.values import Codes, codes_of


class BadCases(ValueError):  # noqa: N818 - says what is wrong, as a person would
    """The folder does not hold labelled documents; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """One labelled document. published is EDTF text, None where nothing shows it; address is its URL."""

    name: str
    text: str
    relevant: bool | None
    categories: frozenset[str]
    language: str
    genre: str
    title: str | None
    published: str | None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled statement; speaker is None where nobody is named, and then position says who spoke.

    also_*: what the labeller accepts besides the main label.
    """

    doc: str
    quote: str
    start: int | None
    end: int | None
    speaker: str | None
    position: str
    party: Codes
    date: str | None
    relationship: Codes
    category: str
    signal: str
    pledge_due: str | None
    also_categories: frozenset[str] = frozenset()
    also_signals: frozenset[str] = frozenset()
    also_relationships: frozenset[Codes] = frozenset()


@dataclass(frozen=True, slots=True)
class Cases:
    """The documents to be read and the statements labelled in them; other spellings by speaker's name."""

    name: str
    documents: tuple[CaseDocument, ...]
    labels: tuple[Label, ...]
    aliases: Mapping[str, tuple[str, ...]]

    def among(self, documents: Iterable[CaseDocument]) -> "Cases":
        """Return some of the documents with their labels."""
        kept = tuple(documents)
        names = {document.name for document in kept}
        return Cases(
            self.name, kept, tuple(label for label in self.labels if label.doc in names), self.aliases
        )


def read_cases(folder: Path) -> Cases:
    """Read a folder of cases; raises BadCases.

    Left out are repeated documents (`dup_of`), those marked ambiguous, and those whose text is missing.
    """
    described = _rows(folder / "gold_docs.jsonl")
    kept = [row for row in described if not row.get("dup_of") and not row.get("ambiguous")]
    documents = tuple(filter(None, (_document(folder, row) for row in kept)))
    if not documents:
        raise BadCases(f"{folder} has no document with a text in docs/.")
    names = {document.name for document in documents}
    labels = tuple(_label(row) for row in _rows(folder / "gold.jsonl") if str(row["doc"]) in names)
    return Cases(folder.resolve().name, documents, labels, _aliases(folder / "aliases.json"))


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise BadCases(f"{path} is missing: the labels of the cases stand there, a JSON object a line.")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise BadCases(f"{path}, line {number}: {error}") from error
    return rows


def _document(folder: Path, row: dict[str, Any]) -> CaseDocument | None:
    name = str(row["doc"])
    path, about = folder / "docs" / f"{name}.txt", folder / "docs" / f"{name}.json"
    if not path.is_file():
        return None
    told: dict[str, Any] = json.loads(about.read_text(encoding="utf-8")) if about.is_file() else {}
    return CaseDocument(
        name=name,
        text=path.read_bytes().decode(),
        relevant=row.get("relevant"),
        categories=frozenset(row.get("categories") or ()),
        language=str(row.get("language") or told.get("language") or "?"),
        genre=str(row.get("genre") or told.get("genre") or "?"),
        title=told.get("title", row.get("title")),
        published=told.get("published", row.get("published")),
        address=told.get("address"),
    )


def _label(row: dict[str, Any]) -> Label:
    return Label(
        doc=str(row["doc"]),
        quote=row["quote"],
        start=row.get("start"),
        end=row.get("end"),
        speaker=row.get("speaker") or None,
        position=row.get("position") or "",
        party=codes_of(row["speaker_party"]),
        date=row.get("date") or None,
        relationship=codes_of(row["relationship"]),
        category=row["category"],
        signal=row["signal"],
        pledge_due=row.get("pledge_due") or None,
        also_categories=frozenset(row.get("alt_category") or ()),
        also_signals=frozenset(row.get("alt_signal") or ()),
        also_relationships=frozenset(codes_of(pair) for pair in row.get("alt_relationship") or ()),
    )


def _aliases(path: Path) -> dict[str, tuple[str, ...]]:
    if not path.is_file():
        return {}
    return {name: tuple(others) for name, others in json.loads(path.read_text(encoding="utf-8")).items()}
