"""The page of a search: what was found, what would narrow it, and who may be meant."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from issues.analysis.filters import Cursor
from issues.analysis.formats import language_name, number
from issues.analysis.issue_page import FilterGroup
from issues.analysis.issue_request import Choice
from issues.analysis.marks import SIGNAL_MARKS
from issues.analysis.search.conditions import DOCUMENT_TESTS, STATEMENT_TESTS, conditions_of
from issues.analysis.search.corpora import DOCUMENTS as DOCUMENT_ROWS
from issues.analysis.search.corpora import STATEMENTS as STATEMENT_ROWS
from issues.analysis.search.corpora import Bounds
from issues.analysis.search.facets import FacetCount, facet_counts
from issues.analysis.search.matching import ENOUGH, Asked, Hit, means_something, newest_hits, next_hits
from issues.analysis.search.people import namesakes
from issues.analysis.search.query import (
    DOCUMENT_FACETS,
    DOCUMENTS,
    FACETS,
    NEWEST,
    RELEVANCE,
    STATEMENTS,
    Query,
)
from issues.analysis.search.results import (
    FoundDocument,
    FoundStatement,
    found_documents,
    found_statements,
)
from issues.analysis.words import counted
from issues.vocabulary import Signal, StatementKind

PAGE = 20
LABELS = {
    "relationship": _("Relationship"),
    "issue": _("Issue"),
    "category": _("Category"),
    "party": _("Party"),
    "official": _("Official"),
    "signal": _("Signal"),
    "kind": _("Kind"),
    "source": _("Source"),
    "language": _("Language"),
    "year": _("Year"),
}


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    party: str
    address: str  # the same search among their statements


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`heading` is also what a screen reader is told after a change."""

    query: Query
    heading: str
    statements: tuple[FoundStatement, ...]
    documents: tuple[FoundDocument, ...]
    groups: tuple[FilterGroup, ...]
    tabs: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    people: tuple[Person, ...]
    kept: tuple[tuple[str, str], ...]  # name and value of what the search box keeps
    older: str  # address of the next page, "" on the last
    newest: str  # address of the first page, "" on it
    clear: str  # address without facets, "" where none is chosen
    is_hollow: bool  # the words hold nothing that can be looked for

    @property
    def is_empty(self) -> bool:
        return not self.statements and not self.documents


def search_page(query: Query, *, today: date) -> SearchPage:
    """What a search finds: 20 at a time, newest first or by relevance. Six queries at most."""
    hits, page, last = _find(query)
    shown = [hit.id for hit in page]
    of_statements = query.of == STATEMENTS
    first = replace(query, after="")
    base = reverse("search")
    return SearchPage(
        query=query,
        heading=_heading(query, len(hits)),
        statements=found_statements(query.syntax, shown, today=today) if of_statements else (),
        documents=() if of_statements else found_documents(query.syntax, shown),
        groups=_groups(query, facet_counts(query.of, [hit.id for hit in hits[:ENOUGH]])),
        tabs=_tabs(first, base),
        sorts=_sorts(first, base),
        people=_people(first, base) if query.words and of_statements and not query.after else (),
        kept=tuple((name, value) for name, value in _kept(query) if value),
        older=replace(query, after=Cursor(last.day, last.id).write()).address(base) if last else "",
        newest=first.address(base) if query.after else "",
        clear=replace(first, chosen=()).address(base) if query.chosen else "",
        is_hollow=not hits and bool(query.words) and not means_something(query.syntax),
    )


def _find(query: Query) -> tuple[list[Hit], list[Hit], Hit | None]:
    """All hits that are counted, those of this page, and the last of it where another follows."""
    of_statements = query.of == STATEMENTS
    corpus, tests = (STATEMENT_ROWS, STATEMENT_TESTS) if of_statements else (DOCUMENT_ROWS, DOCUMENT_TESTS)
    conditions, params = conditions_of(query, tests)
    bounds = Bounds.of_year(corpus, query.value("year"))
    asked = Asked(corpus, conditions, params, bounds, query.by_relevance)
    hits = newest_hits(asked)
    cursor = Cursor.read(query.after)
    page = hits
    if cursor and query.by_relevance:
        page = hits[_place_after(hits, cursor.statement) :]
    elif cursor:
        page = [hit for hit in hits if _is_after(hit, cursor)]
        if len(page) <= PAGE and len(hits) > ENOUGH:
            page = next_hits(replace(asked, bounds=bounds.after(corpus, cursor)), limit=PAGE + 1)
    return hits, page[:PAGE], page[PAGE - 1] if len(page) > PAGE else None


