"""The list of officials: by family name, by letter, by party, by any spelling of a name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self
from urllib.parse import urlencode

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.naming import LANGUAGE, named_sql, naming, person_sql
from issues.analysis.words import counted

PAGE = 100
FOUND_AT_MOST = 50
LIKE_ENOUGH = 0.4  # share of trigrams, pg_trgm's word_similarity
NAME = person_sql("o")
# The last word of a name, small, in the letters of whoever asks.
FAMILY = rf"""CASE %({LANGUAGE})s WHEN 'ru' THEN lower(regexp_replace({NAME}, '^.*\s', ''))
    ELSE latin_name(regexp_replace(o.name, '^.*\s', '')) END"""

_OFFICE = f"""
(SELECT {named_sql("f.title")} FROM issues_tenure t JOIN issues_office f ON f.id = t.office_id
 WHERE t.official_id = o.id AND (t.started_on IS NULL OR t.started_on <= %(today)s)
 AND (t.ended_on IS NULL OR t.ended_on >= %(today)s) ORDER BY t.started_on DESC NULLS LAST, t.id DESC LIMIT 1)
"""  # noqa: S608  # of constants alone
# Who has said something that counts; looked up in the index statement_of_official.
_SPOKE = "EXISTS (SELECT FROM issues_statement s WHERE s.official_id = o.id AND s.state = 'accepted')"
_LISTED = f"""
SELECT o.id, o.slug, {NAME}, p.code, {named_sql("p.name")}, {_OFFICE} AS office, {FAMILY} AS family
FROM issues_official o JOIN issues_party p ON p.code = o.party_id
WHERE {_SPOKE} AND (%(party)s = '' OR o.party_id = %(party)s)
  AND (%(letter)s = '' OR left({FAMILY}, 1) = %(letter)s)
  AND ({FAMILY}, o.id) > (%(family)s, %(id)s)
ORDER BY family, o.id LIMIT %(most)s
"""  # noqa: S608  # of constants alone
_FOUND = f"""
SELECT o.id, o.slug, {NAME}, p.code, {named_sql("p.name")}, {_OFFICE} AS office, '' AS family
FROM issues_official o JOIN issues_party p ON p.code = o.party_id
CROSS JOIN LATERAL (
    SELECT max(word_similarity(latin_name(%(words)s), latin_name(called))) AS likeness,
        bool_or(strpos(latin_name(called), latin_name(%(words)s)) > 0) AS holds
    FROM unnest(o.aliases || o.name::text) called
) best
WHERE (holds OR likeness >= %(enough)s) AND (%(party)s = '' OR o.party_id = %(party)s) AND {_SPOKE}
ORDER BY holds DESC, likeness DESC, o.name, o.id LIMIT %(most)s
"""  # noqa: S608  # of constants alone
_LETTERS_AND_PARTIES = f"""
WITH spoke AS MATERIALIZED (
    SELECT o.party_id, left({FAMILY}, 1) AS letter FROM issues_official o WHERE {_SPOKE}
)
SELECT 'letter', letter, upper(letter) FROM spoke
WHERE letter <> '' AND (%(party)s = '' OR party_id = %(party)s) GROUP BY letter
UNION ALL
SELECT 'party', p.code, {named_sql("p.name")} FROM issues_party p WHERE p.code IN (SELECT party_id FROM spoke)
ORDER BY 1, 3
"""  # noqa: S608  # of constants alone


@dataclass(frozen=True, slots=True)
class Asked:
    """Which officials an address asks for; empty values narrow nothing."""

    words: str = ""
    party: str = ""
    letter: str = ""
    after: tuple[str, int] = ("", 0)  # family name and id of the last of the page before

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        family, _dot, number = params.get("after", "").replace("\0", "").rpartition(".")
        is_cursor = number.isascii() and number.isdigit() and len(number) <= 18
        return cls(
            words=" ".join(params.get("q", "").replace("\0", " ").split())[:100],
            party=params.get("party", "").replace("\0", "")[:12],
            letter=params.get("letter", "").replace("\0", "")[:1].lower(),
            after=(family[:100], int(number)) if is_cursor else ("", 0),
        )

    def address(self, **changes: Any) -> str:
        asked = replace(self, **changes)
        params = {"q": asked.words, "party": asked.party, "letter": asked.letter}
        if asked.after[1]:
            params["after"] = f"{asked.after[0]}.{asked.after[1]}"
        query = urlencode({name: value for name, value in params.items() if value})
        return f"{reverse('officials')}?{query}" if query else reverse("officials")


@dataclass(frozen=True, slots=True)
class OfficialName:
    name: str
    address: str
    party: str
    party_address: str
    office: str  # the present one, "" where none is known


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    value: str
    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """`heading` is also what a screen reader is told after a change."""

    asked: Asked
    heading: str
    names: tuple[OfficialName, ...]
    letters: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    further: str  # address of the next page, "" on the last
    first: str  # address of the first page, "" on it
    clear: str  # address without anything that narrows, "" where nothing does


def officials_listing(asked: Asked, *, today: date) -> Listing:
    """Officials who have said something that counts, a hundred at a time. Two queries.

    They follow the number of officials, not of statements.
    """
    rows = _found(asked, today) if asked.words else _listed(asked, today)
    most = FOUND_AT_MOST if asked.words else PAGE
    shown, last = rows[:most], rows[most - 1] if len(rows) > most and not asked.words else None
    letters, parties = _choices(asked)
    is_narrowed = bool(asked.words or asked.party or asked.letter)
    return Listing(
        asked=asked,
        heading=_heading(len(shown), is_cut=len(rows) > most),
        names=tuple(
            OfficialName(
                name,
                reverse("official", args=(slug,)),
                party,
                reverse("party", args=(code.lower(),)),
                office or "",
            )
            for _id, slug, name, code, party, office, _family in shown
        ),
        letters=letters,
        parties=parties,
        further=asked.address(after=(last[6], last[0])) if last else "",
        first=asked.address(after=("", 0)) if asked.after[1] else "",
        clear=reverse("officials") if is_narrowed else "",
    )


def _listed(asked: Asked, today: date) -> list[tuple[Any, ...]]:
    family, number = asked.after
    params = {"party": asked.party, "letter": asked.letter, "family": family, "id": number}
    return _ask(_LISTED, {**params, "today": today, "most": PAGE + 1})


def _found(asked: Asked, today: date) -> list[tuple[Any, ...]]:
    params = {"words": asked.words, "party": asked.party, "enough": LIKE_ENOUGH}
    return _ask(_FOUND, {**params, "today": today, "most": FOUND_AT_MOST + 1})


def _ask(sql: str, params: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {**params, **naming()})
        return list(cursor.fetchall())


def _choices(asked: Asked) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    letters: list[Choice] = []
    parties: list[Choice] = []
    for kind, value, label in _ask(_LETTERS_AND_PARTIES, {"party": asked.party}):
        is_letter = kind == "letter"
        current = value == (asked.letter if is_letter else asked.party)
        change = {kind: "" if current else value, "after": ("", 0)}
        if is_letter:
            change["words"] = ""
        choice = Choice(f"{kind}-{value}", value, label, asked.address(**change), current)
        (letters if is_letter else parties).append(choice)
    return tuple(letters), tuple(parties)


def _heading(count: int, *, is_cut: bool) -> str:
    people = counted("%(count)s person", "%(count)s people", count)
    return _("The first %(people)s") % {"people": people} if is_cut else people
