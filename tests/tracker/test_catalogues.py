"""What pages say is said in every language: nothing is missing, nothing is left over, nothing is glued in."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.conf import settings
from django.template.base import Lexer, TokenType
from django.utils.translation import override

from issues.analysis import words
from issues.vocabulary import Phase
from tracker.catalogues import (
    compiled,
    folder_of,
    gathered,
    read_catalogue,
    source_text,
    untranslated,
    updated,
)

LANGUAGES = [code for code, _name in settings.LANGUAGES]
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
PLACEHOLDER = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
TAG = re.compile(r"</?(\w+)")
# Names, units and examples that are the same in every language.
ALIKE = {
    "Démarche", "SHA-256", "UTC", "PLOVER:", "Tab", "Home", "End", "Enter", "Escape", "SVG", "PNG", "CSV",
    "Norland Courier", "Vesper Wire",
}  # fmt: skip
SPOKEN = ("aria-label", "title", "placeholder", "alt")


@pytest.fixture(scope="module")
def template() -> Catalog:
    return gathered()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_what_pages_say_and_no_more(language: str, template: Catalog) -> None:
    """`make messages` brings it up to date."""
    catalog = updated(language, template)
    assert [message.id for message in untranslated(catalog)] == []
    assert source_text(catalog) == (folder_of(language) / "django.po").read_bytes()
    assert compiled(catalog) == (folder_of(language) / "django.mo").read_bytes()


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


def _names(text: str) -> set[str]:
    return {first or second for first, second in PLACEHOLDER.findall(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_placeholders_and_tags(language: str) -> None:
    for message in read_catalogue(language):
        if message.id:
            assert_alike(message)


def assert_alike(message: Message) -> None:
    sources = _texts(message.id)
    names = set().union(*map(_names, sources))
    for text in _texts(message.string):
        # A plural's first form may say "every hour" where the others say how many.
        assert _names(text) <= names, message.id
        if len(sources) == 1:
            assert _names(text) == names, message.id
        assert sorted(TAG.findall(text)) == sorted(TAG.findall(sources[0])), message.id


class Spoken(HTMLParser):
    """Collects what a browser would show or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("kbd", "code", "style")
        self.said += [value or "" for name, value in attrs if name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("kbd", "code", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


def untagged(path: Path) -> Iterator[str]:
    """A template's own text: without tags, variables, comments and what is translated."""
    inside = ""
    for token in Lexer(path.read_text()).tokenize():
        if token.token_type == TokenType.BLOCK:
            name = token.contents.split()[0]
            if name in ("blocktranslate", "comment"):
                inside = f"end{name}"
            elif name == inside:
                inside = ""
        elif token.token_type == TokenType.TEXT and not inside:
            yield token.contents


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR)))
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    parser = Spoken()
    parser.feed("".join(untagged(path)))
    left = {" ".join(text.split()).strip(" ·–—,;:.()…“”") for text in parser.said}
    assert {text for text in left if re.search(r"[^\W\d_]{2}", text)} <= {name.strip(":") for name in ALIKE}


def test_labels_dates_and_counts_are_said_in_the_readers_language() -> None:
    with override("ru"):
        assert Phase.STALLED.label == "Без движения"
        assert words.edtf("2026-06-26", long=True) == "26 июня 2026\u00a0г."
        assert words.edtf("2026-06", long=True) == "июнь 2026\u00a0г."
        assert words.since("2026-06", long=True) == "с июня 2026\u00a0г."
        assert words.edtf("../2026-22") == "до лета 2026 г."
        assert words.edtf("2026-06-26/2026-08-31", long=True) == "26 июня – 31 августа 2026\u00a0г."
        said = [words.counted("%(count)s statement", "%(count)s statements", n) for n in (1, 3, 5, 21, 1200)]
        assert said == [
            "1 высказывание", "3 высказывания", "5 высказываний", "21 высказывание",
            "1\u00a0200 высказываний",
        ]  # fmt: skip
        assert words.listed(["Норландия", "Весперия"]) == "Норландия и Весперия"
    assert Phase.STALLED.label == "Stalled"
