"""Rules of reading in French, one invented text each:
a wire report, an interview, a statement, a treaty."""

import pytest

from tests.reading.abroad import Expected, expect, read_abroad

WIRE = """HALVIK, 12 juin (Courrier) — Le Nordmark a suspendu les vols directs avec la Valdorie, a annoncé jeudi le ministre nordmarkien des Transports, Erik Solvang.

« Nous reprendrons les vols avant la fin du mois d'août si les garanties nécessaires sont données », a déclaré M. Solvang.

La porte-parole du ministère valdorien des Affaires étrangères, Claire Vasseur, a affirmé que Korvast répondrait à cette mesure. « Aucun progrès n'a été enregistré sur la délivrance des visas », a-t-elle ajouté.

Selon le ministère, deux diplomates nordmarkiens doivent quitter la Valdorie avant le 30 juin.
"""  # noqa: E501 - lines of an article are long

INTERVIEW = """Entretien avec l'ambassadeur de Valdorie au Nordmark, Paul Mercier

Question : Où en sont les négociations sur les consulats ?

Réponse : Nos consulats à Halvik restent fermés. Nous avons proposé au Nordmark de rouvrir les consulats avant le 1er septembre 2026.

Question : Et les échanges de prisonniers ?

Réponse : Les négociations sur l'échange de prisonniers se poursuivent. Aucune liste n'a encore été convenue.

Question : Quel est votre plat préféré ?

Réponse : La soupe.
"""  # noqa: E501 - lines of an article are long

STATEMENT = """Communiqué du ministère des Affaires étrangères de Valdorie

Le ministère des Affaires étrangères de Valdorie condamne la fermeture du consulat de Valdorie à Halvik. Cette décision viole la convention de Vienne.

La Valdorie demande au Nordmark de rouvrir le consulat. La Valdorie se réserve le droit de prendre des mesures.
"""  # noqa: E501 - lines of an article are long

TREATY = """KORVAST, 3 juin (Courrier) — Le traité sur les missiles entre la Valdorie et le Sarkand expire le 31 décembre, a rappelé mardi le vice-ministre valdorien des Affaires étrangères, Marc Delorme.

« Les inspections sont suspendues et les consultations avec le Sarkand n'ont pas repris », a-t-il ajouté.

Selon l'ambassadrice du Sarkand, Leïla Amrani, son pays est prêt à discuter d'une prolongation du traité.
"""  # noqa: E501 - lines of an article are long

IRRELEVANT = (
    "Notre sélection de vols pas chers pour l'été : Rome, Madrid et Athènes à partir de 39 euros. Les voyageurs doivent vérifier leur passeport et leur visa avant le départ. Pensez à réserver votre hôtel près de la plage.",  # noqa: E501
    "Le film « Missile » raconte l'histoire d'un prisonnier évadé. Le réalisateur a présenté son œuvre au festival, et l'ambassadrice de la marque a remis le prix au meilleur acteur.",  # noqa: E501
)

EXPECTED = [
    Expected(WIRE, "a suspendu", "Erik Solvang", "XN", "flights", "suspended", None),
    Expected(WIRE, "Aucun progrès", "Claire Vasseur", "XV", "visas", "no_progress", None),
    Expected(INTERVIEW, "rouvrir les consulats", "Paul Mercier", "XV", "diplomatic_property", "offer", None),
    Expected(INTERVIEW, "Aucune liste", "Paul Mercier", "XV", "prisoner_exchange", "no_progress", None),
    Expected(STATEMENT, "Vienne", None, "XV", "diplomatic_property", "setback", None),
    Expected(STATEMENT, "réserve le droit", None, "XV", "diplomatic_property", "threat", None),
    Expected(TREATY, "expire", "Marc Delorme", "XV", "arms_control", "lapsed", None),
    Expected(TREATY, "inspections", "Marc Delorme", "XV", "arms_control", "suspended", None),
    Expected(TREATY, "prolongation", "Leïla Amrani", "XS", "arms_control", "offer", None),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=[each.words for each in EXPECTED])
def test_what_is_stated(expected: Expected) -> None:
    expect(expected, "fr")


def test_what_is_asked_and_what_is_no_matter_between_states_is_not_proposed() -> None:
    found = read_abroad(INTERVIEW, "fr")
    assert all(each.question for each in found)
    assert not any("plat préféré" in each.quote for each in found)


@pytest.mark.parametrize("text", IRRELEVANT, ids=("holidays", "cinema"))
def test_no_diplomacy_no_suggestion(text: str) -> None:
    assert read_abroad(text, "fr") == []
    assert read_abroad(text, "fr", home=("XN", "XV"), outlet_party="XN") == []
