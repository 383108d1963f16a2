"""Every language has a whole pack: what must be in one is named here."""

import re
import tomllib
from typing import Any

import pytest

from issues.reading.language_rules import DATE_PACKS
from issues.reference import categories, load_gazetteer
from issues.reference.parties import LANGUAGES
from issues.reference.tables import HERE
from issues.vocabulary import Signal

LISTS = """
question_labels answer_labels not_labels honorifics negations prepositions place_prepositions
linking joins conjunctions between facing first_person own_side joint_openers pronouns
plural_pronouns points_back continuations future_auxiliaries promisers possibility temporal
topic_prepositions denials venues matters mediation regions
""".split()  # noqa: SIM905 - a list of words is read more easily so
TABLES = {
    "speech": {"say", "after", "self", "joint", "performs"},
    "office": {
        *("president", "head_of_government", "foreign_minister", "deputy_foreign_minister", "minister"),
        *("spokesperson", "ambassador", "adviser", "parliament", "head_of_body", "anonymous"),
    },
    "institution": {"foreign_ministry", "ministry", "government", "embassy", "parliament", "presidency"},
    "group": {"joint"},
    "act": {"act"},
    "context": {"diplomatic", "domestic"},
    "form": {"statement", "readout", "joint", "interview", "remarks", "note"},
    "mutual": {"both"},
    "unreal": {"wish", "condition", "contingent"},
    "courtesy": {"thanks"},
}


@pytest.fixture(params=LANGUAGES)
def pack(request: pytest.FixtureRequest) -> dict[str, Any]:
    with (HERE / "languages" / request.param / "phrases.toml").open("rb") as file:
        return tomllib.load(file)


def test_there_are_the_languages_of_diplomacy() -> None:
    assert set(LANGUAGES) >= {"en", "ru", "fr", "es", "pt", "zh", "ar", "pl"}
    assert set(DATE_PACKS) == set(LANGUAGES)
    assert all(load_gazetteer().reads(language) for language in LANGUAGES)
    assert not load_gazetteer().reads("hu")


def test_every_category_has_strong_weak_and_misleading_words(pack: dict[str, Any]) -> None:
    assert set(pack["categories"]) == {category.slug for category in categories()}
    for slug, words in pack["categories"].items():
        assert all(words[weight] for weight in ("strong", "weak", "against")), slug


def test_every_signal_but_the_default_has_words(pack: dict[str, Any]) -> None:
    assert set(pack["signals"]) >= set(Signal) - {Signal.POSITION}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_that_the_rules_need_is_there(pack: dict[str, Any], name: str) -> None:
    assert pack["lists"][name]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_that_the_rules_need_is_there(pack: dict[str, Any], table: str) -> None:
    assert {kind for kind, listed in pack[table].items() if listed} >= TABLES[table]


def test_the_documentation_names_every_language() -> None:
    told = (HERE.parent.parent / "docs" / "languages.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"\b[a-z]{2}\b", " ".join(re.findall(r"(?m)^\| [A-Z][^|]+\|([^|]+)\|", told))))
    assert codes >= set(LANGUAGES)
