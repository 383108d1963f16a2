"""The classes of deeds that move an issue: how, and the classes of things they can be done to.

A language pack lists the words of each class in its tables [deed] and [thing].
"""

from issues.vocabulary import Signal

ANY = "any"
_MOVEMENT = frozenset({"links", "places", "papers", "access"})
# What a deed of a class signals once it is done, and the classes of things it can be done to.
DEEDS: dict[str, tuple[Signal, frozenset[str]]] = {
    "frees": (Signal.PROGRESS, frozenset({"people"})),
    "homes": (Signal.PROGRESS, frozenset({ANY})),
    "resumes": (Signal.PROGRESS, _MOVEMENT | {"ties", "talks"}),
    "opens": (Signal.PROGRESS, _MOVEMENT | {"ties"}),
    "starts": (Signal.PROGRESS, frozenset({"links", "papers", "ties"})),
    "grants": (Signal.PROGRESS, frozenset({"papers", "access", "property"})),
    "lifts": (Signal.PROGRESS, frozenset({"barriers"})),
    "waives": (Signal.PROGRESS, frozenset({"visas"})),
    "improves": (Signal.PROGRESS, frozenset({"ties", "links"})),
    "detains": (Signal.SETBACK, frozenset({"people", "envoys"})),
    "captures": (Signal.SETBACK, frozenset({ANY})),
    "expels": (Signal.SETBACK, frozenset({"envoys"})),
    "imposes": (Signal.SETBACK, frozenset({"barriers"})),
    "closes": (Signal.SETBACK, frozenset({"links", "places"})),
    "denies": (Signal.SETBACK, frozenset({"papers", "access"})),
    "seizes": (Signal.SETBACK, frozenset({"property", "places"})),
    "breaks": (Signal.SETBACK, frozenset({"pacts", "borders"})),
    "cuts": (Signal.SETBACK, frozenset({"ties"})),
    "trims": (Signal.SETBACK, frozenset({"staff"})),
    "fires": (Signal.SETBACK, frozenset({"weapons"})),
    "halts": (Signal.SUSPENDED, frozenset({"links", "papers", "talks", "pacts"})),
    "cancels": (Signal.SUSPENDED, frozenset({"links", "talks", "pacts"})),
    "suspends": (Signal.SUSPENDED, frozenset({ANY})),
    "quits": (Signal.SUSPENDED, frozenset({"pacts"})),
    "ends": (Signal.LAPSED, frozenset({ANY})),
    "concludes": (Signal.AGREEMENT, frozenset({"pacts"})),
    "agrees": (Signal.AGREEMENT, frozenset({ANY})),
    "prolongs": (Signal.AGREEMENT, frozenset({"pacts"})),
    "widens": (Signal.PROGRESS, _MOVEMENT),
    "holds": (Signal.CONSULTATION, frozenset({"talks"})),
    "discusses": (Signal.CONSULTATION, frozenset({ANY})),
    "keeps": (Signal.IN_FORCE, frozenset({"pacts", "links", "places", "papers"})),
}
THINGS = frozenset(thing for _, wanted in DEEDS.values() for thing in wanted) - {ANY}
