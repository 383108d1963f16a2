import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.signals import find_signal
from issues.vocabulary import Signal


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("There has been no progress on direct flights.", Signal.NO_PROGRESS),
        ("No talks are planned.", Signal.NO_PROGRESS),
        ("We would like to see progress on visas.", Signal.POSITION),
        ("If the visas are issued, flights will be resumed.", Signal.POSITION),
        ("Valdoria expelled two diplomats.", Signal.SETBACK),
        ("The treaty expired in February.", Signal.LAPSED),
        ("We are suspending inspections.", Signal.SUSPENDED),
        ("The two sides agreed to open the corridor.", Signal.AGREEMENT),
        ("We agreed with the Nordmarkian side to meet again.", Signal.AGREEMENT),
        ("The two ministers decided to continue the consultations.", Signal.AGREEMENT),
        ("My government decided to open the corridor.", Signal.COMMITMENT),
        ("We will abolish visas for Nordmarkers.", Signal.COMMITMENT),
        ("Valdoria abolished visas for Nordmarkers.", Signal.PROGRESS),
        ("The limits on Nordmarkian carriers will be lifted.", Signal.COMMITMENT),
        ("Relations will mark their anniversary.", Signal.POSITION),
        ("We are lifting the restrictions on timber.", Signal.PROGRESS),
        ("We hope that the sailors will be released.", Signal.POSITION),
        ("An agreement was signed in Halvik.", Signal.AGREEMENT),
        ("We do not accept that and will not negotiate.", Signal.REFUSAL),
        ("Nordmark will retaliate.", Signal.THREAT),
        ("We call on Nordmark to return the villa.", Signal.DEMAND),
        ("We are ready to discuss the visas.", Signal.OFFER),
        ("The hot lines remain operational.", Signal.IN_FORCE),
        ("I won't comment on that.", Signal.EVASION),
        ("Those claims are groundless.", Signal.ACCUSATION),
        ("Consultations will be held in Halvik.", Signal.COMMITMENT),
        ("Flights shall be resumed.", Signal.COMMITMENT),
        ("The consulate stands on a hill.", Signal.POSITION),
        ("Прогресса по авиасообщению нет.", Signal.NO_PROGRESS),
        ("Вальдория выслала двух дипломатов.", Signal.SETBACK),
        ("Мы приостановили действие договора.", Signal.SUSPENDED),
        ("Стороны договорились о визах.", Signal.AGREEMENT),
        ("Стороны договорились открыть коридор.", Signal.AGREEMENT),
        ("Мы отменим визы для нордмаркских граждан.", Signal.COMMITMENT),
        ("Вальдория отменила визы.", Signal.PROGRESS),
        ("Вальдория отменила рейсы.", Signal.SUSPENDED),
        ("Дипломат надеется, что моряки будут освобождены.", Signal.POSITION),
        ("Мы ждём от Нордмарка, что доступ будет восстановлен.", Signal.DEMAND),
        ("Мы готовы обсуждать визы.", Signal.OFFER),
        ("Мы хотели бы возобновить полёты.", Signal.POSITION),
    ],
)
def test_signals(text: str, signal: Signal, gazetteer: Gazetteer) -> None:
    language = "ru" if text[0] > "z" else "en"
    marks = Marks(text, gazetteer=gazetteer, language=language)
    found = find_signal(marks, 0, len(text))
    assert found.signal is signal
    if found.start is not None:
        assert " ".join(text[found.start : found.end].split()) == found.words
