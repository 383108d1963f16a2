"""When something was said or done: as the words around it tell, else when the text came out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from issues.reading.attribution import Attribution
from issues.reading.date_pack import Bearing
from issues.reading.dates import find_dates
from issues.reading.edtf import ImpreciseDate
from issues.reading.marks import Marks
from issues.reading.quotes import Utterance
from issues.reading.turns import Role, Turn
from issues.vocabulary import DateOrigin

MONTH, YEAR = timedelta(days=32), timedelta(days=366)
_CLAUSE = re.compile(r"[,;:]|\bthat\b")
HEAD, BEFORE = 40, 6  # characters from the head of a sentence to who speaks; from a day to them
REACH, GAP = 30, 12  # characters after a verb of saying in which it may be dated
SAID_BEFORE = timedelta(days=31)
OF_LATE = timedelta(days=4)  # a day so long ago is that of all that the speaker says in the text


@dataclass(frozen=True, slots=True)
class Calendar:
    """Dates the utterances of one text, in their order.

    on is the day its words count from, written its dateline's or that of the talk; days holds the day of
    each speaker so far.
    """

    marks: Marks
    language: str
    on: date | None
    published: ImpreciseDate | None
    written: ImpreciseDate | None
    days: dict[str, ImpreciseDate] = field(default_factory=dict)

    def stated_on(self, utterance: Utterance, speaker: str | None, *, brief: bool) -> ImpreciseDate | None:
        """The day named right after the verb of saying ("said on Friday"), else the publication's.

        What speakers say after that without a day, they said on the same. brief: the text is a short item
        of news, whose acts are dated by their own sentence.
        """
        if self.published is None:
            return None
        named = self._done_on(utterance) if brief and utterance.act else None
        if named is None:
            named = self._said_on(utterance)
            if named and named.day and speaker and self.on and self.on - named.day <= OF_LATE:
                self.days.setdefault(speaker, named)
        named = named or (self.days.get(speaker) if speaker else None) or self.written
        return named or replace(self.published, origin=DateOrigin.PUBLICATION)

    def _said_on(self, utterance: Utterance) -> ImpreciseDate | None:
        if utterance.by is None or self.on is None:
            return None
        after = self.marks.text[utterance.by.end : utterance.by.end + REACH]
        after = _CLAUSE.split(after, maxsplit=1)[0]  # what is said has days of its own
        for found in find_dates(after, anchor=self.on, language=self.language)[:1]:
            day = found.date.day if found.date else None
            if day and found.start <= GAP and self.on - SAID_BEFORE <= day <= self.on:
                return found.date
        return self._day_before(utterance.by, self.on)

    def _day_before(self, by: Attribution, on: date) -> ImpreciseDate | None:
        """ "On Monday, the ministry said": the day right before who speaks, at the head of the sentence."""
        sentence = self.marks.sentences[self.marks.sentence_at(by.start)]
        subject = self.marks.tokens.starts[by.mention.first]
        if not sentence.start < subject <= min(by.start, sentence.start + HEAD):
            return None
        head = self.marks.text[sentence.start : subject]
        for found in find_dates(head, anchor=on, language=self.language):
            day = found.date.day if found.date else None
            near = sentence.start + found.end >= subject - BEFORE
            if day and near and on - SAID_BEFORE <= day <= on:
                return found.date
        return None

    def _done_on(self, utterance: Utterance) -> ImpreciseDate | None:
        """The day or month before the publication in which a sentence says that an act was done."""
        sentence = self.marks.text[utterance.start : utterance.end]
        for found in find_dates(sentence, anchor=self.on, language=self.language):
            named = found.date
            if named is None or found.bearing is not Bearing.AT or found.ahead or self.on is None:
                continue
            if named.lower and named.upper and named.lower <= self.on and named.upper - named.lower < MONTH:
                return named if self.on - named.lower < YEAR else None
        return None


def day_of_talk(marks: Marks, turns: Sequence[Turn], on: date | None, language: str) -> ImpreciseDate | None:
    """Return the day that the lead of an interview gives it: "She spoke to us on Saturday"."""
    first = next((turn.start for turn in turns if turn.role in (Role.QUESTION, Role.ANSWER)), 0)
    for sentence in marks.sentences_within(0, first) if on else ():
        if not marks.words_in(sentence.start, sentence.end, marks.pack.words("conversing")):
            continue
        for found in find_dates(marks.text[sentence.start : sentence.end], anchor=on, language=language):
            day = found.date.day if found.date else None
            if day and on and found.bearing is Bearing.AT and timedelta(0) <= on - day <= SAID_BEFORE:
                return found.date
    return None
