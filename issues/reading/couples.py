"""Two parties in one order, and which two can have no matter with each other."""

Pair = tuple[str, str]

# Territories that ISO 3166 lists by themselves, and the state they belong to: no party to it.
_BELONGS = {
    **dict.fromkeys(("AS", "GU", "MP", "PR", "UM", "VI"), "US"),
    **dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"), "FR"),
    **dict.fromkeys(("AI", "BM", "FK", "GG", "GI", "GS", "IM", "IO", "JE", "KY", "MS", "PN", "SH"), "GB"),
    **dict.fromkeys(("TC", "VG"), "GB"),
    **dict.fromkeys(("AW", "BQ", "CW", "SX"), "NL"),
    **dict.fromkeys(("CC", "CX", "HM", "NF"), "AU"),
    **dict.fromkeys(("TK",), "NZ"),
    **dict.fromkeys(("BV", "SJ"), "NO"),
    **dict.fromkeys(("HK", "MO"), "CN"),
    "AX": "FI",
}


def pair_of(one: str, other: str) -> Pair | None:
    """Return two codes in canonical order, None for a party with itself or with its own territory."""
    if one == other or _BELONGS.get(one) == other or _BELONGS.get(other) == one:
        return None
    return (one, other) if one < other else (other, one)
