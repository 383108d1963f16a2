import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from issues.reading.languages import detect_language, languages_of_letters


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The envoys agreed to go on with their talks about direct flights.", "en"),
        ("Стороны договорились продолжить переговоры о прямых рейсах.", "ru"),
        ("Сторони домовилися продовжити переговори про прямі рейси між країнами.", "uk"),
        ("Страните се договориха да продължат преговорите за преките полети.", "bg"),
        ("Le ministre a déclaré hier que les négociations allaient se poursuivre.", "fr"),
        ("El ministro declaró ayer que las negociaciones continuarían en otoño.", "es"),
        ("O ministro declarou ontem que as negociações vão continuar no outono.", "pt"),
        ("Minister oświadczył wczoraj, że rozmowy będą kontynuowane jesienią.", "pl"),
        ("Der Minister erklärte gestern, die Verhandlungen würden fortgesetzt.", "de"),
        ("外交部发言人昨天表示，双方将继续就直航问题进行谈判。", "zh"),
        ("قال الوزير أمس إن المفاوضات بشأن الرحلات الجوية المباشرة ستستمر.", "ar"),
    ],
)
def test_languages_of_diplomacy(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Пасольства не атрымала адказу на ноту аб выдачы віз.", "be"),
        ("Посольство не отримало відповіді на ноту щодо видачі віз.", "uk"),
        ("Посольство не получило ответа на ноту о выдаче виз.", "ru"),
        ("Страните обсъдиха размяна на пленници и работата на консулствата.", "bg"),
        ("Амбасада није добила одговор на ноту о издавању виза.", "sr"),
        ("Амбасадата не доби одговор на нотата за издавање визи.", "mk"),
        ("A embaixada não recebeu resposta à nota sobre a emissão de vistos.", "pt"),
        ("La embajada no recibió respuesta a la nota sobre la expedición de visados.", "es"),
        ("سفارت پاسخی به یادداشت درباره صدور روادید دریافت نکرد.", "fa"),
        ("سفارت خانے کو ویزوں کے اجرا پر کوئی جواب نہیں ملا۔", "ur"),
        ("لم تتلق السفارة ردا على المذكرة بشأن إصدار التأشيرات.", "ar"),
        ("大使館は査証発給に関する口上書への回答を受け取っていない。", "ja"),
        ("大使馆没有收到关于签发签证的照会的答复。", "zh"),
        ("Velvyslanectví neobdrželo odpověď na nótu o vydávání víz.", "cs"),
        ("Ambasada nie otrzymała odpowiedzi na notę o wydawaniu wiz.", "pl"),
    ],
)
def test_neighbours_are_told_apart_in_one_sentence(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "first"),
    [("Talks", "en"), ("Переговоры", "ru"), ("签证", "zh"), ("تأشيرات", "ar"), ("2026", "en")],
)
def test_what_is_too_short_may_be_told_by_its_letters(text: str, first: str) -> None:
    assert languages_of_letters(text)[0] == first


@pytest.mark.parametrize("text", ["", "26.06.2026", "OK", "Visa", "https://gazette.example/talks-on-flights"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_a_quotation_in_another_alphabet_does_not_turn_the_language() -> None:
    text = "The envoy ended her remarks on the direct flights with the word «договорились» and left the hall."
    assert detect_language(text) == "en"


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_has_a_two_letter_language_or_none(text: str) -> None:
    language = detect_language(text)
    assert language is None or (len(language) == 2 and language.islower())
