import pytest

from issues.analysis.search.people import namesakes
from tests.factories import make_official, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def officials() -> None:
    make_statement(official=make_official("Sergei Ryabov", slug="ryabov", aliases=["Сергей Рябов"]))
    make_statement(official=make_official("Ingrid Solheim", slug="solheim"), party="XV")
    make_official("Sergei Ryabinin", slug="silent")


@pytest.mark.parametrize("words", ["Ryabov", "visas ryabov", "Riabov", "Рябов", "Рябова", "ryabow -cargo"])
def test_names_in_either_alphabet_and_misspelt_are_understood(words: str) -> None:
    assert [one.slug for one in namesakes(words)] == ["ryabov"]


def test_the_likeliest_comes_first_with_the_word_that_named_them() -> None:
    found = namesakes("Solheim and Ryabev")
    assert [(one.slug, one.word) for one in found] == [("solheim", "Solheim"), ("ryabov", "Ryabev")]


@pytest.mark.parametrize("words", ["visas", "embassy of", "by", "", "123456", "()"])
def test_other_words_name_nobody(words: str) -> None:
    assert namesakes(words) == []
