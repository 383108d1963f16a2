"""A statement as one would cite it: who, which words, when, where, and the archive's proof."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.citing.reference import Reference, archived, title_of
from issues.analysis.provenance import StatementDetail
from issues.analysis.words import voices


def citation(detail: StatementDetail, *, address: str) -> str:
    """In words, for a footnote."""
    where = f" {place}." if (place := _place(detail)) else ""
    return f"{_who(detail)}: {detail.words} ({detail.date.text}).{where} {address}"


def statement_reference(detail: StatementDetail, *, address: str, accessed: date) -> Reference:
    """For files of references. `address`: the statement's own page, whole."""
    title, summary = title_of(detail.words)
    place = detail.first_place
    return Reference(
        key=f"demarche-statement-{detail.id}",
        title=title,
        author=detail.speaker,
        container=place.source if place else "",
        day=detail.date.machine,
        address=address,
        accessed=accessed,
        language=detail.language,
        notes=(
            ", ".join(filter(None, (detail.office, _parties(detail)))),
            _("said %(day)s") % {"day": detail.date.text},
            _place(detail),
        ),
        summary=summary,
    )


def _who(detail: StatementDetail) -> str:
    return ", ".join(filter(None, (detail.speaker, detail.office, _parties(detail))))


def _parties(detail: StatementDetail) -> str:
    joint: Iterable[str] = filter(None, detail.joint.split(", "))
    return voices(detail.party, joint)


def _place(detail: StatementDetail) -> str:
    """The page on which the words first stood, the original's address and the archive's proof."""
    place = detail.first_place
    if place is None:
        return ""
    page = ", ".join(filter(None, (place.document, place.source, place.address)))
    return f"{page} ({archived(place.captured, place.sha256)})"
