"""Whole readings of invented texts, one form of text a test."""

from issues.reading.gazetteer import Gazetteer
from issues.reading.reader import guess_language, read_document
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, DateOrigin, Signal, StatementKind
from tests.reading.reading_help import ON, about, read

INTERVIEW = """Valdorian Deputy Foreign Minister Elena Varga spoke to the Courier on relations with Nordmark.
— The lighthouse treaty lapsed in March. What becomes of direct flights between Valdoria and Nordmark?
— There has been no progress on direct flights. We have said so many times.
— While the return of your villa in Halvik is stalling...
— Our diplomatic property in Nordmark remains sealed. That is illegal.
— Will there be new consultations this year?
— Yes. There are no dates yet. But they should take place before the end of the summer.
— Sarkand plans to host foreign missiles. Does that concern you?
— We follow the plans of Sarkand to deploy missiles with concern.
— And the harvest?
— The harvest is splendid, thank you.
"""


def test_a_dashed_interview(gazetteer: Gazetteer) -> None:
    found = read(INTERVIEW, gazetteer)
    assert {s.speaker for s in found} == {"Elena Varga"}
    assert {s.speaker_role for s in found} == {"Deputy Foreign Minister"}
    assert {s.party for s in found} == {"XV"}
    assert not about(found, "?")
    assert not about(found, "lapsed in March")
    assert not about(found, "harvest")
    (flights,) = [s for s in found if s.category == "flights"]
    assert flights.signal is Signal.NO_PROGRESS
    assert flights.relationship == ("XN", "XV")
    assert "lighthouse treaty lapsed" in flights.question
    (villa,) = [s for s in found if s.category == "diplomatic_property"]
    assert villa.relationship == ("XN", "XV")
    (missiles,) = [s for s in found if s.category == "arms_control"]
    assert missiles.relationship == ("XS", "XV")


def test_a_pledge_whose_matter_is_in_the_question(gazetteer: Gazetteer) -> None:
    (pledge,) = about(read(INTERVIEW, gazetteer), "before the end of the summer")
    assert pledge.signal is Signal.COMMITMENT
    assert pledge.category == CATEGORY_OTHER_BILATERAL
    assert pledge.pledge_due is not None
    assert str(pledge.pledge_due.upper) == "2025-08-31"
    assert pledge.pledge_words == "before the end of the summer"
    assert pledge.stated_on is not None
    assert (pledge.stated_on.edtf, pledge.stated_on.origin) == (ON, DateOrigin.PUBLICATION)


BRIEFING = """2:02 P.M.

MS. DAHL:  Good afternoon.  Nordmark welcomes the release of two Nordmarkers who were unjustly detained in
Sarkand.

Q  On Valdoria, will the consulate in Korvast reopen?

MS. DAHL:  There are no plans to reopen the consulate.

Q  And the football?

MS. DAHL:  I will be cheering for the home team.

MINISTER LIND:  Let me add that we have agreed with Valdoria to resume consultations on visas in the autumn.

2:20 P.M.
"""


def test_a_briefing_with_two_speakers(gazetteer: Gazetteer) -> None:
    found = read(
        BRIEFING, gazetteer, title="Briefing by Spokesperson Inga Dahl and Foreign Minister Tomas Lind"
    )
    assert not about(found, "football")
    assert not about(found, "home team")
    (released,) = about(found, "unjustly detained")
    assert (released.speaker, released.party) == ("Inga Dahl", "XN")
    assert (released.category, released.relationship) == ("prisoner_exchange", ("XN", "XS"))
    (consulate,) = about(found, "no plans to reopen")
    assert (consulate.category, consulate.relationship) == ("diplomatic_property", ("XN", "XV"))
    assert consulate.signal is Signal.NO_PROGRESS
    (visas,) = about(found, "consultations on visas")
    assert (visas.speaker, visas.official_key) == ("Tomas Lind", "tomas-lind")
    assert visas.relationship == ("XN", "XV")


ARTICLE = """HALVIK, 26 June (Meridian) — Nordmark has expelled two Valdorian diplomats, Foreign Minister Tomas Lind said.

“Their work had nothing to do with diplomacy,” Lind told reporters. He added that Nordmark would not close its embassy in Korvast.

In Korvast, Foreign Ministry spokesman Igor Beran called the expulsion of the diplomats groundless. “Valdoria will respond to the expulsion,” he said.

Analyst Petra Moll of Halvik University said the embassies might have to close.
"""  # noqa: E501 - lines of an article are long


def test_an_article_with_two_sides(gazetteer: Gazetteer) -> None:
    found = read(ARTICLE, gazetteer)
    assert not about(found, "might have to close")
    assert not about(found, "HALVIK")
    (expelled,) = about(found, "has expelled")
    assert (expelled.speaker, expelled.kind) == ("Tomas Lind", StatementKind.REPORTED_SPEECH)
    assert (expelled.category, expelled.signal) == ("diplomatic_property", Signal.SETBACK)
    (embassy,) = about(found, "would not close its embassy")
    assert embassy.speaker == "Tomas Lind"
    (answer,) = about(found, "will respond")
    assert (answer.speaker, answer.party) == ("Igor Beran", "XV")
    assert answer.kind is StatementKind.DIRECT_QUOTE
    assert not answer.quote.endswith(",")
    assert answer.official_key is None
    assert {s.relationship for s in found} == {("XN", "XV")}


