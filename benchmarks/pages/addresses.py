"""Which pages are measured, by their addresses in the archive that is read."""

from datetime import date, timedelta
from urllib.parse import urlencode

PAGES = {
    "home": "/",
    "board": "/board/",
    "board of a pair": "/relationships/generated-xa-xb/",
    "issue, 500": "/issues/generated-issue-2/?window=all",
    "issue, the largest": "/issues/generated-issue-1/?window=all",
    "issue, filtered": "/issues/generated-issue-1/?window=all&signal=offer",
    "list, second page": "list",
    "statement": "statement",
    "document": "document",
    "official": "official",
    "officials": "/officials/",
    "deadlines": "/deadlines/",
}
SEARCHES = {
    "word in half": {"q": "talks"},
    "word in half, an early year": {"q": "talks", "year": "2011"},
    "word in half, a late year": {"q": "talks", "year": "2025"},
    "word in half, far down": {"q": "talks", "after": "2015-01-01.1"},
    "word in half, by relevance": {"q": "talks", "sort": "relevance"},
    "word in 5 %": {"q": "consulates"},
    "word in 2 %": {"q": "ferry"},
    "word in 1 %": {"q": "extradition"},
    "word of early years": {"q": "telegraph"},
    "phrase in 3 %": {"q": '"landing slots"'},
    "rare word": {"q": "zeppelin"},
    "word in half, without another": {"q": "talks -ferry"},
    "misspelt name": {"q": "misspelt"},
    "no words": {},
    "documents": {"q": "ferry", "of": "documents"},
}
# Pages that are asked for again as of a year before the archive's newest day.
AS_OF = (
    *("home", "board", "board of a pair", "issue, 500", "issue, the largest", "issue, filtered"),
    *("list, second page", "statement", "document", "official", "deadlines", "search: word in half"),
    *("search: word in 1 %", "search: rare word", "search: no words", "search: documents"),
)
A_YEAR_AGO = ", a year ago"
# Which part of a page htmx asks for.
FRAGMENTS = {
    "list, second page": "statements",
    "issue, filtered": "view",
    "issue, the largest": "view",
    **{f"search: {name}": "found" for name in SEARCHES},
}
FRAGMENTS |= {f"{name}{A_YEAR_AGO}": FRAGMENTS[name] for name in AS_OF if name in FRAGMENTS}


def addresses() -> dict[str, str]:
    """All pages by name, with what has a number in its address found in the archive."""
    found = {name: _found(place, until=date.max) for name, place in PAGES.items()}
    for name, query in SEARCHES.items():
        asked = {**query, "q": _misspelt()} if query.get("q") == "misspelt" else query
        found[f"search: {name}"] = f"/search/?{urlencode(asked)}"
    day = _a_year_ago()
    for name in AS_OF:
        address = _found(PAGES[name], until=day) if name in PAGES else found[name]
        joint = "&" if "?" in address else "?"
        found[f"{name}{A_YEAR_AGO}"] = f"{address}{joint}as_of={day.isoformat()}"
    return found


def _a_year_ago() -> date:
    from issues.models import Document

    return Document.objects.latest("found_at").found_at.date() - timedelta(days=365)


def _found(place: str, *, until: date) -> str:
    """The address of a page, of what had been accepted by a day where it depends on that."""
    from django.db.models import F
    from django.urls import reverse

    from issues.models import Link, Official

    if place.startswith("/"):
        return place
    if place == "official":
        return reverse("official", args=(Official.objects.order_by("pk")[0].slug,))
    links = Link.objects.filter(
        issue__slug="generated-issue-1", state="accepted", accepted_at__date__lte=until
    )
    newest = links.order_by(F("stated_day").desc(nulls_last=True), "-statement_id")
    if place == "list":
        last = newest[24]
        query = {"window": "all", "before": f"{last.stated_day}.{last.statement_id}"}
        return f"/issues/generated-issue-1/?{urlencode(query)}"
    statement = newest[0].statement
    if place == "document":
        return reverse("document", args=(statement.appearances.all()[0].capture.document_id,))
    return reverse("statement", args=(statement.pk,))


def _misspelt() -> str:
    """The surname of an official with a letter doubled."""
    from issues.models import Official

    surname = Official.objects.order_by("pk")[0].name.split()[-1]
    return surname[:3] + surname[2] + surname[3:]
