"""Rules of reading in Spanish, one invented text each:
a wire report, an interview, a statement, a treaty."""

import pytest

from tests.reading.abroad import Expected, expect, read_abroad

WIRE = """HALVIK, 12 jun (Correo) — Nordmark suspendió los vuelos directos con Valdoria, anunció el jueves el ministro nordmarkiano de Transporte, Erik Solvang.

«Reanudaremos los vuelos antes de finales de agosto», declaró Solvang.

La portavoz del Ministerio de Relaciones Exteriores de Valdoria, Clara Vidal, afirmó que Korvast responderá a esta medida. «No hay ningún avance en la expedición de visados», añadió.

El Ministerio de Relaciones Exteriores de Valdoria informó de que dos diplomáticos nordmarkianos deben abandonar el país antes del 30 de junio.
"""  # noqa: E501 - lines of an article are long

INTERVIEW = """Entrevista con el embajador de Valdoria en Nordmark, Pablo Mercader

Pregunta: ¿Cómo avanzan las negociaciones sobre los consulados?

Respuesta: Nuestros consulados en Halvik siguen cerrados. Hemos propuesto a Nordmark reabrir los consulados antes del 1 de septiembre de 2026.

Pregunta: ¿Y el canje de prisioneros?

Respuesta: Las negociaciones sobre el canje de prisioneros continúan. No se ha acordado ninguna lista.

Pregunta: ¿Cuál es su plato favorito?

Respuesta: La sopa.
"""  # noqa: E501 - lines of an article are long

STATEMENT = """Comunicado del Ministerio de Relaciones Exteriores de Valdoria

El Ministerio de Relaciones Exteriores de Valdoria condena el cierre del consulado de Valdoria en Halvik. Esta decisión viola la convención de Viena.

Valdoria exige a Nordmark que reabra el consulado. Valdoria se reserva el derecho de adoptar medidas.
"""  # noqa: E501 - lines of an article are long

TREATY = """KORVAST, 3 jun (Correo) — El tratado sobre misiles entre Valdoria y Sarkand expira el 31 de diciembre, recordó el martes el viceministro de Relaciones Exteriores de Valdoria, Marcos Delgado.

«Las inspecciones están suspendidas y las consultas con Sarkand no se han reanudado», añadió Delgado.

Según la embajadora de Sarkand, Leila Amrani, su país está dispuesto a discutir una prórroga del tratado.
"""  # noqa: E501 - lines of an article are long

IRRELEVANT = (
    "Las mejores ofertas de vuelos baratos para el verano: Roma, París y Atenas desde 39 euros. Los viajeros deben revisar su pasaporte y su visado antes de salir. Reserve ya su hotel cerca de la playa.",  # noqa: E501
    "La película «Misil» cuenta la historia de un preso fugado. El director presentó su obra en el festival, y la embajadora de la marca entregó el premio al mejor actor.",  # noqa: E501
)

EXPECTED = [
    Expected(WIRE, "suspendió", "Erik Solvang", "XN", "flights", "suspended", None),
    Expected(WIRE, "Reanudaremos", "Erik Solvang", "XN", "flights", "commitment", "2026-08-31"),
    Expected(WIRE, "ningún avance", "Clara Vidal", "XV", "visas", "no_progress", None),
    Expected(WIRE, "deben abandonar", None, "XV", "diplomatic_property", "setback", None),
    Expected(
        INTERVIEW, "reabrir los consulados", "Pablo Mercader", "XV", "diplomatic_property", "offer", None
    ),
    Expected(INTERVIEW, "ninguna lista", "Pablo Mercader", "XV", "prisoner_exchange", "no_progress", None),
    Expected(STATEMENT, "Viena", None, "XV", "diplomatic_property", "setback", None),
    Expected(STATEMENT, "se reserva", None, "XV", "diplomatic_property", "threat", None),
    Expected(TREATY, "expira", "Marcos Delgado", "XV", "arms_control", "lapsed", None),
    Expected(TREATY, "inspecciones", "Marcos Delgado", "XV", "arms_control", "suspended", None),
    Expected(TREATY, "prórroga", "Leila Amrani", "XS", "arms_control", "offer", None),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=[each.words for each in EXPECTED])
def test_what_is_stated(expected: Expected) -> None:
    expect(expected, "es")


def test_what_is_asked_and_what_is_no_matter_between_states_is_not_proposed() -> None:
    found = read_abroad(INTERVIEW, "es")
    assert all(each.question for each in found)
    assert not any("plato favorito" in each.quote for each in found)


@pytest.mark.parametrize("text", IRRELEVANT, ids=("holidays", "cinema"))
def test_no_diplomacy_no_suggestion(text: str) -> None:
    assert read_abroad(text, "es") == []
    assert read_abroad(text, "es", home=("XN", "XV"), outlet_party="XN") == []
