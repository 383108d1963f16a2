"""Whom a title, a pronoun or a ministry means; states and people are invented."""

from issues.reading.gazetteer import Gazetteer
from tests.reading.reading_help import about, read


def test_the_head_of_one_house_is_not_who_is_introduced_below(gazetteer: Gazetteer) -> None:
    text = (
        "According to the head of the delegation of Valdoria, department director Olga Brenn, direct flights "
        "to Nordmark will resume in May.\n\nUlf Dal, head of the Policy Department of Nordmark, told the "
        "paper that the consulate in Korvast was closed.\n"
    )
    found = read(text, gazetteer, "Press review")
    assert [one.speaker for one in about(found, "flights")] == ["Olga Brenn"]
    assert [(one.speaker, one.party) for one in about(found, "consulate")] == [("Ulf Dal", "XN")]


def test_the_minister_is_no_secretary(gazetteer: Gazetteer) -> None:
    text = (
        "Secretary Ida Holm of Nordmark met Foreign Minister Oto Kren of Valdoria. The Minister said that "
        "Valdoria would reopen the consulate in Halvik. The Secretary said Nordmark would resume flights to "
        "Korvast."
    )
    found = read(text, gazetteer, "A meeting in Halvik")
    assert [one.speaker for one in about(found, "consulate")] == ["Oto Kren"]
    assert [one.speaker for one in about(found, "flights")] == ["Ida Holm"]


def test_two_people_speak_for_both(gazetteer: Gazetteer) -> None:
    text = "Minister Ida Holm of Nordmark and Valdorian Foreign Minister Oto Kren agreed to resume flights."
    (found,) = read(text, gazetteer, "Flights")
    assert (found.speaker, found.party) == (None, "XN+XV")


def test_in_the_ministry_they_say(gazetteer: Gazetteer) -> None:
    text = "В МИД Вальдории заявили, что рейсы в Нордмарк возобновятся в мае."
    (found,) = read(text, gazetteer, "Рейсы")
    assert (found.speaker, found.party) == (None, "XV")


def test_whom_a_russian_verb_calls_on_does_not_speak(gazetteer: Gazetteer) -> None:
    text = "Министр иностранных дел Нордмарка Ида Холм призвала Вальдорию вернуть посольство."
    (found,) = read(text, gazetteer, "Посольство")
    assert (found.speaker, found.party) == ("Ида Холм", "XN")


def test_whom_a_russian_verb_is_told_to_is_no_subject(gazetteer: Gazetteer) -> None:
    text = "Послу Вальдории сообщили, что консульство Нордмарка будет закрыто. МИД Нордмарка промолчал."
    assert not [one for one in read(text, gazetteer, "Консульство") if one.party == "XV"]


def test_she_of_a_readout_is_whose_readout_it_is(gazetteer: Gazetteer) -> None:
    text = (
        "Secretary Ida Holm of Nordmark spoke with Foreign Minister Oto Kren of Valdoria.\n\nThe Minister "
        "said that visas would be issued.\n\nShe called for the resumption of direct flights to Korvast.\n"
    )
    found = read(text, gazetteer, "Readout of Secretary Ida Holm's Call with Foreign Minister Oto Kren")
    assert [one.speaker for one in about(found, "She called")] == ["Ida Holm"]


def test_whose_release_is_told_is_no_official(gazetteer: Gazetteer) -> None:
    text = (
        "THE PRESIDENT: Flights to Valdoria remain suspended. Valdoria has to release our citizens.\n\n"
        "MRS. DAL: Direct flights to Valdoria brought him home.\n\nTHE PRESIDENT: Thank you.\n\n"
        "MRS. DAL: I thank Nordmark for the flights.\n"
    )
    title = "Remarks by President Ilse Borg on the Release of Ulf Dal"
    found = read(text, gazetteer, title, outlet_party="XN")
    assert {one.speaker for one in found} == {"Ilse Borg"}


def test_whom_a_title_is_on_does_not_speak(gazetteer: Gazetteer) -> None:
    text = (
        "SENIOR ADMINISTRATION OFFICIAL: We ask for the release of our citizens detained in Korvast.\n\n"
        "Q When?\n\nSENIOR ADMINISTRATION OFFICIAL: Valdoria has to release the detained citizens.\n"
    )
    found = read(text, gazetteer, "Press gaggle on Minister Ida Holm's trip to Korvast", outlet_party="XN")
    assert found
    assert {(one.speaker, one.speaker_role, one.party) for one in found} == {
        (None, "Senior Administration Official", "XN")
    }
