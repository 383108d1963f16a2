"""What may be a statement: a passage with who said it, before it is decided whether to propose it."""

from dataclasses import dataclass
from datetime import date

from issues.reading.headline import Headline
from issues.reading.quotes import Utterance
from issues.reading.speaker import Speaker
from issues.reading.suggestions import Suggestion
from issues.reading.talk import Passage
from issues.reading.text_forms import Form
from issues.reading.turns import Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that says something on a matter, and what the rules hold against it.

    introduces: only announces what a talk is about. moves_nothing: the scenery of a short item.
    sure: the rules would propose it.
    """

    suggestion: Suggestion
    passage: Passage
    utterance: Utterance
    speaker: Speaker
    role: Role
    introduces: bool
    moves_nothing: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """The text a candidate stands in."""

    form: Form
    brief: bool
    language: str
    length: int
    domestic: bool
    firm: bool
    usual: tuple[str, str] | None
    issuer: str | None
    known: frozenset[str]
    threshold: float
    titled: frozenset[str]
    joint: int
    headline: Headline | None = None
    on: date | None = None
