"""Statements and their links to issues, as rows: accepted, rejected, or awaiting review."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random

from issues.generator.cast import Cast
from issues.generator.decisions import Desk, Said
from issues.generator.plan import Plan
from issues.generator.schedule import ACCEPTED, NO_ISSUE, Schedule
from issues.generator.tables import Joint, Row, Rows, next_id
from issues.generator.utterances import Utterance, Voice
from issues.models import Link, Statement
from issues.vocabulary import Proposer, ReviewState, Signal

STATES = (ReviewState.ACCEPTED.value, ReviewState.SUGGESTED.value, ReviewState.REJECTED.value)
SIGNALS = tuple(signal.value for signal in Signal)
SIGNAL_WEIGHTS = [6 if signal == Signal.POSITION else 1 for signal in Signal]
BY_HAND = 0.15
ON_TWO_ISSUES = 0.06


@dataclass(slots=True)
class Records:
    """Makes rows in `rows`, which is another for each batch; the desk hears of what was accepted."""

    plan: Plan
    schedule: Schedule
    cast: Cast
    desk: Desk
    last: datetime  # nothing is decided after it
    chance: Random
    rows: Rows = field(default_factory=dict)
    _ids: "count[int]" = field(default_factory=lambda: count(next_id(Statement)))

    def add(
        self, place: int, said: Utterance, voice: Voice, pair: int, found: datetime, language: str
    ) -> int:
        """Record the statement at that place of the schedule; returns its number."""
        chance, statement = self.chance, next(self._ids)
        state, issue = int(self.schedule.state[place]), int(self.schedule.issue[place])
        is_accepted = state == ACCEPTED
        accepted = min(found + timedelta(minutes=chance.randint(5, 4000)), self.last) if is_accepted else None
        editor = None if STATES[state] == ReviewState.SUGGESTED else self.cast.editor
        by_hand = is_accepted and chance.random() < BY_HAND
        proposer = Proposer.EDITOR.value if by_hand else Proposer.READER.value
        confidence = 1.0 if by_hand else round(0.5 + 0.5 * chance.random(), 2)
        proposed = STATES[state], proposer, confidence
        decided = found, accepted, editor, None if by_hand else self._decided(state, found, accepted)
        self.rows[Statement].append((
            statement, said.quote, said.kind, language, *_speaker(voice, language), voice.party, pair,
            said.date, said.date_words, said.date_origin, said.question, said.credibility,
            *proposed, "[]" if by_hand else said.speaker_reasons, *decided,
        ))  # fmt: skip
        if said.is_joint:
            _, first, second = next(each for each in self.cast.pairs if each[0] == pair)
            self.rows[Joint].append((statement, second if voice.party == first else first, found))
        if issue != NO_ISSUE:
            signal = Signal.COMMITMENT.value if said.promise else chance.choices(SIGNALS, SIGNAL_WEIGHTS)[0]
            reasons = "[]" if by_hand else said.signal_reasons
            self.rows[Link] += [
                (
                    statement, said.day, voice.party, said.is_joint, self.cast.issues[each], signal,
                    *proposed, reasons, *decided,
                )
                for each in (issue, *(self._also(issue) if is_accepted else ()))
            ]  # fmt: skip
        if accepted:
            self.desk.hear(Said(statement, issue, said.day, accepted, said.promise), chance)
        return statement

    def _decided(self, state: int, found: datetime, accepted: datetime | None) -> datetime | None:
        """When what was proposed was accepted or rejected, the latter the day after; None while it waits."""
        if STATES[state] == ReviewState.SUGGESTED:
            return None
        return accepted or min(found + timedelta(days=1), self.last)

    def _also(self, issue: int) -> tuple[int, ...]:
        """A second issue of the same pair, now and then; never one of the two whose sizes are told."""
        other = issue + self.plan.pairs
        if issue < 2 or other >= self.plan.issues or self.chance.random() > ON_TWO_ISSUES:
            return ()
        return (other,)


def _speaker(voice: Voice, language: str) -> Row:
    """The official, the speaker as described, and the names that search finds."""
    speaker = voice.speaker
    return (speaker.id, "", speaker.names) if speaker else (None, voice.shown(language), "")