def _is_after(hit: Hit, cursor: Cursor) -> bool:
    """Whether a hit comes after that, newest first and the undated last."""
    if hit.day is None or cursor.day is None:
        return hit.day is None and (cursor.day is not None or hit.id < cursor.statement)
    return (hit.day, hit.id) < (cursor.day, cursor.statement)


def _place_after(hits: list[Hit], number: int) -> int:
    """Where the page after that hit begins; the beginning, where it is not among them."""
    return next((place for place, hit in enumerate(hits, start=1) if hit.id == number), 0)


def _heading(query: Query, count: int) -> str:
    statements = query.of == STATEMENTS
    if not count:
        return gettext("No statements found") if statements else gettext("No documents found")
    if count > ENOUGH:
        most = {"count": number(ENOUGH)}
        return (
            gettext("More than %(count)s statements")
            if statements
            else gettext("More than %(count)s documents")
        ) % most
    if statements:
        return counted("%(count)s statement", "%(count)s statements", count)
    return counted("%(count)s document", "%(count)s documents", count)


def _groups(query: Query, counts: dict[str, list[FacetCount]]) -> tuple[FilterGroup, ...]:
    groups = []
    base = reverse("search")
    for facet in FACETS:
        chosen = query.value(facet)
        values = counts.get(facet, [])
        if chosen and all(each.value != chosen for each in values):
            values = [FacetCount(chosen, "", 0), *values]  # to let it go
        if chosen or len(values) > 1:
            choices = (_choice(query, facet, each, base) for each in values)
            groups.append(FilterGroup(str(LABELS[facet]), tuple(choices)))
    return tuple(groups)


def _choice(query: Query, facet: str, each: FacetCount, base: str) -> Choice:
    return Choice(
        id=f"{facet}-{each.value}",
        label=each.label or _label(facet, each.value),
        address=query.with_facet(facet, each.value).address(base),
        count=each.count,
        is_current=query.value(facet) == each.value,
        mark=SIGNAL_MARKS[each.value] if facet == "signal" else None,
    )


def _label(facet: str, value: str) -> str:
    if facet == "signal":
        return Signal(value).label
    if facet == "kind":
        return StatementKind(value).label
    return language_name(value) if facet == "language" else value


def _tabs(query: Query, base: str) -> tuple[Choice, ...]:
    shared = tuple((name, value) for name, value in query.chosen if name in DOCUMENT_FACETS)
    documents = replace(query, of=DOCUMENTS, chosen=shared)
    offered = ((gettext("Statements"), replace(query, of=STATEMENTS)), (gettext("Documents"), documents))
    return tuple(
        Choice(f"tab-{each.of}", label, each.address(base), None, each.of == query.of)
        for label, each in offered
    )


def _sorts(query: Query, base: str) -> tuple[Choice, ...]:
    if not query.words:
        return ()
    offered = ((NEWEST, gettext("Newest first")), (RELEVANCE, gettext("By relevance")))
    return tuple(
        Choice(f"sort-{name}", label, replace(query, sort=name).address(base), None, query.sort == name)
        for name, label in offered
    )


def _people(query: Query, base: str) -> tuple[Person, ...]:
    people = []
    for each in namesakes(query.words):
        if query.value("official") == each.slug:
            continue
        words = " ".join(word for word in query.words.split() if each.word not in word)
        meant = replace(query, words=words).with_facet("official", each.slug)
        people.append(Person(each.name, each.party, meant.address(base)))
    return tuple(people)


def _kept(query: Query) -> tuple[tuple[str, str], ...]:
    return (
        *query.chosen,
        ("of", query.of if query.of != STATEMENTS else ""),
        ("sort", query.sort if query.sort != NEWEST else ""),
    )
