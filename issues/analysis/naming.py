"""Names in the language of whoever asks, as `issues.models.naming` says, in the queries that need them."""

from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf

from issues.analysis.words import listed
from issues.models import Relationship
from issues.models.naming import naming_language

LANGUAGE = "naming_language"


def naming() -> dict[str, str]:
    """The parameter that `named_sql` and `person_sql` ask for."""
    return {LANGUAGE: naming_language()}


def name_of(path: str) -> F | Coalesce:
    """The column that `path` leads to ("issue__title"), in the language of whoever asks."""
    code = naming_language()
    return Coalesce(NullIf(F(f"{path}_{code}"), Value("")), F(path)) if code else F(path)


def by_pair(prefix: str = "") -> tuple[F | Coalesce, F | Coalesce]:
    """The names of both parties of the relationship of an issue, to which `prefix` leads ("issue__")."""
    pair = f"{prefix}relationship__"
    return name_of(f"{pair}first__name"), name_of(f"{pair}second__name")


def pair_name(pair: Relationship) -> str:
    """Write "Norland and Vesperia"; the relationship's parties are loaded."""
    return listed((pair.first.name_shown, pair.second.name_shown))


def named_sql(column: str) -> str:
    """SQL for a column ("p.name") with another beside it for Russian. To group by it, group by both."""
    return f"(CASE WHEN %({LANGUAGE})s = 'ru' AND {column}_ru <> '' THEN {column}_ru ELSE {column} END)"


def person_sql(table: str) -> str:
    """SQL for the name of a row of officials, as `person_named` says. To group by it: name and aliases."""
    return _PERSON.format(language=LANGUAGE, person=table)


_PERSON = """(CASE WHEN %({language})s = 'ru' AND {person}.name !~ '[А-яЁё]' THEN coalesce((
        SELECT written FROM unnest({person}.aliases) WITH ORDINALITY listed (written, place)
        WHERE written ~ '[А-яЁё]' AND strpos(btrim(written), ' ') > 0 ORDER BY place LIMIT 1
    ), {person}.name) ELSE {person}.name END)"""
