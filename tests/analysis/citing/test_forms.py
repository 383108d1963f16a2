"""References in the forms that managers of references read: exact, and safe whatever the words are."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from issues.analysis.citing.bibtex import as_bibtex
from issues.analysis.citing.reference import Reference, title_of
from issues.analysis.citing.ris import as_ris

ACCESSED = date(2026, 11, 24)
PLAIN = Reference(
    key="demarche-statement-7",
    title="«Рейсы возобновят до конца лета»",
    author="Вера Молчанова",
    container="Вестник пролива",
    day="2026-06-26",
    address="https://desk.example/statements/7/",
    accessed=ACCESSED,
    language="ru",
    notes=("Посол, Везперия", "https://vestnik.example/a_b (archived 26 June 2026; SHA-256 00ff)"),
)


def changed(**fields: object) -> Reference:
    return Reference(**({name: getattr(PLAIN, name) for name in PLAIN.__slots__} | fields))


def test_an_entry_in_bibtex_keeps_cyrillic_and_escapes_what_tex_would_read() -> None:
    assert as_bibtex(PLAIN) == (
        "@misc{demarche-statement-7,\n"
        "  author = {{Вера Молчанова}},\n"
        "  title = {{«Рейсы возобновят до конца лета»}},\n"
        "  howpublished = {Вестник пролива},\n"
        "  year = {2026},\n"
        "  month = jun,\n"
        "  day = {26},\n"
        r"  note = {Посол, Везперия. https://vestnik.example/a\_b (archived 26 June 2026; SHA-256 00ff)},"
        "\n"
        "  url = {https://desk.example/statements/7/},\n"
        "  urldate = {2026-11-24},\n"
        "  langid = {russian}\n"
        "}\n"
    )


def test_signs_of_tex_are_said_by_their_names_and_an_address_stays_an_address() -> None:
    entry = as_bibtex(
        changed(title=r"50% of {it} & \more~#1_$^", address="https://x.example/?a={b}&c=%20_#d")
    )
    assert (
        r"title = {{50\% of \textbraceleft{}it\textbraceright{} \& \textbackslash{}more\textasciitilde{}"
        r"\#1\_\$\textasciicircum{}}}"
    ) in entry
    assert "url = {https://x.example/?a=%7Bb%7D&c=%20_#d}" in entry


def test_a_reference_in_ris_is_lines_of_tags() -> None:
    assert as_ris(PLAIN).split("\r\n") == [
        "TY  - ELEC",
        "ID  - demarche-statement-7",
        "AU  - Вера Молчанова",
        "TI  - «Рейсы возобновят до конца лета»",
        "T2  - Вестник пролива",
        "PY  - 2026",
        "DA  - 2026/06/26/",
        "LA  - ru",
        "N1  - Посол, Везперия. https://vestnik.example/a_b (archived 26 June 2026; SHA-256 00ff)",
        "UR  - https://desk.example/statements/7/",
        "Y2  - 2026/11/24/",
        "ER  - ",
        "",
    ]
    assert as_ris(changed(is_figure=True)).startswith("TY  - FIGURE\r\n")


def test_a_date_is_as_precise_as_it_is() -> None:
    assert "  year = {2026},\n  month = feb,\n  note" in as_bibtex(changed(day="2026-02"))
    assert "DA  - 2026/02//" in as_ris(changed(day="2026-02"))
    for unsure in ("2026-06-26/2026-08-31", "2026~", "2026-22?", ""):
        assert "year" not in as_bibtex(changed(day=unsure))
        assert "\r\nPY" not in as_ris(changed(day=unsure))


def test_long_words_are_cut_in_the_title_and_whole_in_the_summary() -> None:
    assert title_of("We will\ntalk.") == ("We will talk.", "")
    words = "We will talk about it. " * 20
    title, summary = title_of(words)
    assert len(title) <= 200
    assert summary == words.strip()
    assert f"AB  - {summary}\r\n" in as_ris(changed(summary=summary))
    assert f"abstract = {{{summary}}}" in as_bibtex(changed(summary=summary))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_no_words_end_a_field_or_a_reference(title: str, author: str, address: str) -> None:
    reference = changed(title=title, author=author, notes=(title,), summary=author, address=address)
    entry = as_bibtex(reference)
    depth = 0
    for place, sign in enumerate(entry):
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or place in range(len("@misc")) or place >= len(entry) - 2
    assert depth == 0
    lines = as_ris(reference).split("\r\n")
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in lines[:-1])
    assert len({line[:2] for line in lines[:-1]}) == len(lines) - 1
