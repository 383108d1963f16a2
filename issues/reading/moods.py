"""Whether an act is done, ahead, wished for, demanded, offered …, and whether it is denied.

English shows it by what stands before the verb ("will be released", "call on them to release"), Russian
also by the verb's ending. The endings and the governing words are data of the language pack.
"""

from issues.reading.acts import Act
from issues.reading.forms import Form, form_of
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.mood import Mood, Situation

REACH = 12  # words in which a governing word stands before what it governs
TEMPORAL_REACH = 5
_INTRANSITIVE = frozenset({"resumes", "opens", "ends", "closes", "improves", "holds", "homes"})
_TO_PEOPLE = frozenset({"detains", "frees"})
_BREAKS = ";:—("
_FROM_OUTSIDE = frozenset({Mood.WISHES, Mood.OBLIGES, Mood.OFFERS, Mood.MAY, Mood.REFUSES})


class MoodReader:
    """Reads the moods of acts in one sentence [start, end)."""

    def __init__(self, marks: Marks, start: int, end: int) -> None:
        self._marks, self._norms = marks, marks.tokens.norms
        self._low = marks.tokens.at_or_after(start)
        self._pack = marks.pack
        self._governors = marks.within("mood", start, end)
        conditions = [m for m in self._governors if m.label.value == Mood.IF]
        self.conditional = bool(conditions)
        self._supposed = [(m.first, self._clause_end(m.last, end)) for m in conditions]

    def supposed(self, index: int) -> bool:
        """Tell whether a token stands in the clause of an "if"."""
        return any(first <= index < last for first, last in self._supposed)

    def plans(self) -> list[Match]:
        """What is planned or undertaken, whatever it is."""
        return [m for m in self._governors if m.label.value == Mood.PLANS and not self.supposed(m.first)]

    def _clause_end(self, index: int, end: int) -> int:
        tokens = self._marks.tokens
        while index < len(tokens) and tokens.starts[index] < end:
            if tokens.text[tokens.ends[index - 1] : tokens.starts[index]].strip(" \n\"'“”"):
                return index
            index += 1
        return index

    def situation(self, act: Act) -> Situation:
        form = form_of(self._norms[act.head], self._pack)
        subject, negated, helped = self._verb_chain(act.head)
        if form in (Form.BASE, Form.PRESENT) and (
            self._is_noun(act) or (helped and not self._is_plain(act.head - 1))
        ):
            form = Form.NOUN
        governor = None
        if form not in (Form.NOUN, Form.ATTRIBUTE):
            ends = (self._ending_at(last) for last in range(act.head, subject, -1))
            governor = next((match for match in ends if match), None)
        if governor is None and not (form is Form.PAST and (helped or self._finite(act, subject))):
            governor = self._nearest(act.head) if self._is_governed(form, subject) else None
        governor = self._that_before(governor.first if governor else act.head) or governor
        if governor is not None:
            denied = self._denied(min(governor.first, act.first), act.head, around=3, apart=governor)
            return Situation(self._mood(governor), denied, governor, governor.first - 1)
        mood = self._ungoverned(act, form, subject, helped)
        negated = negated or self._denied(act.first, act.head, around=3)
        present = form is Form.PRESENT or (form in (Form.BASE, Form.GERUND) and mood is Mood.DONE)
        return Situation(mood, negated, None, subject, present)

    def _mood(self, governor: Match) -> Mood:
        """What a governing word says; "we would …" is a wish, "he said they would …" lies ahead."""
        mood, first = Mood(governor.label.value), governor.first
        if mood is Mood.HAILS:  # "to secure the release", "will announce the resumption": not yet
            before = self._ending_at(first)
            if self._has(first - 1, first, "infinitives"):
                before = before or self._nearest(first)
                return Mood(before.label.value) if before else Mood.SPOKEN
            return Mood(before.label.value) if before else mood
        if mood is Mood.OFFERS and self._told_to(first):
            return Mood.OBLIGES
        if mood is Mood.WILL and self._norms[first] in self._pack.words("reported_future"):
            own = first > self._low and self._norms[first - 1] in self._pack.words("first_person")
            return Mood.WISHES if own or self.conditional else mood
        return mood

    def _told_to(self, index: int) -> bool:
        """ "They should show that they are ready …", but not "we must say that we are ready …"."""
        outer = self._nearest(index)
        if outer is None or outer.label.value != Mood.OBLIGES:
            return False
        return not self._has(outer.first - 1, outer.first, "first_person")

    def _is_plain(self, index: int) -> bool:
        """The word before a verb leaves it a verb: "do not release", "also release"."""
        return self._norms[index] not in self._pack.words("finite_helpers")

    def _verb_chain(self, head: int) -> tuple[int, bool, bool]:
        """Walk over the auxiliaries and adverbs before a verb: where they end, if denied, if any."""
        chain, negations = self._pack.words("verb_chain"), self._pack.words("negations")
        adverbs = tuple(self._pack.words("adverb_endings"))
        index, negated, helped = head - 1, False, False
        while index >= self._low:
            word = self._norms[index]
            if word in negations and not self._ending_at(index + 1):
                negated = True
            elif word in chain:
                helped = True
            elif not (adverbs and word.endswith(adverbs)):
                break
            index -= 1
        return index, negated, helped

    def _is_noun(self, act: Act) -> bool:
        before = self._norms[act.head - 1] if act.head > self._low else ""
        behind = self._norms[act.last] if act.last < len(self._norms) else ""
        words = self._pack.words
        compound = act.after_thing and act.deed not in _INTRANSITIVE  # "missile launches"
        determined = before in words("articles") | words("possessives") | words("determiners")
        governed = before in words("prepositions") and before not in words("infinitives")
        return compound or determined or governed or behind in words("genitives")

    def _finite(self, act: Act, subject: int) -> bool:
        """ "Valdoria expelled …": a past tense of its own, no attribute and no reduced clause."""
        before = self._norms[subject] if subject >= self._low else ""
        words = self._pack.words
        if before in words("articles") | words("possessives") | words("determiners") | words("prepositions"):
            return False
        if before.isdigit() or (act.deed in _TO_PEOPLE and act.adjoins):
            return False
        return not act.after_thing or act.deed in _INTRANSITIVE

    def _is_governed(self, form: Form, subject: int) -> bool:
        if form in (Form.NOUN, Form.GERUND, Form.INFINITIVE):
            return True
        before = self._norms[subject] if subject >= self._low else ""
        joined = before in self._pack.words("conjunctions") or self._comma_after(subject)
        return before in self._pack.words("infinitives") or (form in (Form.BASE, Form.PASSIVE) and joined)

    def _comma_after(self, index: int) -> bool:
        tokens = self._marks.tokens
        return index >= self._low and tokens.text[tokens.ends[index] : tokens.ends[index] + 1] == ","

    def _ending_at(self, last: int) -> Match | None:
        """The governing word that ends right before a token."""
        ending = [m for m in self._governors if m.last == last]
        return min(ending, key=lambda m: m.first) if ending else None

    def _nearest(self, head: int) -> Match | None:
        """The nearest governing word before, in the same clause."""
        tokens, near = self._marks.tokens, None
        for match in self._governors:
            if match.last > head or head - match.last > REACH or match.label.value == Mood.IF:
                continue
            between = tokens.text[match.end : tokens.starts[head]]
            if any(mark in between for mark in _BREAKS) or self._has(match.last, head, "relatives"):
                continue
            if (
                near is None
                or match.last > near.last
                or (match.last == near.last and match.first < near.first)
            ):
                near = match
        return near

    def _that_before(self, index: int) -> Match | None:
        """ "It is important that flights are resumed", "we hope that they will be freed"."""
        that, near = self._pack.words("reporting"), None
        for match in self._governors:
            of_whom = 2 if match.label.value == Mood.OBLIGES else 0  # "we expect of them that …"
            behind = self._norms[match.last - 1 : match.last + 1 + of_whom]
            leads = match.last < len(self._norms) and any(word in that for word in behind)
            if leads and match.last <= index <= match.last + REACH and match.label.value in _FROM_OUTSIDE:
                near = match
        return near

    def hoped_for(self, index: int) -> bool:
        """ "We hope that …", "the doubt that …": what follows is not told as a fact."""
        outer = self._that_before(index)
        return outer is not None and outer.label.value == Mood.WISHES

    def wanted(self, index: int) -> bool:
        """ "We hope that …", "we expect of them that …": what follows is not told as what will be."""
        outer = self._that_before(index)
        return outer is not None and outer.label.value in (Mood.WISHES, Mood.OBLIGES)

    def governed_by(self, index: int, *moods: Mood) -> bool:
        """Tell whether the nearest governing word before a token is of one of these moods."""
        near = self._nearest(index)
        if near is None or near.label.value not in moods:
            return False
        return "," not in self._marks.text[near.end : self._marks.tokens.starts[index]]

    def _has(self, first: int, last: int, name: str) -> bool:
        listed = self._pack.words(name)
        return any(self._norms[index] in listed for index in range(max(first, self._low), last))

    def _denied(self, first: int, head: int, *, around: int, apart: Match | None = None) -> bool:
        """A negation from a few words before the first word of an act or its governor on, up to the verb.

        What refuses or fails has its own negation in it, which does not count again.
        """
        own = range(0)
        if apart is not None and apart.label.value in (Mood.REFUSES, Mood.FAILS):
            own = range(apart.first, apart.last)
        tokens, negations = self._marks.tokens, self._pack.words("negations")
        if self._pack.words("negative_concord"):  # a negation stands before the verb, wherever the thing is
            first = apart.first if apart is not None else head
        for index in range(head - 1, max(self._low, first - around) - 1, -1):
            if index < first and tokens.text[tokens.ends[index] : tokens.ends[index] + 1] in tuple(
                ",;:—.，；：。،؛"
            ):
                return False
            only = self._norms[index + 1] in self._pack.words("only")
            if self._norms[index] in negations and not only and index not in own:
                return True
        return False

    def _ungoverned(self, act: Act, form: Form, subject: int, helped: bool) -> Mood:
        before = (max(subject, self._low), subject + 1)
        if self._in_background(act.head, subject):
            return Mood.BACKGROUND
        if form is Form.ATTRIBUTE or (form is Form.PAST and not helped and not self._finite(act, subject)):
            return Mood.ATTRIBUTE
        aims = form is Form.BASE and self._has(*before, "infinitives")
        takes_part = form is Form.GERUND and not helped and self._has(*before, "prepositions")
        if form is Form.INFINITIVE or aims or takes_part:
            return Mood.SPOKEN
        acts = act.after_thing and act.deed in _INTRANSITIVE  # "flights resume"
        plain = form is Form.BASE and not helped and not acts and not self._has(*before, "plain_subjects")
        if form is Form.NOUN or plain:
            return Mood.NAMED
        return Mood.WILL if form is Form.FUTURE else Mood.DONE

    def _in_background(self, head: int, subject: int) -> bool:
        """ "… since the treaty lapsed", "who had been held": told of before, not what is said now."""
        tokens, words = self._marks.tokens, self._pack.words
        if self._has(subject, subject + 1, "relative_subjects"):
            return True
        for index in range(head - 1, max(self._low - 1, head - 1 - TEMPORAL_REACH), -1):
            if set(tokens.text[tokens.ends[index] : tokens.starts[index + 1]]) & set(",;:—.(，；：。،؛（"):
                return False
            if self._norms[index] in words("temporal") and self._norms[index] not in words("ongoing"):
                return True
        return False
