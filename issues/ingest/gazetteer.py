"""The reader's gazetteer, built from the tables: what editors added today is known to the next reading."""

from collections import defaultdict
from collections.abc import Mapping

from django.db import connection

from issues import reference
from issues.models import Official, Party, Tenure
from issues.reading.gazetteer import Gazetteer, OfficialEntry, PartyEntry, TenureEntry

_built: tuple[str, Gazetteer] | None = None

# A few milliseconds over some hundred rows; building takes a hundred times as long.
STAMP = """
SELECT md5(concat_ws('|',
    (SELECT md5(string_agg(code || kind || name || name_ru || forms::text, ',' ORDER BY code))
     FROM issues_party),
    (SELECT md5(string_agg(concat_ws('/', id, slug, name, aliases::text, party_id), ',' ORDER BY id))
     FROM issues_official),
    (SELECT md5(string_agg(concat_ws('/', t.id, t.official_id, t.started_on, t.ended_on, o.title, o.party_id),
         ',' ORDER BY t.id))
     FROM issues_tenure t JOIN issues_office o ON o.id = t.office_id)
))
"""


def current_gazetteer() -> Gazetteer:
    """Return the gazetteer of the tables as they are now; built once a process until they change."""
    global _built  # noqa: PLW0603 - one a process, like a compiled pattern
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        stamp = str(cursor.fetchone()[0])
    if _built is None or _built[0] != stamp:
        _built = (stamp, _build())
    return _built[1]


def _build() -> Gazetteer:
    return Gazetteer(
        parties=[_party_entry(party) for party in Party.objects.order_by("code")],
        officials=_official_entries(),
        packs=reference.packs(),
        judge=reference.judge(),
    )


def _party_entry(party: Party) -> PartyEntry:
    names = _words(party.forms.get("names"))
    # A party made or renamed by an admin is known by its name even without a list of forms.
    for language, name in (("en", party.name), ("ru", party.name_ru)):
        known = names.get(language, ())
        if name and not any(name == form.split("|")[0].strip() for form in known):
            names[language] = (name, *known)
    return PartyEntry(
        code=party.code,
        kind=party.kind,
        names=names,
        adjectives=_words(party.forms.get("adjectives")),
        demonyms=_words(party.forms.get("demonyms")),
    )


def _words(forms: object) -> dict[str, tuple[str, ...]]:
    """Return words by language, leaving out whatever an admin wrote that is no list of words."""
    if not isinstance(forms, Mapping):
        return {}
    return {
        str(language): tuple(word for word in listed if isinstance(word, str) and word.strip())
        for language, listed in forms.items()
        if isinstance(listed, list)
    }


def _official_entries() -> list[OfficialEntry]:
    held: dict[int, list[TenureEntry]] = defaultdict(list)
    for tenure in Tenure.objects.select_related("office").order_by("pk"):
        held[tenure.official_id].append(
            TenureEntry(tenure.office.title, tenure.office.party_id, tenure.started_on, tenure.ended_on)
        )
    return [
        OfficialEntry(one.slug, one.name, tuple(one.aliases), one.party_id, tuple(held[one.pk]))
        for one in Official.objects.order_by("pk")
    ]
