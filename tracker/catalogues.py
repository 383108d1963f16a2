"""The catalogues of messages: gathered from the code and written for gettext, by Babel alone.

Django's own `makemessages` and `compilemessages` call GNU gettext, which a fresh machine has not. The
compiled catalogues (.mo) are committed with their sources: a checkout runs as it is.
"""

import io
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from issues import vocabulary

ROOT: Path = settings.BASE_DIR
LOCALES: Path = settings.LOCALE_PATHS[0]
SOURCE_LANGUAGE = settings.LANGUAGE_CODE
CODE = ("issues", "tracker")
TEMPLATES = ("templates",)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "pgettext_lazy": ((1, "c"), 2),
    "counted": (1, 2),  # issues.analysis.words
    "_counted_word": (2, 3),  # the board's summary
}
# Fields of a catalogue's head that would change with each run, or say nothing.
VOLATILE = tuple(
    f'"{field}:'
    for field in (
        "POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Last-Translator",
        "Language-Team", "Report-Msgid-Bugs-To",
    )
)  # fmt: skip
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)  # what is compiled twice is the same twice
COMMENT_TAGS = ("Translators:",)

type Found = tuple[str, str | tuple[str, ...], list[str], str | None]


def gathered() -> Catalog:
    """Every message that pages may say: from code, from templates and from the closed lists."""
    catalog = Catalog(project="Démarche", charset="utf-8", fuzzy=False)
    for place, message, comments, context in _found():
        catalog.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalog


def _found() -> Iterator[Found]:
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from _messages(path, path.read_text())
    for folder in TEMPLATES:
        for path in sorted((ROOT / folder).rglob("*.html")):
            code = templatize(path.read_text(), origin=str(path))
            # To Python a line's indentation means something; to a template's it does not.
            yield from _messages(path, "\n".join(line.lstrip() for line in code.splitlines()))
    for words in sorted(_closed_lists(), key=lambda words: words.__name__):
        for term in words:
            yield "issues/vocabulary.py", term.english, [], words.list_name()


def _messages(path: Path, code: str) -> Iterator[Found]:
    found = extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS, comment_tags=COMMENT_TAGS)
    for _line, message, comments, context in found:
        yield str(path.relative_to(ROOT)), message, comments, context


def _closed_lists() -> list[type[vocabulary.Term]]:
    return [
        value
        for value in vars(vocabulary).values()
        if isinstance(value, type) and issubclass(value, vocabulary.Term) and value is not vocabulary.Term
    ]


def folder_of(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES"


def read_catalogue(language: str) -> Catalog:
    """The catalogue as it is kept; an empty one for a language that has none yet."""
    path = folder_of(language) / "django.po"
    if not path.exists():
        return Catalog(locale=language, project="Démarche", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str, template: Catalog) -> Catalog:
    """The kept catalogue with the messages of `template`: new ones wait for words, others are gone."""
    catalog = read_catalogue(language)
    template = deepcopy(template)  # a catalogue takes its messages over, and fills them in
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.header_comment = f"# What pages say, in {language}: `make messages`, docs/translations.md."
    for message in catalog:
        if language == SOURCE_LANGUAGE and message.id:
            message.string = message.id
    return catalog


def untranslated(catalog: Catalog) -> list[Message]:
    """Messages without their words, in part or in whole, and those that somebody has to look at again."""
    forms = catalog.num_plurals
    return [one for one in catalog if one.id and (one.fuzzy or not _is_whole(one, forms))]


def _is_whole(message: Message, forms: int) -> bool:
    if isinstance(message.id, str):
        return bool(message.string)
    words = message.string or ()
    return len(words) == forms and all(words)


def source_text(catalog: Catalog) -> bytes:
    """The catalogue as a .po file: in the order of its messages, so that a change is a small change."""
    file = io.BytesIO()
    write_po(file, catalog, width=100, sort_output=True, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(VOLATILE)).encode()


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as a .mo file."""
    file = io.BytesIO()
    plain = read_po(io.BytesIO(source_text(catalog)), locale=catalog.locale)
    plain.creation_date = plain.revision_date = UNDATED
    write_mo(file, plain)
    return file.getvalue()
