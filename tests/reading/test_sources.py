"""Who a Russian sentence names as the source of its words; states and people are invented."""

import pytest

from issues.reading.gazetteer import Gazetteer, PartyEntry
from issues.reading.marks import Marks
from issues.reading.packs import LanguagePack
from issues.reading.people import People
from issues.reading.quotes import ProseReader, Utterance
from tests.reading.reading_help import about, read


def utterances(text: str, gazetteer: Gazetteer) -> list[Utterance]:
    marks = Marks(text, gazetteer=gazetteer, language="ru")
    return ProseReader(marks, People(marks, gazetteer, None)).read(0, len(text))


def sources(text: str, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """Return who says the last of the utterances that somebody is named for: name or office, and party."""
    named = [found.by.mention for found in utterances(text, gazetteer) if found.by]
    return [(mention.name or mention.role, mention.party) for mention in named][-1:]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # a subject stands in the nominative: neither whom it is told to nor whose it is
        ("Руководитель пресс-службы консульства Нордмарка заявила, что визы выдадут.", "Руководитель"),
        ("Представитель Совета в письме министру Томасу Линду выразила возмущение.", ""),
        ("В Корвасте не считают Томаса Линда послом.", "Корвасте"),
        # it agrees with its verb
        ("Ассоциация пекарей сегодня призвала власти Вальдории снять пошлины.", ""),
        ("Власти Вальдории призвали снять пошлины.", "Власти"),
        ("Вальдорские спецслужбы сообщили о задержании моряков.", "спецслужбы"),
        ("Командование Нордмарка сообщило об учениях.", "Командование"),
        # it may follow far behind, with no comma between
        ("Опасными назвал слова о пошлинах министр иностранных дел Нордмарка Томас Линд.", "Tomas Lind"),
        ("Министр транспорта Анна Линд поздравила лётчиков с началом полётов и заявила: визы нужны.", "Anna"),
        # what comes before the comma
        ("По данным Корваста, ракет было шесть.", "Корваста"),
        ("По словам очевидцев, посольство Нордмарка было закрыто.", ""),
        ("Посольство Нордмарка закрыто — по словам очевидцев, его охраняют.", ""),
        ("Как говорится в заявлении вальдорского министерства, рейсы возобновят.", "министерства"),
        ("Рейсы возобновят, — говорится в заявлении пресс-службы посольства Нордмарка.", "пресс-служб"),
        # those inside say it
        ("В самом посольстве Нордмарка эти сведения опровергли.", "посольстве"),
        ("Недобросовестными назвали в Хальвике новые пошлины.", "Хальвике"),
        # others say it
        ("Корваст закроет консульство, считают эксперты.", ""),
        ("Рейсов в Вальдорию не будет, сообщает агентство «Вестник».", ""),
        # a word that tells only with what it tells
        ("В Хальвике отмечают столетие моста.", ""),
        ("В Хальвике отмечают, что виз не будет.", "Хальвике"),
        # heads of institutions
        ("Об этом заявил глава нордмаркского МИДа на встрече министров транспорта в Темурате.", "глава"),
        ("Сотрудники вальдорского посольства в Темурате сообщили о новых визах.", "Сотрудники"),
        ("Об этом заявил официальный представитель министра Томаса Линда.", "официальный представитель"),
    ],
)
def test_whom_a_sentence_names(text: str, source: str, gazetteer: Gazetteer) -> None:
    found = sources(text, gazetteer)
    assert bool(found) == bool(source)
    assert all(who.startswith(source) for who, _ in found)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Сотрудники вальдорского посольства в Темурате сообщили о новых визах.", "XV"),
        ("Об этом заявил глава нордмаркского МИДа на встрече министров транспорта в Темурате.", "XN"),
        ("Об этом заявил официальный представитель министра Томаса Линда.", "XN"),
        ("С ними говорил консул Вальдории. В посольстве Вальдории молчат. В дипмиссии говорят: ждём.", "XV"),
        ("Об этом послу Сарканда заявили в МИД Вальдории. Там считают, что визы нужны.", "XV"),
    ],
)
def test_whose_they_are(text: str, party: str, gazetteer: Gazetteer) -> None:
    assert [found for _, found in sources(text, gazetteer)] == [party]


def test_of_this_speaks_of_the_sentence_before_or_of_its_own(gazetteer: Gazetteer) -> None:
    text = "Рейсы возобновят. Об этом заявила Елена Варга."
    assert [text[one.start : one.end] for one in utterances(text, gazetteer)] == ["Рейсы возобновят."]
    text = "Посольство охраняют — об этом напомнили в МИДе Вальдории. Дождь не прекращался."
    (found,) = utterances(text, gazetteer)
    assert text[found.start : found.end] == "Посольство охраняют — об этом напомнили в МИДе Вальдории."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Глава АТЭ Ян Дуб заявил о визах.", "Ян Дуб"),
        ("Министр внутренних дел Аркадии Ян Дуб заявил о визах.", "Ян Дуб"),
        ("Спикер Государственной Думы Ян Дуб заявил о визах.", "Ян Дуб"),
        ("Министр транспорта Ян Петрович Дуб заявил о визах.", "Ян Петрович Дуб"),
    ],
)
def test_what_owns_an_office_is_no_part_of_a_name(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert [who for who, _ in sources(text, gazetteer)] == [name]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("По утверждению вальдорской стороны, ракет не было.", ("вальдорской стороны", "XV")),
        ("Его выдачи требуют НМ.", ("НМ", "XN")),
    ],
)
def test_one_side_and_an_acronym_behind_its_verb(
    text: str, source: tuple[str, str], packs: dict[str, LanguagePack]
) -> None:
    nordmark = PartyEntry("XN", "demo", {"ru": ("Нордмарк", "НМ")}, {"ru": ("нордмаркский",)}, {})
    valdoria = PartyEntry("XV", "demo", {"ru": ("Вальдория",)}, {"ru": ("вальдорский",)}, {})
    own = Gazetteer(parties=(nordmark, valdoria), officials=(), packs=packs.values())
    assert sources(text, own) == [source]


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("Посольство в Хальвике не выдало виз делегатам Вальдории.", "не выдало", "XV"),
        ("Вальдорские лётчики были помилованы президентом Нордмарка.", "помилованы", "XN"),
        ("Послы убеждали Вальдорию открыть консульство. Нордмарк закрыл консульство.", "закрыл", "XN"),
    ],
)
def test_who_does_what_nobody_is_said_to_say(text: str, words: str, party: str, gazetteer: Gazetteer) -> None:
    found = about(read(text, gazetteer, "Вальдория и Нордмарк спорят"), words)
    assert {one.party for one in found} == {party}


def test_a_ship_is_no_party(gazetteer: Gazetteer) -> None:
    marks = Marks("Крейсер «Вальдория» вышел из порта Нордмарка.", gazetteer=gazetteer, language="ru")
    assert [hit.code for hit in marks.parties] == ["XN"]
