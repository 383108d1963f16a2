"""An issue's window as one would cite it: title, parties, days, what was known, sources."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.citing.reference import Reference
from issues.analysis.issue_request import Request
from issues.analysis.words import day, listed

SOURCES_AT_MOST = 8


def issue_citation(request: Request, sources: Sequence[str], *, address: str, retrieved: date) -> str:
    """In words, for a footnote."""
    return " ".join(
        filter(
            None,
            (
                _("%(title)s, %(relationship)s: %(days)s, as recorded by %(today)s.")
                % {
                    "title": request.head.title,
                    "relationship": request.head.relationship,
                    "days": request.window.label,
                    "today": day(request.today),
                },
                _sources(sources),
                _("Démarche, %(address)s (retrieved %(day)s).") % {"address": address, "day": day(retrieved)},
            ),
        )
    )


def issue_reference(request: Request, sources: Sequence[str], *, address: str, accessed: date) -> Reference:
    """For files of references: the figure, dated by the day whose records it draws."""
    head, window = request.head, request.window
    return Reference(
        key=f"demarche-{head.slug}-{window.start:%Y%m%d}-{window.end:%Y%m%d}",
        title=f"{head.title}, {head.relationship}: {window.label}",
        author="Démarche",
        container="Démarche",
        day=request.today.isoformat(),
        address=address,
        accessed=accessed,
        notes=(_("as recorded by %(today)s") % {"today": day(request.today)}, _sources(sources).rstrip(".")),
        is_figure=True,
    )


def _sources(sources: Sequence[str]) -> str:
    if not sources:
        return ""
    named = list(sources[:SOURCES_AT_MOST]) + ([_("others")] if len(sources) > SOURCES_AT_MOST else [])
    return _("Sources: %(sources)s.") % {"sources": listed(named)}
