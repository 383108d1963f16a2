"""Documents, their captures and where statements stand in them, as rows."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count

from issues.generator.cast import Outlet
from issues.generator.tables import Rows, next_id
from issues.generator.utterances import Utterance
from issues.models import Appearance, Capture, Document
from issues.models.sql import FIRST_PERIOD, LAST_PERIOD

QUOTES = {"en": ("“", "” "), "ru": ("«", "», – ")}

type Store = Callable[[str, bytes], None]


@dataclass(slots=True)
class Text:
    """A document as it is written: its paragraphs, and where each statement's words begin and end."""

    language: str
    text: str
    places: list[tuple[int, Utterance, int, int]] = field(default_factory=list)

    def add(self, paragraph: str) -> None:
        self.text += f"\n\n{paragraph}"

    def add_statement(self, statement: int, said: Utterance) -> None:
        """A paragraph of somebody's words, and who spoke."""
        self.text += "\n\n"
        before, after = QUOTES[self.language] if said.is_direct else ("", " ")
        start = len(self.text) + len(before)
        self.text += f"{before}{said.quote}{after}{said.who}".rstrip()
        self.places.append((statement, said, start, start + len(said.quote)))

    def without_end(self) -> "Text":
        """The same up to its last statement."""
        start = self.places[-1][2]
        return Text(self.language, self.text[:start].rstrip("“«\n "), self.places[:-1])


@dataclass(slots=True)
class Papers:
    """Makes rows in `rows`, which is another for each batch; the bytes go to `store` at once."""

    store: Store
    rows: Rows = field(default_factory=dict)
    _documents: "count[int]" = field(default_factory=lambda: count(next_id(Document)))
    _captures: "count[int]" = field(default_factory=lambda: count(next_id(Capture)))

    def add_document(self, outlet: Outlet, title: str, day: date, found: datetime) -> int:
        number = next(self._documents)
        address = f"{outlet.address}{day:%Y/%m}/{number}.txt"
        self.rows[Document].append(
            (number, outlet.id, address, title, outlet.language, day.isoformat(), "", "feed", found, 1, "")
        )
        return number

    def add_capture(
        self, document: int, number: int, title: str, day: date, text: Text, at: datetime
    ) -> None:
        raw = text.text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        name = f"{digest[:2]}/{digest[2:4]}/{digest}"
        self.store(name, raw)
        capture, found = next(self._captures), len(text.places)
        summary = json.dumps({"found": found, "recorded": found, "relevant": True, "outside": []})
        self.rows[Capture].append((
            capture, document, number, digest, len(raw), "text/plain", name, text.text, digest,
            text.language, title, min(max(day.year, FIRST_PERIOD), LAST_PERIOD), at, at, at, summary,
        ))  # fmt: skip
        self.rows[Appearance] += [
            (statement, capture, start, end, said.quote, at) for statement, said, start, end in text.places
        ]
