"""Both ways of finding, from the newest back and by the index of words, find the same."""

from datetime import date
from typing import Any

import pytest

from issues.analysis.filters import Cursor
from issues.analysis.search import matching
from issues.analysis.search.corpora import DOCUMENTS, STATEMENTS, Bounds
from issues.analysis.search.matching import Asked, means_something, newest_hits, next_hits
from issues.models import Document, Statement
from issues.vocabulary import ReviewState
from tests.factories import make_capture, make_document, make_official, make_statement

pytestmark = pytest.mark.django_db


def found(
    words: str, *conditions: str, limit: int = 100, by_relevance: bool = False, **params: Any
) -> list[str]:
    asked = Asked(STATEMENTS, conditions, {"words": words, **params}, by_relevance=by_relevance)
    hits = newest_hits(asked, limit=limit)
    quotes = dict(Statement.objects.values_list("pk", "quote"))
    return [quotes[hit.id] for hit in hits]


def found_documents(words: str) -> list[str]:
    titles = dict(Document.objects.values_list("pk", "title"))
    return [titles[hit.id] for hit in newest_hits(Asked(DOCUMENTS, (), {"words": words}))]


@pytest.fixture(params=["walk", "index"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make one of the two ways find everything."""
    monkeypatch.setattr(matching, "PROBED", 2_000 if request.param == "walk" else 1)
    monkeypatch.setattr(matching, "FREQUENT", 0.0001 if request.param == "walk" else 2)
    return str(request.param)


def test_english_and_russian_words_are_found_in_any_form(way: str) -> None:
    english = make_statement("The visas were issued.", language="en").quote
    russian = make_statement("Мы обсудили выдачу виз и перелёты.", language="ru").quote
    assert found("visa issue") == [english]
    assert found("виза перелёт") == [russian]
    assert found("выдача") == [russian]


def test_other_languages_keep_their_words(way: str) -> None:
    french = make_statement("Les visas seront délivrés.", language="fr").quote
    assert found("visas") == [french]
    assert found("visa") == []
    assert found("délivrés -vols") == [french]


def test_phrases_exclusions_and_either(way: str) -> None:
    first = make_statement("Direct flights will be resumed.", stated_on="2026-01-02", language="en").quote
    second = make_statement("No flights, and no direct talks.", stated_on="2026-01-01", language="en").quote
    assert found("direct flights") == [first, second]
    assert found('"direct flights"') == [first]
    assert found("flights -talks") == [first]
    assert found("resumed or talks") == [first, second]


def test_newest_first_the_undated_last_and_only_what_is_accepted(way: str) -> None:
    undated = make_statement("visas, one day", stated_on="", language="en").quote
    old = make_statement("visas then", stated_on="2020", language="en").quote
    new = make_statement("visas now", stated_on="2026-06-26", language="en").quote
    make_statement("visas suggested", state=ReviewState.SUGGESTED, language="en")
    assert found("visas") == [new, old, undated]
    assert found("visas", limit=2) == [new, old]


def test_conditions_narrow_with_and_without_words(way: str) -> None:
    ours = make_statement("visas here", party="XN", language="en").quote
    make_statement("visas there", party="XV", language="en")
    assert found("visas", "s.party_id = %(party)s", party="XN") == [ours]
    assert found("", "s.party_id = %(party)s", party="XN") == [ours]
    assert len(found("")) == 2


def test_speakers_are_found_by_any_of_their_names_also_after_a_change(way: str) -> None:
    official = make_official("Karel Aldren", aliases=["Карел Алдрен"])
    quote = make_statement("We will talk.", official=official, language="en").quote
    make_statement("We will talk about it.", language="en")
    assert found("Aldren talk") == [quote]
    assert found("Алдрена") == [quote]
    official.name = "Karel Oldren"
    official.save()
    assert found("Oldren") == [quote]
    assert found("Aldren") == []


def test_speakers_that_are_only_described_are_found(way: str) -> None:
    quote = make_statement("We will talk.", speaker_label="a senior official", language="en").quote
    assert found("senior official") == [quote]


def test_the_best_fit_comes_first_by_relevance(way: str) -> None:
    close = make_statement("Visas: visas for diplomats.", stated_on="2020", language="en").quote
    far = make_statement(
        "Visas were named once in a talk on trade, and diplomats at the end.", stated_on="2026", language="en"
    ).quote
    assert found("visas diplomats") == [far, close]
    assert found("visas diplomats", by_relevance=True) == [close, far]


def test_documents_are_found_by_title_and_by_their_last_text(way: str) -> None:
    document = make_document(title="Embassy reopens", language="en")
    make_capture("Consular hours were cut.", document=document)
    make_capture("Visas are issued again.", document=document)
    assert found_documents("embassies") == ["Embassy reopens"]
    assert found_documents("visa") == ["Embassy reopens"]
    assert found_documents("consular") == []


def test_a_document_is_found_by_its_title_and_language_of_today(way: str) -> None:
    document = make_document(title="Untitled", language="")
    make_capture("О выдаче виз.", document=document)
    document.title, document.language = "Паспорта", "ru"
    document.save()
    assert found_documents("паспорт виза") == ["Паспорта"]


@pytest.mark.parametrize("words", ["(", "&!|:*", '"', "a\\b'c", "-", "%s %(x)s {y}", "x" * 3000, "\ue000"])
def test_no_words_break_it(words: str, way: str) -> None:
    make_statement("visas", language="en")
    found(words)


def test_a_text_longer_than_a_vector_may_be_is_archived() -> None:
    words = " ".join(f"слово{number}" for number in range(300_000))
    document = make_document(title="Long", language="ru")
    make_capture(words, document=document)
    assert found_documents("слово1") == ["Long"]


def test_few_matches_are_found_however_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "PROBED", 2)
    for number in range(5):
        make_statement(f"trade {number}", stated_on=f"2026-01-0{number + 1}", language="en")
    old = make_statement("an embassy", stated_on="1999", language="en").quote
    assert found("embassy") == [old]
    assert len(found("trade")) == 5
    assert len(found("trade", limit=2)) == 2


def test_what_is_only_stop_words_means_nothing() -> None:
    assert not means_something("-")
    assert means_something("visas")


def test_days_of_hits_are_those_of_the_statements() -> None:
    make_statement("visas", stated_on="../2026-03-01", language="en")
    assert [hit.day for hit in newest_hits(Asked(STATEMENTS, (), {"words": "visas"}))] == [date(2026, 3, 1)]


def asked_for_year(words: str, year: str) -> Asked:
    return Asked(STATEMENTS, (), {"words": words}, Bounds.of_year(STATEMENTS, year))


def test_a_year_bounds_what_is_walked_and_what_is_sorted(way: str) -> None:
    make_statement("visas", stated_on="2026-01-01", language="en")
    old = make_statement("visas then", stated_on="2010-05-01", language="en")
    make_statement("visas undated", stated_on="", language="en")
    assert [hit.id for hit in newest_hits(asked_for_year("visas", "2010"))] == [old.pk]
    assert [hit.id for hit in newest_hits(asked_for_year("", "2010"))] == [old.pk]
    assert newest_hits(asked_for_year("visas", "0000")) == []


@pytest.mark.parametrize("words", ["visas", ""])
@pytest.mark.parametrize("walked", [5_000, 1])
def test_a_page_far_down_goes_on_where_the_one_before_ended(
    monkeypatch: pytest.MonkeyPatch, words: str, walked: int
) -> None:
    monkeypatch.setattr(matching, "WALKED_FOR_A_PAGE", walked)
    for number in range(4):
        make_statement(f"visas {number}", stated_on=f"2026-01-0{number // 2 + 1}", language="en")
    for number in range(2):
        make_statement(f"visas undated {number}", stated_on="", language="en")
    whole = newest_hits(Asked(STATEMENTS, (), {"words": words}))
    assert len(whole) == 6
    for place, last in enumerate(whole, start=1):
        bounds = Bounds().after(STATEMENTS, Cursor(last.day, last.id))
        asked = Asked(STATEMENTS, (), {"words": words}, bounds)
        assert next_hits(asked, limit=10) == whole[place:]
        assert next_hits(asked, limit=2) == whole[place : place + 2]


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("He called it “the bridge” and left.", "en", "bridges"),
        ("Договор «Северный мост» не работает.", "ru", "северного"),
        ("Talks—and nothing else…", "en", "talks"),
        ("Talks—and nothing else…", "en", "else"),
        ("Ein „Treffen“ gab es nicht.", "de", "treffen"),
    ],
)
def test_words_are_found_beside_quotation_marks_and_dashes(
    way: str, text: str, language: str, word: str
) -> None:
    """What a letter is, full-text search asks of the server's locale: in "C" all of these are."""
    make_statement(text, language=language)
    assert found(word) == [text]
