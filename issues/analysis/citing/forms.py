"""The forms a citation can be had in."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from issues.analysis.citing.bibtex import as_bibtex
from issues.analysis.citing.reference import Reference
from issues.analysis.citing.ris import as_ris


@dataclass(frozen=True, slots=True)
class Form:
    """A form of files: its name, its media type, how a reference is written."""

    name: str
    media_type: str
    write: Callable[[Reference], str]


# By the ends of their files' names. Neither type is registered: what managers of references ask for.
FORMS = {
    "bib": Form("BibTeX", "application/x-bibtex", as_bibtex),
    "ris": Form("RIS", "application/x-research-info-systems", as_ris),
}


@dataclass(frozen=True, slots=True)
class FormOffered:
    name: str
    address: str


def offered(address_name: str, of: object) -> tuple[FormOffered, ...]:
    """Where the citation of one thing can be had in each form."""
    return tuple(
        FormOffered(form.name, reverse(address_name, args=(of, ending))) for ending, form in FORMS.items()
    )
