"""What a search asks for; read from an address and written into one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from issues.vocabulary import Signal, StatementKind

STATEMENTS, DOCUMENTS = "statements", "documents"
NEWEST, RELEVANCE = "date", "relevance"
MAX_WORDS = 300  # characters of what is searched for

_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
_DASH_BEFORE_WORD = re.compile(r"(?<!\S)[‐‑‒–—−](?=\S)")  # as they are typed

# In the order in which a page offers them.
FACETS = (
    *("relationship", "issue", "category", "party", "official"),
    *("signal", "kind", "source", "language", "year"),
)
DOCUMENT_FACETS = ("source", "language", "year")


@dataclass(frozen=True, slots=True)
class Query:
    """Words in web search syntax ("…" a phrase, - without, or) and what narrows them; "" narrows nothing."""

    words: str = ""
    of: str = STATEMENTS
    sort: str = NEWEST
    chosen: tuple[tuple[str, str], ...] = ()  # facet and value, in the order of FACETS
    after: str = ""  # where the page before ended

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        """Read the query parameters; what means nothing is left out."""
        of = DOCUMENTS if params.get("of") == DOCUMENTS else STATEMENTS
        offered = FACETS if of == STATEMENTS else DOCUMENT_FACETS
        values = ((name, params.get(name, "").replace("\0", "").strip()[:100]) for name in offered)
        return cls(
            words=" ".join(params.get("q", "").replace("\0", " ").split())[:MAX_WORDS],
            of=of,
            sort=RELEVANCE if params.get("sort") == RELEVANCE else NEWEST,
            chosen=tuple((name, value) for name, value in values if value and _may_be(name, value)),
            after=params.get("after", "")[:60],
        )

    @property
    def syntax(self) -> str:
        """The words as PostgreSQL's web search reads them: phones and word processors set other marks."""
        return _DASH_BEFORE_WORD.sub("-", self.words.translate(_STRAIGHT))

    @property
    def is_empty(self) -> bool:
        return not self.words and not self.chosen

    @property
    def by_relevance(self) -> bool:
        return self.sort == RELEVANCE and bool(self.words)

    def value(self, facet: str) -> str:
        return dict(self.chosen).get(facet, "")

    def with_facet(self, facet: str, value: str) -> Self:
        """The query with a facet chosen, or let go where it is chosen already. Paging begins again."""
        chosen = dict(self.chosen)
        if chosen.get(facet) == value:
            del chosen[facet]
        else:
            chosen[facet] = value
        ordered = tuple((name, chosen[name]) for name in FACETS if name in chosen)
        return replace(self, chosen=ordered, after="")

    def address(self, base: str) -> str:
        """The address of this view, with what is not the default; always in the same order."""
        params = {"q": self.words, **dict(self.chosen), "after": self.after}
        if self.of != STATEMENTS:
            params["of"] = self.of
        if self.sort != NEWEST:
            params["sort"] = self.sort
        query = urlencode({name: value for name, value in params.items() if value})
        return f"{base}?{query}" if query else base


def _may_be(facet: str, value: str) -> bool:
    """Whether the facet can have this value at all."""
    if facet == "signal":
        return value in {term.value for term in Signal}
    if facet == "kind":
        return value in {term.value for term in StatementKind}
    if facet == "year":
        return len(value) == 4 and value.isascii() and value.isdigit()
    return True
