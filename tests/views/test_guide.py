"""Help explains what is there, in the words of the methodology; the page of components draws all of it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from issues.analysis.help import phase_meanings, signal_meanings
from issues.analysis.marks import PHASE_SHAPES, SIGNAL_SHAPES
from issues.vocabulary import Phase, Signal
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db

METHODOLOGY = Path(settings.BASE_DIR / "docs" / "methodology.md").read_text()
REVIEW_KEYS = Path(settings.BASE_DIR / "static" / "js" / "review.js").read_text()


def test_help_says_of_phases_and_signals_what_the_methodology_says() -> None:
    rows = dict(re.findall(r"^\| ([A-Za-z ,]+) \| ([^|]+?) \|", METHODOLOGY, re.MULTILINE))
    assert {phase.label: text for phase, text in phase_meanings().items()}.items() <= rows.items()
    assert {signal.label: text for signal, text in signal_meanings().items()}.items() <= rows.items()
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


def test_the_page_of_components_is_kept_out_of_search_engines(client: Client) -> None:
    assert client.get("/style/")["X-Robots-Tag"] == "noindex"
