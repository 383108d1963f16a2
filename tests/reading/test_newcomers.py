"""People no list knows: where the text itself tells whose they are."""

from issues.reading.gazetteer import Gazetteer
from tests.reading.reading_help import about, read


def test_the_lead_tells_whose_minister_is_interviewed(gazetteer: Gazetteer) -> None:
    text = (
        "Valdoria's Deputy Foreign Minister talked to the Harbour Gazette about the airlines.\n\n"
        "— Mr. Olvan, will there be planes to Halvik again?\n\n"
        "— We have sent our Nordmarkian colleagues a draft agreement on direct flights and await a reply.\n\n"
        "— And what of Sarkand?\n\n"
        "— With Sarkand we signed an agreement on visa-free travel in May.\n"
    )
    title = "Deputy Foreign Minister Tarek Olvan: “Nobody has slammed the door”"
    flights = about(read(text, gazetteer, title), "direct flights")[0]
    assert (flights.speaker, flights.party, flights.relationship) == ("Tarek Olvan", "XV", ("XN", "XV"))
    visas = about(read(text, gazetteer, title), "visa-free")[0]
    assert (visas.party, visas.relationship) == ("XV", ("XS", "XV"))


def test_two_foreign_ministers_speak_for_two_parties(gazetteer: Gazetteer) -> None:
    text = (
        "Foreign Minister Rustam Belgi: Karin Holm is welcome here. Sarkand welcomes the agreement on "
        "direct flights with Nordmark, which we have just signed. Karin, the floor is yours.\n\n"
        "Foreign Minister Karin Holm: Thank you. We demand that Sarkand release the Nordmarkian citizens "
        "it has detained.\n\n"
        "Question: Will the visa restrictions on Sarkandi officials be lifted?\n\n"
        "Foreign Minister Holm: We have no plans to lift the visa restrictions.\n"
    )
    found = read(text, gazetteer, "Joint press conference of the foreign ministers of Sarkand and Nordmark")
    said = {(one.speaker, one.party) for one in found}
    assert said == {("Rustam Belgi", "XS"), ("Karin Holm", "XN")}


def test_whom_the_own_minister_called_issues_no_readout(gazetteer: Gazetteer) -> None:
    title = "Readout of the Prime Minister's call with President Sahib Tural of Sarkand"
    text = (
        f"{title}\n\n"
        "Prime Minister Astrid Koll of Nordmark spoke today with President Sahib Tural of Sarkand.\n\n"
        "She told him that Nordmark would reopen its embassy in Temurat in July.\n"
    )
    told = about(read(text, gazetteer, title), "reopen")[0]
    assert (told.speaker, told.party) == ("Astrid Koll", "XN")


def test_who_introduces_himself_is_called_by_the_name_alone(gazetteer: Gazetteer) -> None:
    text = (
        "Q: Will Sarkandi students get visas?\n\n"
        "MR. DAHL: I'm Peder Dahl, I head the consular department. We will resume issuing visas to "
        "Sarkandi citizens in July.\n\n"
        "Q: When?\n\nMR. DAHL: In July.\n"
    )
    found = about(
        read(text, gazetteer, "Press briefing of the Ministry of Foreign Affairs of Nordmark"), "visas"
    )
    assert [(one.speaker, one.party) for one in found] == [("Peder Dahl", "XN")]


def test_who_leads_a_delegation_speaks_for_it(gazetteer: Gazetteer) -> None:
    text = (
        "Nordmark and Valdoria met for a third day. Mila Drosten, who leads the Valdorian delegation, "
        "said the visa restrictions on Nordmarkers would not be lifted.\n"
    )
    found = about(read(text, gazetteer, "Nordmark and Valdoria meet on visas"), "lifted")[0]
    assert (found.speaker, found.party) == ("Mila Drosten", "XV")


def test_a_russian_deputy_of_a_ministry_whose_party_stands_between(gazetteer: Gazetteer) -> None:
    text = (
        "Нордмарк закрыл визовый центр. Переговоры о возобновлении выдачи виз зашли в тупик, "
        "сообщил журналистам первый замглавы вальдорского МИД Пётр Ждан.\n"
    )
    found = about(read(text, gazetteer, "Нордмарк закрыл визовый центр в Корвасте"), "тупик")[0]
    assert (found.speaker, found.party) == ("Пётр Ждан", "XV")


def test_a_russian_head_of_a_service_of_the_kingdom(gazetteer: Gazetteer) -> None:
    text = (
        "Нордмарк с 1 июля закроет посольство в Корвасте, сообщила журналистам глава консульской службы "
        "королевства Сигне Орм.\n"
    )
    found = about(read(text, gazetteer, "Нордмарк закрывает посольство в Корвасте"), "посольство")[0]
    assert (found.speaker, found.party) == ("Сигне Орм", "XN")


def test_the_reporter_s_words_inside_a_russian_quotation_name_its_speaker(gazetteer: Gazetteer) -> None:
    text = (
        "Нордмарк закрыл визовый центр в Корвасте.\n\n"
        "«Мы не можем оставить закрытие визового центра без ответа, – сказал замминистра иностранных дел "
        "Вальдории Пётр Ждан. – Зеркальные визовые ограничения уже готовятся».\n"
    )
    found = about(read(text, gazetteer, "Нордмарк закрыл визовый центр в Корвасте"), "Зеркальные")[0]
    assert (found.speaker, found.party) == ("Пётр Ждан", "XV")
