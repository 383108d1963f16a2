import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.reading.charsets import declared_charset, decode

RUSSIAN = "Стороны договорились продолжить переговоры о прямых рейсах до конца лета.\n" * 3
GERMAN = "Über die Rückgabe der Häuser wird später verhandelt.\n" * 3


@pytest.mark.parametrize(
    "charset",
    ["utf-8", "cp1251", "koi8_r", "cp866", "iso8859_5", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_russian_is_read_in_every_set_it_is_written_in(charset: str) -> None:
    assert decode(RUSSIAN.encode(charset)).text == RUSSIAN


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-16", "utf-16-be"])
def test_western_european(charset: str) -> None:
    assert decode(GERMAN.encode(charset)).text == GERMAN


def test_the_mark_of_utf_8_stays_so_that_offsets_hold_in_the_file() -> None:
    raw = b"\xef\xbb\xbfTalks"
    assert decode(raw).text == raw.decode("utf-8") == "\ufeffTalks"


def test_valid_utf_8_is_believed_against_any_declaration() -> None:
    assert decode("рейсы".encode(), charset="windows-1251").text == "рейсы"


def test_a_declaration_decides_where_the_bytes_do_not() -> None:
    raw = '<?xml version="1.0" encoding="ISO-8859-2"?><a>Łódź</a>'.encode("iso8859_2")
    assert declared_charset(raw) == "ISO-8859-2"
    assert "Łódź" in decode(raw).text
    assert decode("Łódź".encode("iso8859_2"), charset="iso-8859-2").text == "Łódź"
    assert decode(b'<meta charset="windows-1251">\xf0\xe5\xe9\xf1').text.endswith("рейс")


@pytest.mark.parametrize(
    "nonsense", ["hex", "idna", "utf-7", "utf-16", "no-such", "\0", "rot13", "undefined"]
)
def test_a_declaration_that_names_no_character_set_is_passed_over(nonsense: str) -> None:
    assert decode("Häuser".encode("cp1252"), charset=nonsense).text == "Häuser"


def test_a_little_damage_leaves_utf_8_what_it_is() -> None:
    raw = RUSSIAN.encode()[:-40] + b"\xd0 " + RUSSIAN.encode()
    decoded = decode(raw)
    assert (decoded.charset, decoded.damaged) == ("utf-8", decoded.text.count("\ufffd"))
    assert decoded.damaged >= 1


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_any_bytes_are_text(raw: bytes, charset: str | None) -> None:
    decoded = decode(raw, charset=charset)
    assert decoded.text.encode("utf-8", errors="surrogatepass") is not None
    assert not any("\ud800" <= char <= "\udfff" for char in decoded.text)


@given(st.text(max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    raw = text.encode()
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decode(raw).text == text
