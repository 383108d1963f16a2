"""SQL functions that generated columns and triggers call. Migration 0001 creates them; a migration
that runs the same text again replaces them after a change.

Each is immutable and independent of the server's locale, so that its results may be stored. A body that
calls another of them is written in the SQL standard's form (RETURN …), which is bound when it is made:
restoring a dump computes the columns with no search path.
"""

# First and last day of an EDTF text (see fields.py for the subset). Seasons are those of the
# northern year: 21 spring March–May, 22 summer June–August, 23 autumn September–November,
# 24 winter, December of that year to the end of February of the next.
# What is no EDTF or no day that exists has no bounds: generated columns are computed before checks,
# and the check constraint is to refuse it with its own sentence. No EXCEPTION block for that, since
# parallel queries allow none.
EDTF_BOUND = """
CREATE OR REPLACE FUNCTION edtf_bound(edtf text, is_upper boolean) RETURNS date
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    part text := edtf;
    year_number int;
    month_number int;
    day_number int;
    first_month date;
    months int := 1;
    bound date;
BEGIN
    IF strpos(edtf, '/') > 0 THEN
        part := split_part(edtf, '/', CASE WHEN is_upper THEN 2 ELSE 1 END);
    END IF;
    IF part IS NULL OR part !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$' THEN
        RETURN NULL;
    END IF;
    part := rtrim(part, '~?%');
    year_number := substr(part, 1, 4)::int;
    IF year_number = 0 THEN
        RETURN NULL;
    END IF;
    IF length(part) = 4 THEN
        first_month := make_date(year_number, 1, 1);
        months := 12;
    ELSE
        month_number := substr(part, 6, 2)::int;
        IF month_number BETWEEN 21 AND 24 AND length(part) = 7 THEN
            first_month := make_date(year_number, (month_number - 20) * 3, 1);
            months := 3;
        ELSIF month_number BETWEEN 1 AND 12 THEN
            first_month := make_date(year_number, month_number, 1);
        ELSE
            RETURN NULL;
        END IF;
    END IF;
    bound := (first_month + make_interval(months => months))::date - 1;
    IF length(part) = 10 THEN
        day_number := substr(part, 9, 2)::int;
        IF day_number NOT BETWEEN 1 AND extract(day FROM bound) THEN
            RETURN NULL;
        END IF;
        RETURN first_month + (day_number - 1);
    END IF;
    IF bound > '9999-12-31' THEN -- the winter of 9999 ends in a year that no date of Python's reaches
        RETURN NULL;
    END IF;
    RETURN CASE WHEN is_upper THEN bound ELSE first_month END;
END
$$;
CREATE OR REPLACE FUNCTION edtf_lower(edtf text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN edtf_bound(edtf, false);
CREATE OR REPLACE FUNCTION edtf_upper(edtf text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN edtf_bound(edtf, true);
"""

EDTF_BOUND_REVERSE = """
DROP FUNCTION edtf_upper(text);
DROP FUNCTION edtf_lower(text);
DROP FUNCTION edtf_bound(text, boolean);
"""

# White space, quotation marks, dashes and stops differ between reprints; letters and digits do not.
TYPESETTING = "'\"«»„“”‚‘’‹›`´-‐‑‒–—―−…,.;:!?()[] \u00a0\u00ad\u2009\u200a\u200b\u202f\ufeff\t\r\n"

QUOTE_SKELETON = """
CREATE FUNCTION quote_skeleton(quote text) RETURNS varchar(32) LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT md5(translate(quote, '{typesetting}', '')) $$;
""".format(typesetting=TYPESETTING.replace("'", "''"))

QUOTE_SKELETON_REVERSE = "DROP FUNCTION quote_skeleton(text);"

# The words that full-text search finds. PostgreSQL's configuration "russian" stems Cyrillic words as
# Russian and Latin ones as English; what is in neither language keeps its words as they stand.
# Positions end and a vector's size is bounded, so that very long texts are searched up to a point.
SEARCH_VECTOR = """
CREATE FUNCTION search_configuration(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN language IN ('en', 'ru', '') THEN 'pg_catalog.russian'::regconfig
    ELSE 'pg_catalog.simple'::regconfig END;
CREATE FUNCTION search_vector(language text, strong text, weak text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(search_configuration(language), left(strong, 150000)), 'A')
    || setweight(to_tsvector(search_configuration(language), left(weak, 150000)), 'B');
"""

SEARCH_VECTOR_REVERSE = """
DROP FUNCTION search_vector(text, text, text);
DROP FUNCTION search_configuration(text);
"""

# The year that the index of words is divided by, so that the newest statements with a word are found
# without fetching the others. What has no day comes before all; the index is not divided further back than
# its first year, nor beyond its last, which are wide enough for what is archived.
UNDATED_PERIOD, FIRST_PERIOD, LAST_PERIOD = 1989, 1990, 2100
SEARCH_PERIOD = f"""
CREATE FUNCTION search_period(day date) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (CASE WHEN day IS NULL THEN {UNDATED_PERIOD}
    ELSE least(greatest(extract(year FROM day)::int, {FIRST_PERIOD}), {LAST_PERIOD}) END)::smallint;
"""

SEARCH_PERIOD_REVERSE = "DROP FUNCTION search_period(date);"

# Names in one alphabet, for comparing them by trigrams: Рябков → ryabkov. One common romanisation;
# the trigrams bear the differences to others.
LATIN_NAME = """
CREATE FUNCTION latin_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(
    replace(replace(replace(replace(replace(replace(replace(replace(
        lower(name),
        'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'),
    'абвгдеёзийклмнопрстуфыэіїєґўьъ''’', 'abvgdeeziyklmnoprstufyeiiegu'
);
"""

LATIN_NAME_REVERSE = "DROP FUNCTION latin_name(text);"

# Who else speaks in a statement stands in a table without a model of its own; its links know whether
# anybody does. The link's own trigger looks again.
JOINT_LINKS = """
CREATE FUNCTION links_follow_joint_voices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE issues_link SET is_joint = TG_OP = 'INSERT'
    WHERE statement_id = coalesce(NEW.statement_id, OLD.statement_id);
    RETURN NULL;
END;
$$;
CREATE TRIGGER links_follow_joint_voices
AFTER INSERT OR DELETE ON issues_statement_joint_parties
FOR EACH ROW EXECUTE FUNCTION links_follow_joint_voices();
"""

JOINT_LINKS_REVERSE = """
DROP TRIGGER links_follow_joint_voices ON issues_statement_joint_parties;
DROP FUNCTION links_follow_joint_voices();
"""
