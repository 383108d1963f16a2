"""Help explains what is there, in the words of the methodology; the page of components draws all of it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from issues.analysis.help import phase_meanings, signal_meanings
from issues.analysis.marks import PHASE_SHAPES, SIGNAL_SHAPES
from issues.vocabulary import Phase, Signal
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db

DOCS = Path(settings.BASE_DIR / "docs")
METHODOLOGIES = {"en": "methodology.md", "ru": "methodology.ru.md"}
REVIEW_KEYS = Path(settings.BASE_DIR / "static" / "js" / "review.js").read_text()


@pytest.mark.parametrize("language", METHODOLOGIES)
def test_help_says_of_phases_and_signals_what_the_methodology_says(language: str) -> None:
    text = (DOCS / METHODOLOGIES[language]).read_text()
    rows = dict(re.findall(r"^\| ([\w ,]+) \| ([^|]+?) \|", text, re.MULTILINE))
    with override(language):
        phases = {str(phase.label): text for phase, text in phase_meanings().items()}
        signals = {str(signal.label): text for signal, text in signal_meanings().items()}
    assert phases.items() | signals.items() <= rows.items()
    assert set(phase_meanings()) == set(Phase)
    assert set(signal_meanings()) == set(Signal)


@pytest.mark.parametrize("address", ["/help/", "/style/"])
def test_every_shape_is_drawn(client: Client, address: str) -> None:
    page = page_of(client.get(address))
    for shape in (*PHASE_SHAPES.values(), *SIGNAL_SHAPES.values()):
        assert f'd="{shape}"' in page


def test_every_key_of_the_review_page_is_explained(client: Client) -> None:
    page = page_of(client.get("/help/"))
    table = re.search(r"KEYS = \{(.*?)\}", REVIEW_KEYS)
    keys = set(re.findall(r'event\.key === "(.)"', REVIEW_KEYS)) | set(
        re.findall(r"\b(\w):", table[1] if table else "")
    )
    assert keys == {"j", "k", "a", "r", "e", "u", "?"}
    assert all(f"<kbd>{key}</kbd>" in page for key in keys)


def test_the_methodology_is_the_document_itself(client: Client) -> None:
    page = page_of(client.get("/help/methodology/"))
    assert "<h2>Silence</h2>" in page
    assert "<table>" in page
    assert "decisions/0011" not in page


def test_the_methodology_is_in_the_readers_language(client: Client) -> None:
    page = page_of(client.get("/help/methodology/", headers={"accept-language": "ru"}))
    assert "<h2>Молчание</h2>" in page
    assert "decisions/0011" not in page


def test_the_methodologies_have_the_same_sections() -> None:
    """Of which a translation says what its original says, nobody can tell but a reader."""
    heads = [(DOCS / name).read_text().count("\n## ") for name in METHODOLOGIES.values()]
    rows = [(DOCS / name).read_text().count("\n|") for name in METHODOLOGIES.values()]
    assert len(set(heads)) == len(set(rows)) == 1


def test_the_page_of_components_is_kept_out_of_search_engines(client: Client) -> None:
    assert client.get("/style/")["X-Robots-Tag"] == "noindex"
