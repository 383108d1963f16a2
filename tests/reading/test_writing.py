"""How writings fall into words: elisions, joined particles, no spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.reading.language_rules import ar, fr, zh
from issues.reading.matching import Label, PhraseTree
from issues.reading.tokens import tokenise
from issues.reading.writing import Writing


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("l'ambassade", ["l", "ambassade"]),
        ("qu’Oslo", ["qu", "oslo"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("vols", ["vols"]),
    ],
)
def test_french_elisions_are_words(word: str, pieces: list[str]) -> None:
    assert [norm for _, norm in fr.writing(()).cut(word)] == pieces


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("وبريطانيا", ["و", "بريطانيا"]),
        ("بريطانيا", ["بريطانيا"]),  # its first letter is no particle
        ("للخارجية", ["ل", "خارجية"]),
        ("والخارجية", ["و", "خارجية"]),
        ("الخارجية", ["خارجية"]),
        ("أستانا", ["استانا"]),  # hamza is folded
        ("وليد", ["وليد"]),  # nothing known is left: a name
    ],
)
def test_arabic_particles_are_cut_off_what_is_known(word: str, pieces: list[str]) -> None:
    writing = ar.writing(("بريطانيا", "الخارجية"))
    assert [norm for _, norm in writing.cut(word)] == pieces


def test_arabic_stems_are_known_too() -> None:
    writing = ar.writing(())
    writing.spell("دبلوماسي*")
    assert [norm for _, norm in writing.cut("والدبلوماسيين")] == ["و", "دبلوماسيين"]


def test_chinese_characters_are_words_but_for_listed_ones() -> None:
    tokens = tokenise("未来不会恢复F16航班", zh.writing(("未来", "我们")).cut)
    assert tokens.norms == ["未来", "不", "会", "恢", "复", "f16", "航", "班"]


def test_phrases_and_texts_are_cut_alike() -> None:
    writing = fr.writing(())
    tree = PhraseTree(writing)
    tree.add("chargé* d'affaires", Label("office", "ambassador"))
    (match,) = tree.find(tokenise("Le chargé d’affaires a répondu.", writing.cut))
    assert (match.start, match.end) == (3, 20)


@pytest.mark.parametrize(
    "writing", [fr.writing(()), ar.writing(("سفارة", "وزير")), zh.writing(("未来", "没有"))]
)
@given(text=st.text(alphabet="l'’aوالبسفارة未来没有F1 \u064b", max_size=60))
def test_pieces_stand_where_they_say(writing: Writing, text: str) -> None:
    tokens = tokenise(text, writing.cut)
    assert all(0 <= start < end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