def test_a_joint_statement_speaks_for_both(gazetteer: Gazetteer) -> None:
    text = (
        "1. Direct flights between Halvik and Korvast shall be resumed not later than 11 August 2025.\n\n"
        "2. The Sides reaffirm that consulates shall work without hindrance.\n\n3. The soup was good."
    )
    found = read(text, gazetteer, title="Joint communiqué of Nordmark and Valdoria")
    assert {(s.speaker, s.party, s.relationship) for s in found} == {(None, "XN+XV", ("XN", "XV"))}
    assert {s.kind for s in found} == {StatementKind.OFFICIAL_TEXT}
    (flights,) = [s for s in found if s.category == "flights"]
    assert flights.pledge_due is not None
    assert str(flights.pledge_due.upper) == "2025-08-11"
    assert not about(found, "soup")


def test_a_statement_by_a_spokesperson(gazetteer: Gazetteer) -> None:
    text = (
        "Nordmark welcomes the resumption of direct flights between Valdoria and Sarkand. We have worked for "
        "this for years."
    )
    found = read(text, gazetteer, title="Statement by Foreign Ministry Spokesperson Inga Dahl on flights")
    assert found[0].speaker == "Inga Dahl"
    assert found[0].party == "XN"
    assert found[0].relationship == ("XS", "XV")  # a third country's remark
    assert found[0].signal is Signal.PROGRESS


def test_a_signature_names_the_speaker(gazetteer: Gazetteer) -> None:
    text = (
        "Nordmark has suspended the issue of visas to citizens of Valdoria.\n\nThe responsibility lies with "
        "Korvast.\n\nInga Dahl\nSpokesperson of the Ministry of Foreign Affairs of Nordmark"
    )
    (visas,) = about(read(text, gazetteer, title="Statement on visas"), "suspended the issue")
    assert (visas.speaker, visas.party) == ("Inga Dahl", "XN")
    assert (visas.category, visas.signal) == ("visas", Signal.SUSPENDED)


def test_a_readout_tells_who_said_what(gazetteer: Gazetteer) -> None:
    text = (
        "President Sergei Orlov of Valdoria met with Foreign Minister Tomas Lind of Nordmark today. The two "
        "leaders agreed to resume consultations on visas. The President stressed that the consulate in "
        "Halvik remains closed."
    )
    found = read(
        text, gazetteer, title="Readout of President Sergei Orlov’s meeting with Tomas Lind of Nordmark"
    )
    (visas,) = about(found, "consultations on visas")
    assert visas.speaker is None
    (consulate,) = about(found, "remains closed")
    assert (consulate.speaker, consulate.party) == ("Sergei Orlov", "XV")


def test_two_matters_of_one_passage_give_two_suggestions(gazetteer: Gazetteer) -> None:
    text = "“Nordmark must return our consulate and issue visas,” Deputy Foreign Minister Elena Varga said."
    found = read(text, gazetteer)
    assert {s.category for s in found} == {"diplomatic_property", "visas"}
    assert len({(s.start, s.end) for s in found}) == 1


def test_a_statement_is_no_page(gazetteer: Gazetteer) -> None:
    sentence = "We advocate direct flights to Nordmark. "
    text = (
        "Question: What now?\n\nElena Varga: " + sentence * 40 + "\n\nQuestion: And then?\n\nElena Varga: No."
    )
    found = read(text, gazetteer)
    assert found
    assert all(len(s.quote) <= 500 for s in found)


RUSSIAN = """Вальдория закрывает консульство в Хальвике

Министр иностранных дел Нордмарка Томас Линд заявил, что решение Вальдории закрыть консульство неприемлемо.

«Мы приостановили выдачу виз гражданам Вальдории», — сказал журналистам представитель МИД Нордмарка Олаф Стен. По его словам, прогресса по прямому авиасообщению с Вальдорией нет.

Ранее Вальдория выслала двух сотрудников посольства Нордмарка.

Фестиваль супа прошёл в Хальвике. «Визы не понадобились», — рассказал повар Ян Дуб.
"""  # noqa: E501 - lines of an article are long


def test_a_russian_article(gazetteer: Gazetteer) -> None:
    found = read(RUSSIAN, gazetteer, title="Вальдория закрывает консульство в Хальвике")
    (consulate,) = about(found, "неприемлемо")
    assert (consulate.official_key, consulate.category) == ("tomas-lind", "diplomatic_property")
    (visas,) = about(found, "приостановили выдачу виз")
    assert (visas.speaker, visas.party) == ("Олаф Стен", "XN")
    assert (visas.category, visas.signal) == ("visas", Signal.SUSPENDED)
    (flights,) = about(found, "прямому авиасообщению")
    assert (flights.speaker, flights.signal) == ("Олаф Стен", Signal.NO_PROGRESS)
    (expelled,) = about(found, "выслала двух сотрудников")
    assert (expelled.speaker, expelled.party, expelled.signal) == (None, "XV", Signal.SETBACK)
    assert not about(found, "не понадобились")


def test_a_saying_is_dated_by_the_day_beside_its_verb(gazetteer: Gazetteer) -> None:
    text = (
        "Tomas Lind said on Tuesday that Nordmark had suspended visas for Valdoria. Elena Varga said that "
        "Valdoria would open its consulate on Friday."
    )
    lind, varga = read(text, gazetteer)
    assert lind.stated_on is not None
    assert (lind.stated_on.edtf, lind.stated_on.origin) == ("2025-06-24", DateOrigin.TEXT)
    assert varga.stated_on is not None
    assert (varga.stated_on.edtf, varga.stated_on.origin) == (ON, DateOrigin.PUBLICATION)


def test_no_date_is_made_up(gazetteer: Gazetteer) -> None:
    reading = read_document(INTERVIEW, gazetteer=gazetteer)
    assert reading.suggestions
    assert all(s.stated_on is None for s in reading.suggestions)


def test_languages_are_guessed_by_their_letters() -> None:
    assert guess_language("Переговоры с Valdoria") == "ru"
    assert guess_language("Talks") == "en"
    assert guess_language("") == "en"
