"""One document being read: from its text to what may be a statement in it, and what is proposed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from issues.reading.calendars import Calendar, day_of_talk
from issues.reading.candidates import Candidate, Setting
from issues.reading.edtf import ImpreciseDate
from issues.reading.gazetteer import Gazetteer
from issues.reading.headline import headline_of
from issues.reading.heads import opening_lines, written_on
from issues.reading.judging import Weighed, judged, with_evidence
from issues.reading.layout import find_paragraphs
from issues.reading.marks import Marks
from issues.reading.ours import own_hits
from issues.reading.pairs import Pair
from issues.reading.passages import PassageReader
from issues.reading.people import People, Sort
from issues.reading.pledges import Pledge, find_plan, find_pledge, signal_of_plan, signal_with
from issues.reading.profile import Profile, describe
from issues.reading.quotes import Utterance
from issues.reading.speaker import Speaker
from issues.reading.speakers import SpeakerFinder
from issues.reading.suggestions import (
    DOMESTIC,
    THRESHOLD,
    Suggestion,
    confidence_of,
    is_scattered,
    reasons_for,
    stands_alone,
)
from issues.reading.talk import Passage, Talk
from issues.reading.talks import Talks
from issues.reading.text_forms import Form
from issues.reading.topics import ENOUGH, find_topics, matter_of_brief
from issues.reading.turns import Role, Turn, find_turns
from issues.reading.voices import Voices
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal, StatementKind

BORNE_OUT = 2  # strong phrases of a text that bear out a faint word of its title
OPENING = 80  # characters in which a list of headlines says that it is one


class Document:
    """One reading in progress."""

    def __init__(
        self,
        text: str,
        gazetteer: Gazetteer,
        title: str | None,
        language: str,
        published: ImpreciseDate | None,
        home: Pair | None,
        outlet_party: str | None,
        ours: str | None,
    ) -> None:
        self.text, self.language, self.published = text, language, published
        self.written = written_on(text, published, language)
        on = published.day if published else None
        self.on: date | None = (
            (self.written and self.written.day) or on or (published.upper if published else None)
        )
        paragraphs = find_paragraphs(text)
        title = title or opening_lines(text, paragraphs)
        self.title = title
        self.marks = Marks(text, gazetteer=gazetteer, language=language, paragraphs=paragraphs)
        title_marks = Marks(title, gazetteer=gazetteer, language=language) if title else None
        title_people = People(title_marks, gazetteer, self.on, state=outlet_party) if title_marks else None
        self.turns = find_turns(text, paragraphs, self.marks.pack, title)
        self.written = self.written or day_of_talk(self.marks, self.turns, self.on, language)
        self.calendar = Calendar(self.marks, language, self.on, published, self.written)
        if ours and not any(turn.role in (Role.ANSWER, Role.QUESTION) for turn in self.turns):
            self.marks.adopt(own_hits(self.marks, ours, paragraphs))
        introduced = title_people.mentions if title_people else ()
        self.people = People(self.marks, gazetteer, self.on, introduced)
        self.named = {hit.code for hit in title_marks.parties} if title_marks else set()
        self.profile: Profile = describe(
            self.marks,
            self.people,
            self.turns,
            title=title_marks,
            title_people=title_people,
            outlet_party=outlet_party,
            home=home,
        )
        self.speakers = SpeakerFinder(
            self.marks, self.people, self.profile, gazetteer, on=self.on, outlet_party=outlet_party
        )
        known = self._known(title_marks, len(title or ""))
        if self.profile.brief and len(known) != 1:
            known = matter_of_brief(self.marks, title_marks, known)
        titled = {match.label.value for match in title_marks.all("form")} if title_marks else set()
        self.domestic = self._is_domestic()
        unlike = self.domestic * (1 + self.profile.brief)  # a short item has less to tell what it is about
        self.threshold = THRESHOLD + DOMESTIC * unlike + bool(titled & {"personnel", "occasion"})
        self.titled = frozenset(titled)
        self.headline = headline_of(title_marks, title_people)
        self.judge = gazetteer.judge if gazetteer.judge and language in gazetteer.judge.thresholds else None
        self.passages = PassageReader(
            self.marks, self.people, on=self.on, language=language, wide=self.judge is not None
        )
        self.talks = Talks(self.marks, self.people, self.profile, known=known, home=home)

    def _known(self, title: Marks | None, length: int) -> frozenset[str]:
        """Return the named categories of the title: told plainly, or hinted at and borne out by the text."""
        topics = find_topics(title, 0, length) if title else []
        strong = Counter(m.label.value for m in self.marks.all("category") if m.label.weight >= ENOUGH)
        return frozenset(
            topic.category
            for topic in topics
            if topic.category != CATEGORY_OTHER_BILATERAL
            and (topic.score >= ENOUGH or strong[topic.category] >= BORNE_OUT)
        )

    def _is_domestic(self) -> bool:
        """Words of tourism, games or courts outnumber those of diplomacy."""
        words = [match.label.value for match in self.marks.all("context")]
        officials = sum(m.sort is Sort.PERSON and bool(m.party) for m in self.people.mentions)
        least = 0 if self.profile.brief else 1
        return words.count("domestic") > max(least, words.count("diplomatic") + officials)

    def candidates(self) -> Iterator[Candidate]:
        """Yield everything that may be a statement, in order of place."""
        if any(match.label.value == "rundown" for match in self.marks.within("form", 0, OPENING)):
            return  # "In this programme: …": a list of other items' headlines
        if "personnel" in self.titled and self.profile.form is Form.STATEMENT:
            return  # what nominees did in their careers is no statement
        voices = Voices(self.marks, self.people, self.profile, named=self.named)
        spoken = [
            (turn, voices.utterances(turn))
            for turn in self.turns
            if turn.role not in (Role.QUESTION, Role.HEADING) and not self._is_title(turn)
        ]
        self.speakers.homes.weigh(utterance for _, utterances in spoken for utterance in utterances)
        talk: Talk | None = None
        for turn, utterances in spoken:
            for utterance in utterances:
                speaker = self.speakers.speaker_of(utterance)
                if speaker is None or not speaker.official:
                    continue
                day = self.calendar.stated_on(utterance, speaker.name, brief=self.profile.brief)
                talk = self.talks.following(talk, turn, utterance, speaker)
                sentences = self.marks.sentences_within(utterance.start, utterance.end)
                for passage in self.passages.read(sentences, talk):
                    candidate = self._candidate(passage, turn, utterance, speaker, day)
                    if candidate.sure:
                        self.talks.note(passage)
                    yield candidate

    def _candidate(
        self, passage: Passage, turn: Turn, utterance: Utterance, speaker: Speaker, day: ImpreciseDate | None
    ) -> Candidate:
        suggestion = self._suggestion(passage, utterance, speaker, day)
        introduces = self._introduces(turn, utterance, passage)
        scenery = self._moves_nothing(utterance, passage)
        sure = not (introduces or scenery or passage.faint) and suggestion.confidence >= self.threshold
        return Candidate(suggestion, passage, utterance, speaker, turn.role, introduces, scenery, sure)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what is proposed: by the judge's word where there is one, else by the rules'."""
        candidates = list(self.candidates())
        if self.judge is not None:
            return judged(self.judge, self.marks, self.people, candidates, self.setting())
        found = tuple(one.suggestion for one in candidates if one.sure)
        if is_scattered(len(self.text), len(found)) and not self.talks.firm:
            return tuple(one for one in found if stands_alone(one))
        return found

    def weighed(self) -> Weighed:
        """Return every candidate with its evidence, for those who fit a judge."""
        return with_evidence(self.marks, self.people, list(self.candidates()), self.setting())

    def setting(self) -> Setting:
        profile = self.profile
        return Setting(
            form=profile.form,
            brief=profile.brief,
            language=self.language,
            length=len(self.text),
            domestic=self.domestic,
            firm=self.talks.firm,
            usual=profile.usual,
            issuer=profile.issuer,
            known=self.talks.known,
            threshold=self.threshold,
            titled=self.titled,
            joint=len(profile.joint),
            headline=self.headline,
            on=self.on,
        )

    def _is_title(self, turn: Turn) -> bool:
        return bool(self.title) and self.text[turn.start : turn.end].strip() == self.title

    def _introduces(self, turn: Turn, utterance: Utterance, passage: Passage) -> bool:
        """ "In an interview X tells …" before the first question says what is to come, not what is."""
        if passage.signal.words or self.profile.form is not Form.TALK or turn.role is not Role.PROSE:
            return False
        general = passage.subject.category == CATEGORY_OTHER_BILATERAL
        announces = general or bool(self.marks.within("form", utterance.start, utterance.end))
        return announces and utterance.kind is StatementKind.REPORTED_SPEECH

    def _moves_nothing(self, utterance: Utterance, passage: Passage) -> bool:
        """A sentence of a short item that nobody says and that tells no act: its scenery."""
        if not utterance.act or self.marks.within("act", passage.start, passage.end):
            return False
        return self.profile.brief and (self.domestic or not passage.signal.words)

    def _owed(self, passage: Passage) -> tuple[Pledge | None, Signal]:
        """Return what is promised, or planned for a day, and the signal of the passage in its light."""
        signal = passage.signal.signal
        promises = any(found.promises for found in passage.signals)
        dated = promises or any(found.awaits for found in passage.signals)
        pledge = find_pledge(self.marks, passage.start, passage.end, dated, self.on, self.language)
        if pledge is not None and pledge.due is not None:
            return pledge, signal_with(pledge, signal, promises=promises)
        ahead = [found.ahead for found in passage.signals if found.ahead]
        plan = find_plan(self.marks, ahead, self.on, self.language)
        if plan is not None and signal_of_plan(signal) is Signal.COMMITMENT:
            return plan, Signal.COMMITMENT
        return (pledge if promises else None), signal

    def _suggestion(
        self, passage: Passage, utterance: Utterance, speaker: Speaker, day: ImpreciseDate | None
    ) -> Suggestion:
        pledge, signal = self._owed(passage)
        question = self.text[slice(*utterance.question)] if utterance.question else ""
        return Suggestion(
            quote=self.text[passage.start : passage.end],
            start=passage.start,
            end=passage.end,
            speaker=speaker.name,
            speaker_role=speaker.role,
            official_key=speaker.key,
            party=speaker.party,
            stated_on=day,
            relationship=passage.pair,
            category=passage.subject.category,
            signal=signal,
            pledge_due=pledge.due if pledge else None,
            pledge_words=pledge.words if pledge else "",
            kind=utterance.kind,
            question=question,
            confidence=confidence_of(passage, speaker, brief=self.profile.brief),
            reasons=tuple(reasons_for(self.text, passage, speaker, pledge)),
        )
