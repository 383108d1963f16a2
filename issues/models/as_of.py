"""The schema `as_of`: of every table that pages read, a view of the same name as it was at a moment.

With the search path `as_of, public` and the setting `demarche.as_of` a query that names no schema sees
what was recorded before that moment (docs/decisions/0013). Three things make that possible, and the
database keeps them by itself, whoever writes:

- a column `known_from` in each table, when the row's present version was recorded. It is no field of a
  model: nobody but the trigger writes it, nobody but the view reads it. Where the table says itself when
  a row was recorded, it is null until the row first changes;
- a table of the same name in the schema `past`, which a trigger gives every version that was changed or
  deleted, from when until when it held;
- the view, both together: what was known from before the moment and until after it.

The views' conditions stand outside of their UNION ALL. PostgreSQL takes such a union apart and looks up
each part by its own indexes; with conditions inside it would read all of it (prepjointree.c,
is_safe_append_member).

A migration that changes a column of a table named here begins with `forget_views` and ends with
`make_views`, which reads the columns from the catalogue.
"""

from dataclasses import dataclass, field
from typing import Any

MOMENT = "current_setting('demarche.as_of')::timestamptz"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A table with a past.

    recorded: its own column of when a row was recorded; "" where it has none.
    silent: columns whose changes make no new version, and what the view shows for them: what the desk's
    machinery notes, and nobody could say what it was.
    lookups: columns by which pages look rows up, beside the key.
    """

    table: str
    recorded: str = ""
    key: str = "id"
    silent: dict[str, str] = field(default_factory=dict)
    lookups: tuple[tuple[str, ...], ...] = ()


REMEMBERED = (
    Remembered("issues_party", key="code"),
    Remembered("issues_category", key="slug"),
    Remembered("issues_relationship"),
    Remembered("issues_official"),
    Remembered("issues_office"),
    Remembered("issues_tenure", lookups=(("official_id",),)),
    Remembered("issues_issue"),
    Remembered(
        "issues_source",
        silent={"next_poll_at": "NULL::timestamptz", "etag": "''::varchar", "last_modified": "''::varchar"},
    ),
    Remembered(
        "issues_document",
        recorded="found_at",
        silent={
            "next_fetch_at": "NULL::timestamptz",
            "fetch_attempts": "0::smallint",
            "fetch_error": "''::varchar",
        },
    ),
    Remembered(
        "issues_capture",
        recorded="captured_at",
        silent={"last_seen_at": "captured_at", "read_at": "NULL::timestamptz", "read_summary": "'{}'::jsonb"},
        lookups=(("document_id",),),
    ),
    Remembered("issues_statement", recorded="recorded_at", lookups=(("official_id", "state"), ("state",))),
    Remembered("issues_statement_joint_parties", lookups=(("statement_id",),)),
    Remembered("issues_appearance", lookups=(("statement_id",), ("capture_id",))),
    Remembered("issues_link", recorded="recorded_at", lookups=(("issue_id", "state"), ("statement_id",))),
    Remembered("issues_pledge", recorded="recorded_at", lookups=(("statement_id",), ("outcome",))),
    Remembered("issues_statuschange", recorded="recorded_at", lookups=(("issue_id",),)),
    Remembered("issues_shift", recorded="recorded_at", lookups=(("issue_id",),)),
    Remembered("issues_evidence", lookups=(("status_change_id",), ("statement_id",))),
)

# What is only ever added to is seen as it is, up to the moment. A poll that still ran then, runs.
POLL_RUNS = f"""
CREATE VIEW as_of.issues_pollrun AS
SELECT id, source_id, started_at, CASE WHEN finished_at < {MOMENT} THEN finished_at END AS finished_at,
    CASE WHEN finished_at < {MOMENT} THEN outcome ELSE 'running'::varchar END AS outcome,
    CASE WHEN finished_at < {MOMENT} THEN http_status END AS http_status,
    CASE WHEN finished_at < {MOMENT} THEN entries_seen ELSE 0 END AS entries_seen,
    CASE WHEN finished_at < {MOMENT} THEN documents_new ELSE 0 END AS documents_new,
    CASE WHEN finished_at < {MOMENT} THEN error ELSE ''::varchar END AS error
