"""A document as one would cite it: title, source, day, the original's address and the archive's proof."""

from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.citing.reference import Reference, archived, in_one_line
from issues.analysis.document_page import DocumentPage
from issues.analysis.words import day


def document_citation(page: DocumentPage, *, address: str, retrieved: date) -> str:
    """In words, for a footnote."""
    where = ", ".join(filter(None, (page.source, page.published.text, page.address)))
    proof = f" ({proof})" if (proof := _proof(page)) else ""
    return f"{in_one_line(page.title)}. {where}{proof}. " + _(
        "Démarche, %(address)s (retrieved %(day)s)."
    ) % {"address": address, "day": day(retrieved)}


def document_reference(page: DocumentPage, *, address: str, accessed: date) -> Reference:
    """For files of references. `address`: the document's page here, whole; cited is the original's."""
    return Reference(
        key=f"demarche-document-{page.id}" + (f"-version-{page.shown}" if page.shown else ""),
        title=in_one_line(page.title),
        author=page.source,
        container=page.source,
        day=page.published.machine,
        address=page.address or address,
        accessed=accessed,
        language=page.language,
        notes=(_("published %(day)s") % {"day": page.published.text}, _proof(page), f"Démarche, {address}"),
    )


def _proof(page: DocumentPage) -> str:
    shown = next((each for each in page.captures if each.is_shown), None)
    if shown is None:
        return ""
    version = _("version %(number)s") % {"number": shown.number}
    return f"{version}, {archived(shown.captured, shown.sha256)}"
