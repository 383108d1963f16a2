"""Where the demo's documents and statements stand in the archive."""

from django.db.models import QuerySet

from issues.demo.newsroom import SOURCE_PREFIX
from issues.demo.script import Words
from issues.models import Capture, Statement


def page_of(path: str) -> str:
    """The end of the address of an article, given its path in `content/`."""
    return f"/{path}" if path.endswith(".pdf") else f"/{path}.html"


def demo_captures(path: str) -> QuerySet[Capture]:
    """The captures of a demo document that were read."""
    return Capture.objects.filter(
        document__source__slug__startswith=SOURCE_PREFIX,
        document__address__endswith=page_of(path),
        read_at__isnull=False,
    ).select_related("document")


def statements_with(looked_up: Words) -> QuerySet[Statement]:
    """The statements of a demo document that hold some words, whatever their case."""
    return Statement.objects.filter(
        appearances__capture__document__source__slug__startswith=SOURCE_PREFIX,
        appearances__capture__document__address__endswith=page_of(looked_up.path),
        quote__icontains=looked_up.words,
    ).distinct()