FROM public.issues_pollrun WHERE started_at < {MOMENT}
"""  # noqa: S608  # constants of this module

_COLUMNS = """
SELECT a.attname, a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid)
FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
"""
_EVENTS = """
SELECT table_name FROM information_schema.columns
WHERE table_schema = 'public' AND column_name = 'pgh_created_at' AND table_name LIKE 'issues\\_%'
"""


def forget_views(cursor: Any) -> None:
    """Drop the views, so that columns under them can change. What is past stays."""
    cursor.execute("DROP SCHEMA IF EXISTS as_of CASCADE")


def make_views(cursor: Any) -> None:
    """Make columns, past tables, triggers and views of what the tables are now. Can be run again."""
    forget_views(cursor)
    cursor.execute("CREATE SCHEMA as_of; CREATE SCHEMA IF NOT EXISTS past")
    for each in REMEMBERED:
        cursor.execute("SELECT to_regclass(%s)", [f"public.{each.table}"])
        if cursor.fetchone()[0] is None:
            continue  # a later migration makes it, and calls this again
        _add_known_from(cursor, each)
        cursor.execute(_COLUMNS, [f"public.{each.table}"])
        columns = [row for row in cursor.fetchall() if row[0] != "known_from"]
        _make_past(cursor, each, [name for name, is_generated, _ in columns if not is_generated])
        cursor.execute(_view(each, columns))
    cursor.execute(POLL_RUNS)
    cursor.execute(_EVENTS)
    for (table,) in cursor.fetchall():
        cursor.execute(
            f"CREATE VIEW as_of.{table} AS SELECT * FROM public.{table} WHERE pgh_created_at < {MOMENT}"  # noqa: S608  # names of ours
        )


def _add_known_from(cursor: Any, of: Remembered) -> None:
    cursor.execute(_COLUMNS, [f"public.{of.table}"])
    if "known_from" in {name for name, *_ in cursor.fetchall()}:
        return
    if of.recorded:
        cursor.execute(f"ALTER TABLE public.{of.table} ADD COLUMN known_from timestamptz")
        return
    # Of rows that are there already nobody noted when they came: they were always known.
    cursor.execute(
        f"ALTER TABLE public.{of.table} ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity';"
        f"ALTER TABLE public.{of.table} ALTER COLUMN known_from SET DEFAULT now()"
    )


def _make_past(cursor: Any, of: Remembered, stored: list[str]) -> None:
    """The table of past versions and the trigger that fills it. What is computed is computed again."""
    cursor.execute("SELECT to_regclass(%s)", [f"past.{of.table}"])
    if cursor.fetchone()[0] is None:
        names = ", ".join(map(_quoted, stored))
        cursor.execute(
            f"CREATE TABLE past.{of.table} AS SELECT {names} FROM public.{of.table} WITH NO DATA;"  # noqa: S608
            f"ALTER TABLE past.{of.table} ADD COLUMN known_from timestamptz NOT NULL,"
            " ADD COLUMN known_until timestamptz NOT NULL"
        )
    _follow_columns(cursor, of, stored)
    for lookup in ((of.key,), *of.lookups):
        # With both moments, so that what held at another time is passed over without looking at its row.
        keys, name = ", ".join((*lookup, "known_until", "known_from")), f"{of.table}_{'_'.join(lookup)}"
        cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON past.{of.table} ({keys})")
    cursor.execute(_trigger(of, stored))


def _follow_columns(cursor: Any, of: Remembered, stored: list[str]) -> None:
    """Give the table of past versions the columns that its table was given since, with their defaults."""
    cursor.execute(_COLUMNS, [f"past.{of.table}"])
    held = {name for name, *_ in cursor.fetchall()}
    for name in (name for name in stored if name not in held):
        cursor.execute(
            "SELECT format_type(a.atttypid, a.atttypmod), pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a"
            " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
            " WHERE a.attrelid = %s::regclass AND a.attname = %s",
            [f"public.{of.table}", name],
        )
        kind, default = cursor.fetchone()
        given = f" DEFAULT {default}" if default else ""
        cursor.execute(f"ALTER TABLE past.{of.table} ADD COLUMN {_quoted(name)} {kind}{given}")


def _trigger(of: Remembered, stored: list[str]) -> str:
    """Its name comes after those of the triggers that copy days and names into a row."""
    telling = [name for name in stored if name not in of.silent]
    old, new = (", ".join(f"{row}.{_quoted(name)}" for name in telling) for row in ("OLD", "NEW"))
    names = ", ".join(map(_quoted, stored))
    values = ", ".join(f"OLD.{_quoted(name)}" for name in stored)
    since = f"coalesce(OLD.known_from, OLD.{of.recorded})" if of.recorded else "OLD.known_from"
    return f"""
CREATE OR REPLACE FUNCTION past.remember_{of.table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE past.{of.table};
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        NEW.known_from := OLD.known_from;
        IF ROW({old}) IS NOT DISTINCT FROM ROW({new}) THEN
            RETURN NEW;
        END IF;
        NEW.known_from := greatest(now(), OLD.known_from);
    END IF;
    -- What a transaction makes and changes again was never known.
    IF {since} < now() THEN
        INSERT INTO past.{of.table} ({names}, known_from, known_until) VALUES ({values}, {since}, now());
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER remember BEFORE UPDATE OR DELETE ON public.{of.table}
    FOR EACH ROW EXECUTE FUNCTION past.remember_{of.table}();
CREATE OR REPLACE TRIGGER remember_nothing AFTER TRUNCATE ON public.{of.table}
    FOR EACH STATEMENT EXECUTE FUNCTION past.remember_{of.table}();
"""  # noqa: S608  # names of ours


def _view(of: Remembered, columns: list[tuple[str, bool, str | None]]) -> str:
    def shown(name: str, computed: str | None = None) -> str:
        source = of.silent.get(name) or computed
        return f"{source} AS {_quoted(name)}" if source else _quoted(name)

    names = ", ".join(_quoted(name) for name, *_ in columns)
    live = ", ".join(shown(name) for name, *_ in columns)
    past = ", ".join(shown(name, made if is_generated else None) for name, is_generated, made in columns)
    since = f"coalesce(known_from, {of.recorded})" if of.recorded else "known_from"
    # Says nothing new, as no version is older than its row; but indexes have it and pass the rest over.
    came = f" AND {of.recorded} < {MOMENT}" if of.recorded else ""
    return f"""
CREATE VIEW as_of.{of.table} AS SELECT {names} FROM (
    SELECT {live}, {since} AS known_from, 'infinity'::timestamptz AS known_until FROM public.{of.table}
    UNION ALL
    SELECT {past}, known_from, known_until FROM past.{of.table}
) version WHERE known_from < {MOMENT} AND known_until >= {MOMENT}{came}
"""  # noqa: S608  # names of ours


def _quoted(name: str) -> str:
    return f'"{name}"'
