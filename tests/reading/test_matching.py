import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.reading.matching import Label, PhraseError, PhraseTree, expand_phrase, longest_only
from issues.reading.tokens import tokenise

ANY = Label("category", "any")


def found(phrase: str, text: str) -> list[str]:
    tree = PhraseTree()
    tree.add(phrase, ANY)
    return [text[match.start : match.end] for match in tree.find(tokenise(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("direct flight*", "No direct flights, one direct\nflight.", ["direct flights", "direct\nflight"]),
        ("(no|little) progress", "There is little progress.", ["little progress"]),
        ("air (passenger)? links", "air links and air passenger links", ["air links", "air passenger links"]),
        ("resum* .. flight*", "resuming the direct weekly flights", ["resuming the direct weekly flights"]),
        ("resum* .. flight*", "resuming a b c d e f flights", []),
        ("US", "the US told us", ["US"]),
        ("US", "the U.S. told us", ["U.S."]),
        ("Turkey", "a turkey from Turkey", ["Turkey"]),
        ("прям* рейс*", "о прямых рейсах", ["прямых рейсах"]),
        ("ёлк*", "Елка", ["Елка"]),
    ],
)
def test_phrases_find_their_words(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize("phrase", ["", "..", "a ..", ".. a", "*", "(a|(b|c)) d"])
def test_a_phrase_that_cannot_be_read_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseError):
        expand_phrase(phrase)


def test_a_gap_stays_within_its_sentence() -> None:
    tree = PhraseTree()
    tree.add("resume .. flights", ANY)
    tokens = tokenise("We resume talks. Direct flights wait.")
    assert tree.find(tokens)
    assert not tree.find(tokens, lambda index: int(index > 2))


def test_the_longest_match_hides_those_inside_it() -> None:
    tree = PhraseTree()
    for phrase in ("South Valdoria", "Valdoria"):
        tree.add(phrase, Label("party", phrase))
    matches = longest_only(tree.find(tokenise("South Valdoria and Valdoria")))
    assert [match.label.value for match in matches] == ["South Valdoria", "Valdoria"]


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenise(text)
    for index in range(len(tokens)):
        assert tokens.raw(index) == text[tokens.starts[index] : tokens.ends[index]]
        assert tokens.raw(index).strip() == tokens.raw(index) != ""
