import pytest

from issues.reading.declension import adjective_forms, noun_forms
from issues.reading.names import NameIndex, skeleton


@pytest.mark.parametrize(
    "spellings",
    [("Sergei", "Sergey", "Sergej", "Сергей"), ("Zakharova", "Zaharova", "Захарова"), ("Erdoğan", "Erdogan")],
)
def test_spellings_of_one_name_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(word) for word in spellings}) == 1


@pytest.fixture
def index() -> NameIndex:
    index = NameIndex()
    index.add("orlov", ["Sergei Orlov", "Сергей Орлов"])
    index.add("varga", ["Elena Maria Varga"])
    index.add("lind-t", ["Tomas Lind"])
    index.add("lind-a", ["Anna Lind"])
    return index


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Sergey Orlov", ("orlov",)),
        ("S. Orlov", ("orlov",)),
        ("Сергея Орлова", ("orlov",)),
        ("Орлову", ("orlov",)),
        ("Еленой Варгой", ("varga",)),
        ("Elena Varga", ("varga",)),
        ("Lind", ("lind-t", "lind-a")),
        ("Anna Lind", ("lind-a",)),
        ("Boris Orlov", ()),
    ],
)
def test_a_name_finds_its_bearers(index: NameIndex, words: str, keys: tuple[str, ...]) -> None:
    assert index.find(words.replace(".", "").split()) == keys


def test_russian_forms() -> None:
    assert {"Вальдории", "Вальдорию", "Вальдорией"} <= noun_forms("Вальдория")
    assert {"Нордмарка", "Нордмарке"} <= noun_forms("Нордмарк")
    assert {"Королевства", "Королевстве"} <= noun_forms("Королевство")
    assert {"нордмаркской", "нордмаркско", "нордмаркскую"} <= adjective_forms("нордмаркский")
    assert noun_forms("США") == {"США"}
