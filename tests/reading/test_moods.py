"""One act in every mood: what is done, ahead, demanded, offered, refused, wished for, denied."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.signals import find_signal
from issues.vocabulary import Signal

S = Signal

ENGLISH = [
    # done
    ("Valdoria released two citizens of Nordmark.", S.PROGRESS),
    ("Two citizens of Nordmark were released on Monday.", S.PROGRESS),
    ("Flights between Korvast and Halvik have been resumed.", S.PROGRESS),
    ("The visa requirement was lifted in May.", S.PROGRESS),
    ("Nordmark has reopened its consulate in Temurat.", S.PROGRESS),
    ("We welcome the release of the crew.", S.PROGRESS),
    ("Valdoria announced the resumption of flights.", S.PROGRESS),
    ("Nordmark has imposed sanctions on three banks.", S.SETBACK),
    ("Valdoria closed its airspace to our airlines.", S.SETBACK),
    ("Our visas were revoked without a word.", S.SETBACK),
    ("A court in Korvast sentenced a citizen of Nordmark to nine years.", S.SETBACK),
    ("Nordmark condemned the expulsion of its ambassador.", S.SETBACK),
    ("Inspections under the treaty were suspended.", S.SUSPENDED),
    ("Valdoria withdrew from the treaty.", S.SUSPENDED),
    ("Parliament has ratified the agreement.", S.AGREEMENT),
    ("The ministers discussed the embassies.", S.CONSULTATION),
    ("Talks on the border were held in Temurat.", S.CONSULTATION),
    # ahead
    ("We will release the crew.", S.COMMITMENT),
    ("Flights will be resumed.", S.COMMITMENT),
    ("We intend to reopen the consulate.", S.COMMITMENT),
    ("Valdoria has promised to return the ship.", S.COMMITMENT),
    ("The sides plan to hold another round of talks.", S.COMMITMENT),
    ("The minister said that Valdoria would lift the ban.", S.COMMITMENT),
    ("We will impose sanctions on their banks.", S.THREAT),
    ("We will suspend the agreement.", S.SUSPENDED),
    # denied
    ("No flights have been resumed.", S.NO_PROGRESS),
    ("The prisoners have not yet been released.", S.NO_PROGRESS),
    ("We have not signed any agreement.", S.NO_PROGRESS),
    ("There are still no talks on the flights.", S.NO_PROGRESS),
    ("We will not resume the flights.", S.REFUSAL),
    ("Valdoria will not release the crew.", S.REFUSAL),
    ("We do not intend to reopen the consulate.", S.REFUSAL),
    ("We cannot lift the restrictions.", S.REFUSAL),
    ("The treaty has not been suspended.", S.IN_FORCE),
    ("We will not impose any sanctions.", S.COMMITMENT),
    # demanded, asked for
    ("Valdoria must release the crew.", S.DEMAND),
    ("We call on Valdoria to release the crew.", S.DEMAND),
    ("The sanctions should be lifted at once.", S.DEMAND),
    ("It is important that the flights are resumed.", S.DEMAND),
    ("We insist on the release of our citizens.", S.DEMAND),
    # offered, possible, refused, failed
    ("We are ready to release the crew.", S.OFFER),
    ("Valdoria proposed to resume the flights.", S.OFFER),
    ("Valdoria refuses to release the crew.", S.REFUSAL),
    ("Nordmark rejected the resumption of flights.", S.REFUSAL),
    ("The sides failed to reach an agreement.", S.NO_PROGRESS),
    ("Nordmark may impose sanctions.", S.THREAT),
    ("Either party may suspend the treaty.", S.POSITION),
    # wished for, conditional, only spoken of
    ("We would like to resume the flights.", S.POSITION),
    ("We hope that the flights will be resumed.", S.POSITION),
    ("If the crew is released, we will lift the ban.", S.POSITION),
    ("We support the resumption of flights.", S.POSITION),
    ("The detained citizens are in good health.", S.POSITION),
    # it goes on
    ("Visa services remain suspended.", S.NO_PROGRESS),
    ("The embassy remains closed.", S.NO_PROGRESS),
    ("The agreement remains in force.", S.IN_FORCE),
    # background and contrast
    ("The envoy, who had been expelled in March, spoke in Halvik.", S.POSITION),
    ("We have discussed the visas, but no agreement has been reached.", S.NO_PROGRESS),
    # no promise of ours
    ("I think it is likely that we will come to an agreement.", S.POSITION),
    ("We will see what they do.", S.POSITION),
    ("We will continue to demand the return of the villa.", S.DEMAND),
    ("Valdoria should show that it is ready to resume the talks.", S.DEMAND),
    # hedges and talk
    ("I'm not going to get into that.", S.EVASION),
    ("We have nothing to announce today.", S.EVASION),
    ("Nordmark rejects any allegation of that kind.", S.ACCUSATION),
    ("Unfounded claims have been made about the visas.", S.ACCUSATION),
]
RUSSIAN = [
    ("Вальдория освободила двух граждан Нордмарка.", S.PROGRESS),
    ("Рейсы возобновлены.", S.PROGRESS),
    ("Визовые ограничения сняты.", S.PROGRESS),
    ("Мы приветствуем освобождение экипажа.", S.PROGRESS),
    ("Вальдория передала Нордмарку пятерых моряков.", S.PROGRESS),
    ("Нордмарк ввёл санкции против трёх банков.", S.SETBACK),
    ("Вальдория закрывает генконсульство.", S.SETBACK),
    ("Двое граждан Нордмарка были задержаны.", S.SETBACK),
    ("Действие договора приостановлено.", S.SUSPENDED),
    ("Парламент ратифицировал соглашение.", S.AGREEMENT),
    ("Министры обсудили визы.", S.CONSULTATION),
    ("Мы возобновим рейсы.", S.COMMITMENT),
    ("Рейсы будут возобновлены.", S.COMMITMENT),
    ("Вальдория намерена вернуть здание.", S.COMMITMENT),
    ("Стороны договорились возобновить рейсы.", S.AGREEMENT),
    ("Вальдория проведёт инспекцию.", S.COMMITMENT),
    ("Мы введём санкции.", S.THREAT),
    ("Соглашение ещё не подписано.", S.NO_PROGRESS),
    ("Экипаж до сих пор не освобождён.", S.NO_PROGRESS),
    ("Ответа от Вальдории не поступило.", S.NO_PROGRESS),
    ("Мы не будем возобновлять рейсы.", S.REFUSAL),
    ("Вальдория не намерена возвращать здание.", S.REFUSAL),
    ("Вальдория отказывается освободить экипаж.", S.REFUSAL),
    ("Договор не приостановлен.", S.IN_FORCE),
    ("Вальдория должна освободить экипаж.", S.DEMAND),
    ("Мы требуем освобождения экипажа.", S.DEMAND),
    ("Мы призываем Вальдорию снять ограничения.", S.DEMAND),
    ("Мы готовы возобновить рейсы.", S.OFFER),
    ("Вальдория предложила возобновить рейсы.", S.OFFER),
    ("Мы хотели бы вернуть здание.", S.POSITION),
    ("Мы надеемся, что граждане будут освобождены.", S.POSITION),
    ("Если экипаж освободят, мы снимем ограничения.", S.POSITION),
    ("Задержанные граждане здоровы.", S.POSITION),
    ("Посол, который был выслан в марте, выступил в Хальвике.", S.POSITION),
    ("Рейсы по-прежнему приостановлены.", S.NO_PROGRESS),
    ("Мы обсудили визы, однако соглашение не достигнуто.", S.NO_PROGRESS),
    ("Подробностей я не раскрою.", S.EVASION),
]


@pytest.mark.parametrize(("text", "signal"), ENGLISH)
def test_an_english_act_in_its_mood(text: str, signal: Signal, gazetteer: Gazetteer) -> None:
    marks = Marks(text, gazetteer=gazetteer, language="en")
    found = find_signal(marks, 0, len(text))
    assert found.signal is signal
    if found.start is not None:
        assert " ".join(text[found.start : found.end].split()) == found.words


@pytest.mark.parametrize(("text", "signal"), RUSSIAN)
def test_a_russian_act_in_its_mood(text: str, signal: Signal, gazetteer: Gazetteer) -> None:
    marks = Marks(text, gazetteer=gazetteer, language="ru")
    assert find_signal(marks, 0, len(text)).signal is signal


@pytest.mark.parametrize(
    ("text", "speaker", "promises"),
    [
        ("Valdoria will lift the ban.", "XV", True),
        ("Valdoria will lift the ban.", "XN", False),
        ("Valdoria and Nordmark will lift the ban.", "XN", True),
        ("The two sides will lift the ban.", "XN", True),
        ("We will lift the ban.", "XN", True),
        ("The ban will be lifted.", "XN", True),
    ],
)
def test_only_the_own_side_or_both_promise(
    text: str, speaker: str, promises: bool, gazetteer: Gazetteer
) -> None:
    found = find_signal(Marks(text, gazetteer=gazetteer, language="en"), 0, len(text), speaker)
    assert (found.signal is Signal.COMMITMENT, found.promises) == (promises, promises)


def test_the_reason_says_in_which_mood(gazetteer: Gazetteer) -> None:
    text = "Valdoria refuses to release the crew."
    found = find_signal(Marks(text, gazetteer=gazetteer, language="en"), 0, len(text))
    assert (found.words, found.note) == ("refuses to release the crew", "refused")
