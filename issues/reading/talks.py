"""Which talk an utterance belongs to: what was asked, of whom, and what the talk goes on about."""

from collections import Counter

from issues.reading.marks import Marks
from issues.reading.pairs import Focus, Pair
from issues.reading.people import People
from issues.reading.profile import Profile
from issues.reading.quotes import Utterance
from issues.reading.speaker import Speaker
from issues.reading.standing import count_parties
from issues.reading.talk import Passage, Talk
from issues.reading.text_forms import Form
from issues.reading.topics import ENOUGH, find_topics
from issues.reading.turns import Role, Turn
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal

FEARED = (Signal.SETBACK, Signal.SUSPENDED, Signal.THREAT)  # a "no" to these is no standstill
MANY = 3  # parties besides the usual two in a talk that is on the world at large
DENSE = 700  # characters of a talk on parties that name one of them at least once
OFTEN = 6  # times that party must be named
DWELLS = 0.6  # share of the named parties that is the one the talk is about
TALKED_OF, FOLLOWED = 0.6, 0.5  # how surely a passage without parties is about the pair of the talk


class Talks:
    """Keeps the talks of one document; known are the categories its title names."""

    def __init__(
        self, marks: Marks, people: People, profile: Profile, *, known: frozenset[str], home: Pair | None
    ) -> None:
        self.marks, self.people, self.profile = marks, people, profile
        self.known, self.home = known, home
        self.topic_pairs: dict[str, Pair] = {}
        self.pairs: Counter[Pair] = Counter()
        self.firm = profile.firm or self._dwells()
        others = {hit.code for hit in marks.parties} - set(profile.usual or ())
        self.loose = profile.form is Form.TALK and not self.firm and len(others) > MANY

    def _dwells(self) -> bool:
        """The talk comes back to one party again and again: it is about that pair, whatever it is called."""
        named = Counter(hit.code for hit in self.marks.parties if not hit.located)
        usual = self.profile.usual or ()
        others = sum(count for code, count in named.items() if code != self.profile.issuer)
        counterpart = max((named[code] for code in usual if code != self.profile.issuer), default=0)
        often = others * DENSE >= len(self.marks.text)
        return self.profile.form is Form.TALK and often and counterpart >= max(OFTEN, DWELLS * others)

    def note(self, passage: Passage) -> None:
        """Count the pair of a passage that was proposed: the pair of most is the pair of the talk."""
        if passage.pair:
            self.pairs[passage.pair] += 1

    def following(self, talk: Talk | None, turn: Turn, utterance: Utterance, speaker: Speaker) -> Talk:
        """An answer begins anew; an article goes on with its matter when the speaker changes."""
        party = _single(speaker.party)
        if self.profile.form is Form.JOINT and talk is not None and turn.start > talk.began:
            fresh = self._talk(utterance, speaker)
            fresh.carried = next(iter(self.known)) if len(self.known) == 1 else None
            fresh.since = 0 if fresh.carried else fresh.since
            fresh.began = turn.start
            return fresh
        if talk is None or (turn.role is Role.ANSWER and (turn.opens or talk.focus.speaker != party)):
            fresh = self._talk(utterance, speaker)
            if talk is not None and not utterance.question and not talk.asked:
                fresh.carried, fresh.since = talk.carried, talk.since  # a second briefer goes on
            return fresh
        if talk.focus.speaker != party:
            following = self._talk(utterance, speaker)
            following.carried, following.since = talk.carried, talk.since
            following.focus.last = talk.focus.last
            if talk.focus.last and (party is None or party in talk.focus.last):
                following.focus.carried = talk.focus.last
            return following
        return talk

    def _talk(self, utterance: Utterance, speaker: Speaker) -> Talk:
        usual, firm = self.profile.usual, self.firm
        focus = Focus(speaker=_single(speaker.party), usual=usual, firm=firm, topic_pairs=self.topic_pairs)
        focus.loose = self.loose
        focus.issued = self.profile.form in (Form.STATEMENT, Form.JOINT)
        focus.told = self.profile.form in (Form.READOUT, Form.JOINT)
        if usual is not None and self.pairs[usual] * 2 > self.pairs.total() > 1:
            focus.usual_sure = TALKED_OF
        elif usual is not None and usual == self.home:
            focus.usual_sure = FOLLOWED
        if self.profile.form is Form.JOINT and len(self.profile.joint) == 2:
            focus.joint = usual
        if len(self.profile.joint) > 2:
            focus.several = frozenset(self.profile.joint)
        if self.profile.brief:
            focus.carried, focus.carried_sure = usual, 0.8
        asked: tuple[str, ...] = ()
        wanted: Signal | None = None
        if utterance.question:
            start, end = utterance.question
            feared = {match.label.value for match in self.marks.within("signal", start, end)}
            wanted = next((signal for signal in FEARED if signal in feared), None)
            mentions = self.people.mentions_within(start, end)
            focus.asked = count_parties(self.marks, mentions, start, end)
            focus.asked_elsewhere = bool(self.marks.words_in(start, end, self.marks.pack.words("regions")))
            asked = self._asked_categories(start, end, focus)
        talk = Talk(focus, asked, self.known, wanted=wanted)
        if self.profile.brief and len(self.known) == 1:
            talk.told = talk.carried = next(iter(self.known))
            talk.since = 0
        return talk

    def _asked_categories(self, start: int, end: int, focus: Focus) -> tuple[str, ...]:
        """What a question is about, weightiest first; a hint of a named category is enough."""
        bilateral = focus.firm or (focus.speaker is not None and set(focus.asked) - {focus.speaker})
        topics = find_topics(self.marks, start, end)
        named = [t for t in topics if t.category != CATEGORY_OTHER_BILATERAL]
        strong = [t for t in topics if t.score >= ENOUGH and (bilateral or t in named)]
        faint = named or (topics if bilateral else [])
        chosen = strong or faint
        general = max((t.score for t in chosen if t not in named), default=0.0)
        return tuple(
            t.category
            for t in sorted(chosen, key=lambda t: (t not in named or t.score * 2 < general, -t.score))
        )


def _single(party: str | None) -> str | None:
    return None if party is None or "+" in party else party
