"""Rules of reading in Portuguese, one invented text each:
a wire report, an interview, a statement, a treaty."""

import pytest

from tests.reading.abroad import Expected, expect, read_abroad

WIRE = """HALVIK, 12 jun (Correio) — Nordmark suspendeu os voos diretos com a Valdória, anunciou na quinta-feira o ministro nordmarkiano dos Transportes, Erik Solvang.

“Retomaremos os voos até o fim de agosto”, declarou Solvang.

A porta-voz do Ministério das Relações Exteriores da Valdória, Clara Vidal, afirmou que Korvast responderá a esta medida. “Não há nenhum avanço na emissão de vistos”, acrescentou.

O Ministério das Relações Exteriores da Valdória informou que dois diplomatas nordmarkianos devem deixar o país antes de 30 de junho.
"""  # noqa: E501 - lines of an article are long

INTERVIEW = """Entrevista com o embaixador da Valdória em Nordmark, Paulo Mercador

Pergunta: Como avançam as negociações sobre os consulados?

Resposta: Os nossos consulados em Halvik continuam fechados. Propusemos a Nordmark reabrir os consulados até 1 de setembro de 2026.

Pergunta: E a troca de prisioneiros?

Resposta: As negociações sobre a troca de prisioneiros continuam. Não foi acordada nenhuma lista.

Pergunta: Qual é o seu prato preferido?

Resposta: A sopa.
"""  # noqa: E501 - lines of an article are long

STATEMENT = """Comunicado do Ministério das Relações Exteriores da Valdória

O Ministério das Relações Exteriores da Valdória condena o fechamento do consulado da Valdória em Halvik. Esta decisão viola a convenção de Viena.

A Valdória exige que Nordmark reabra o consulado. A Valdória reserva-se o direito de adotar medidas.
"""  # noqa: E501 - lines of an article are long

TREATY = """KORVAST, 3 jun (Correio) — O tratado sobre mísseis entre a Valdória e Sarkand expira em 31 de dezembro, lembrou na terça-feira o vice-ministro das Relações Exteriores da Valdória, Marcos Delgado.

“As inspeções estão suspensas e as consultas com Sarkand não foram retomadas”, acrescentou Delgado.

Segundo a embaixadora de Sarkand, Leila Amrani, o seu país está disposto a discutir uma prorrogação do tratado.
"""  # noqa: E501 - lines of an article are long

IRRELEVANT = (
    "As melhores promoções de voos baratos para o verão: Roma, Paris e Atenas a partir de 39 euros. Os viajantes devem verificar o passaporte e o visto antes de partir. Reserve já o seu hotel perto da praia.",  # noqa: E501
    "O filme “Míssil” conta a história de um preso foragido. O diretor apresentou a obra no festival, e a embaixadora da marca entregou o prêmio ao melhor ator.",  # noqa: E501
)

EXPECTED = [
    Expected(WIRE, "suspendeu", "Erik Solvang", "XN", "flights", "suspended", None),
    Expected(WIRE, "Retomaremos", "Erik Solvang", "XN", "flights", "commitment", "2026-08-31"),
    Expected(WIRE, "nenhum avanço", "Clara Vidal", "XV", "visas", "no_progress", None),
    Expected(WIRE, "devem deixar", None, "XV", "diplomatic_property", "setback", None),
    Expected(
        INTERVIEW, "reabrir os consulados", "Paulo Mercador", "XV", "diplomatic_property", "offer", None
    ),
    Expected(INTERVIEW, "nenhuma lista", "Paulo Mercador", "XV", "prisoner_exchange", "no_progress", None),
    Expected(STATEMENT, "Viena", None, "XV", "diplomatic_property", "setback", None),
    Expected(STATEMENT, "exige que", None, "XV", "diplomatic_property", "demand", None),
    Expected(TREATY, "expira", "Marcos Delgado", "XV", "arms_control", "lapsed", None),
    Expected(TREATY, "inspeções", "Marcos Delgado", "XV", "arms_control", "suspended", None),
    Expected(TREATY, "prorrogação", "Leila Amrani", "XS", "arms_control", "offer", None),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=[each.words for each in EXPECTED])
def test_what_is_stated(expected: Expected) -> None:
    expect(expected, "pt")


def test_what_is_asked_and_what_is_no_matter_between_states_is_not_proposed() -> None:
    found = read_abroad(INTERVIEW, "pt")
    assert all(each.question for each in found)
    assert not any("prato preferido" in each.quote for each in found)


@pytest.mark.parametrize("text", IRRELEVANT, ids=("holidays", "cinema"))
def test_no_diplomacy_no_suggestion(text: str) -> None:
    assert read_abroad(text, "pt") == []
    assert read_abroad(text, "pt", home=("XN", "XV"), outlet_party="XN") == []
