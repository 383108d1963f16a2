import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.pairs import Focus, Pair, find_pair
from issues.reading.people import People
from issues.reading.topics import ENOUGH, find_topics


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Direct flights and overflights will resume.", ["flights"]),
        ("The embassy lost four consular officers.", ["diplomatic_property"]),
        ("Visas are issued to delegations.", ["visas"]),
        ("The exchange of prisoners took place.", ["prisoner_exchange"]),
        ("Arms control needs inspections of missiles.", ["arms_control"]),
        ("Sanctions and tariffs remain.", ["other_bilateral"]),
        ("An exchange of views took place.", []),
        ("Visa and Mastercard rose.", []),
        ("He bought a house.", []),
        ("Прямое авиасообщение и визы.", ["flights", "visas"]),
        ("Экстрадиция россиян.", ["prisoner_exchange"]),
        ("Стороны провели обмен мнениями.", []),
    ],
)
def test_categories(text: str, categories: list[str], gazetteer: Gazetteer) -> None:
    marks = Marks(text, gazetteer=gazetteer, language="ru" if any("а" <= c <= "я" for c in text) else "en")
    found = [topic for topic in find_topics(marks, 0, len(text)) if topic.score >= ENOUGH]
    assert sorted(topic.category for topic in found) == categories
    for topic in found:
        assert topic.matches


def pair(text: str, gazetteer: Gazetteer, focus: Focus, category: str = "flights") -> Pair | None:
    marks = Marks(text, gazetteer=gazetteer, language="en")
    mentions = People(marks, gazetteer, None).mentions
    return find_pair(marks, mentions, 0, len(text), focus, category).pair


def test_the_passage_names_the_pair(gazetteer: Gazetteer) -> None:
    assert pair("flights between Halvik and Temurat", gazetteer, Focus("XV")) == ("XN", "XS")
    assert pair("the Nordmark-Valdoria corridor", gazetteer, Focus(None)) == ("XN", "XV")
    assert pair("flights to Sarkand", gazetteer, Focus("XV")) == ("XS", "XV")
    assert pair("Nordmark opened its airspace to Sarkandi planes", gazetteer, Focus("XV")) == ("XN", "XS")


def test_the_context_names_the_pair(gazetteer: Gazetteer) -> None:
    assert pair("flights", gazetteer, Focus("XV", asked={"XN": 1.0})) == ("XN", "XV")
    assert pair("flights", gazetteer, Focus("XV", carried=("XS", "XV"))) == ("XS", "XV")
    assert pair("flights", gazetteer, Focus("XV", usual=("XN", "XV"), firm=True)) == ("XN", "XV")
    assert pair("our two countries", gazetteer, Focus("XV", last=("XN", "XV"))) == ("XN", "XV")


def test_the_pair_is_left_open_where_nothing_tells(gazetteer: Gazetteer) -> None:
    assert pair("flights", gazetteer, Focus("XV")) is None
    assert pair("European airlines", gazetteer, Focus("XV", usual=("XN", "XV"))) is None
    assert pair("flights to Sarkand", gazetteer, Focus(None)) is None
