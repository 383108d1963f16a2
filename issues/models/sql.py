"""SQL functions that generated columns and triggers call. Migration 0001 creates them.

Each is immutable and independent of the server's locale, so that its results may be stored.
"""

# First and last day of an EDTF text (see fields.py for the subset). Seasons are those of the
# northern year: 21 spring March–May, 22 summer June–August, 23 autumn September–November,
# 24 winter, December of that year to the end of February of the next.
EDTF_BOUND = """
CREATE FUNCTION edtf_bound(edtf text, is_upper boolean) RETURNS date
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    part text := edtf;
    year_number int;
    month_number int;
    first_month date;
    months int := 1;
BEGIN
    IF strpos(edtf, '/') > 0 THEN
        part := split_part(edtf, '/', CASE WHEN is_upper THEN 2 ELSE 1 END);
    END IF;
    part := rtrim(part, '~?%');
    IF part IS NULL OR part IN ('', '..') THEN
        RETURN NULL;
    END IF;
    IF length(part) = 10 THEN
        RETURN make_date(substr(part, 1, 4)::int, substr(part, 6, 2)::int, substr(part, 9, 2)::int);
    END IF;
    year_number := substr(part, 1, 4)::int;
    IF length(part) = 4 THEN
        first_month := make_date(year_number, 1, 1);
        months := 12;
    ELSE
        month_number := substr(part, 6, 2)::int;
        IF month_number BETWEEN 21 AND 24 THEN
            first_month := make_date(year_number, (month_number - 20) * 3, 1);
            months := 3;
        ELSE
            first_month := make_date(year_number, month_number, 1);
        END IF;
    END IF;
    IF is_upper THEN
        RETURN (first_month + make_interval(months => months))::date - 1;
    END IF;
    RETURN first_month;
END
$$;
CREATE FUNCTION edtf_lower(edtf text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT edtf_bound(edtf, false)';
CREATE FUNCTION edtf_upper(edtf text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT edtf_bound(edtf, true)';
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
