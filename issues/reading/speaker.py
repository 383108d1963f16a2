"""Somebody who speaks: the person or institution behind an utterance."""

from dataclasses import dataclass

Place = tuple[str, int | None, int | None]  # the words that tell who, and where they stand


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source: name is None for institutions, anonymous officials and joint texts.

    sure is 0..1; words, start and end show where the text says so; party may be "A+B".
    """

    name: str | None
    role: str
    key: str | None
    party: str | None
    sure: float
    note: str
    words: str = ""
    start: int | None = None
    end: int | None = None
    namesakes: tuple[str, ...] = ()

    @property
    def official(self) -> bool:
        return bool(self.key or self.role or self.party)
