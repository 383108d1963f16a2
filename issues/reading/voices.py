"""What is uttered in a turn: all of an answer, what prose attributes, what an official text says itself."""

from collections.abc import Collection
from dataclasses import replace

from issues.reading.marks import Marks
from issues.reading.people import People, Sort
from issues.reading.profile import Profile
from issues.reading.quotes import ProseReader, Utterance
from issues.reading.text_forms import Form
from issues.reading.turns import Role, Turn
from issues.vocabulary import StatementKind


class Voices:
    """Reads the turns of one document in order."""

    def __init__(self, marks: Marks, people: People, profile: Profile, *, named: Collection[str]) -> None:
        """named are the parties the text and its title name."""
        self._marks, self._profile = marks, profile
        both = set(profile.usual or ()) <= set(named)
        reports = profile.form is Form.ARTICLE and profile.firm and both
        tells = profile.form is Form.READOUT
        main = profile.principal if tells else None
        brief = profile.brief
        self._prose = ProseReader(marks, people, subjects=tells, reports=reports, main=main, brief=brief)

    def utterances(self, turn: Turn) -> list[Utterance]:
        """Return what is uttered in a turn that is no question and no heading."""
        form = self._profile.form
        if turn.role is Role.ANSWER:
            return [
                Utterance(turn.start, turn.end, StatementKind.DIRECT_QUOTE, None, turn.question, turn.label)
            ]
        told = self._prose.read(turn.start, turn.end)
        if form in (Form.STATEMENT, Form.JOINT):
            others = [] if self._profile.principal else [u for u in told if self._is_of_another(u)]
            return self._official_around(turn, others, whole=not others)
        quoted = any(u.by and u.kind is StatementKind.DIRECT_QUOTE for u in told)
        if self._profile.opens and turn.role is Role.PROSE and not quoted:
            return [Utterance(turn.start, turn.end, StatementKind.DIRECT_QUOTE)]
        if form is not Form.READOUT:
            return told
        official = [replace(u, kind=StatementKind.OFFICIAL_TEXT) for u in told if not u.act]
        return self._official_around(turn, official, whole=False)

    def _official_around(self, turn: Turn, taken: list[Utterance], *, whole: bool) -> list[Utterance]:
        """Return the utterances taken and, as the text's own words, every sentence around them."""
        if whole:
            return [Utterance(turn.start, turn.end, StatementKind.OFFICIAL_TEXT)]
        own = [
            Utterance(s.start, s.end, StatementKind.OFFICIAL_TEXT)
            for s in self._marks.sentences_within(turn.start, turn.end)
            if not any(u.start < s.end and s.start < u.end for u in taken)
        ]
        return sorted([*taken, *own], key=lambda u: u.start)

    def _is_of_another(self, utterance: Utterance) -> bool:
        """ "The Ministry of Freedonia announced that …" in the statement of somebody else."""
        by = utterance.by
        if by is None or by.mention.party is None or by.mention.party == self._profile.issuer:
            return False
        mention, reports = by.mention, self._marks.pack.words("reports")
        says = self._marks.words_in(by.start, by.end, reports)
        named = mention.sort is Sort.PERSON or (
            mention.sort is Sort.INSTITUTION
            and bool(self._marks.within("institution", mention.start, mention.end))
        )
        return bool(says) and named
