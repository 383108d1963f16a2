"""Who is to do what is promised: the speaker's own side, both sides, or another."""

from collections.abc import Callable

from issues.reading.forms import Form, form_of
from issues.reading.marks import Marks, PartyHit

OURS_REACH = 6  # words before an auxiliary in which "our" makes the subject ours
REACH = 6  # words before a verb in which its subject is looked for


def is_idle(marks: Marks, index: int) -> bool:
    """ "Will need", "will see if": what does nothing; "will see the detainees" does."""
    words, norms = marks.pack.words, marks.tokens.norms
    word, behind = [*norms[index : index + 2], "", ""][:2]
    if word not in words("not_promised"):
        return False
    objects = words("articles") | words("possessives") | words("determiners")
    done = form_of(behind, marks.pack) in (Form.PAST, Form.PASSIVE)  # "will have moved"
    return word not in words("not_idle") or not (behind in objects or done)


class Agents:
    """Asks who acts in one sentence [start, end), said by speaker (a code, "A+B", or None)."""

    def __init__(self, marks: Marks, start: int, end: int, speaker: str | None) -> None:
        self._marks, self._start, self._end = marks, start, end
        self._pack, self._norms = marks.pack, marks.tokens.norms
        self._low = marks.tokens.at_or_after(start)
        self._prefixes = tuple(marks.pack.words("perfective_prefixes"))
        self._own = frozenset(speaker.split("+")) if speaker else frozenset()
        named = [hit for hit in marks.parties_within(start, end) if hit.base and not hit.located]
        self._named = {hit.last: hit for hit in named}
        self._subjects = {hit.last for hit in self._named.values() if hit.sort == "name"}
        for kind in ("group", "institution"):
            self._subjects |= {match.last for match in marks.within(kind, start, end)}

    def own(self, subject: int) -> bool:
        """Tell whether the subject that ends at a token is no other side's."""
        for index in range(subject, max(self._low, subject - REACH) - 1, -1):
            end = self._marks.tokens.ends[index]
            if index < subject and self._marks.text[end : end + 1] in tuple(",;:，；：،؛"):
                return True  # the subject stands further off
            word = self._norms[index]
            if word in self._pack.words("promisers") or word in self._pack.words("first_person"):
                return True
            hit = self._named.get(index + 1)
            if hit is not None and not self._of_others(hit):
                return not self._own or hit.code in self._own or self._joined(hit)
        return True

    def _of_others(self, hit: PartyHit) -> bool:
        """ "The restrictions on Freedonian timber will be lifted": by whom, it does not say."""
        before = self._norms[hit.first - 1] if hit.first > self._low else ""
        joined = before in self._pack.words("conjunctions")
        return hit.sort != "name" and not joined and before in self._pack.words("prepositions")

    def _joined(self, hit: PartyHit) -> bool:
        """ "Freedonia and Sylvania will …", said by the one or the other."""
        joined = hit.first > self._low and self._norms[hit.first - 1] in self._pack.words("conjunctions")
        before = self._named.get(hit.first - 1) if joined else None
        return before is not None and before.code in self._own

    def inanimate(self, subject: int) -> bool:
        """ "This step will deepen …": nobody promises."""
        return self._low <= subject and self._norms[subject] in self._pack.words("inanimate")

    def says_will(self, hoped: Callable[[int], bool]) -> bool:
        """ "We will …", "Freedonia shall …", "the sides will …": the subject right before the auxiliary.

        hoped tells whether the word at an index is only hoped for.
        """
        pack, norms = self._pack, self._norms
        for index in self._words("future_auxiliaries"):
            if hoped(index):
                continue
            following = norms[index + 1] if index + 1 < len(norms) else ""
            if is_idle(self._marks, index + 1):
                continue
            told = self._promises(index) or norms[index] in pack.words("solemn") or self._will_be_done(index)
            if told and following not in pack.words("negations") and self.own(index - 1):
                return True
        if self._is_going_to():
            return True
        if self._prefixes:
            spoken = self._marks.tokens_within(self._start, self._end)
            if any(self._acts_ahead(index) and not hoped(index) for index in spoken):
                return True
        if any(self._reported(index) for index in self._words("reported_future")):
            return bool(self._marks.within("speech", self._start, self._end))  # "X said that Y would …"
        return bool(self._words("contracted_promises"))

    def _is_going_to(self) -> bool:
        """ "Our section is going to …", with nothing hollow ("going to need") behind it."""
        pack, norms = self._pack, self._norms
        for match in self._marks.within("mood", self._start, self._end):
            if match.label.value != "will" or norms[match.first] != "going":
                continue
            index = match.first
            while index > self._low and norms[index - 1] in pack.words("finite_helpers"):
                index -= 1
            denied = norms[match.first - 1] in pack.words("negations")
            if self._promises(index) and not denied and not is_idle(self._marks, match.last):
                return True
        return False

    def says_will_not(self) -> bool:
        """ "We will not …", "Freedonia won't …"."""
        norms, negations = self._norms, self._pack.words("negations")
        for index in self._words("future_auxiliaries"):
            following = norms[index + 1] if index + 1 < len(norms) else ""
            if self._promises(index) and following in negations and self.own(index - 1):
                return True
        return any(self._promises(index) for index in self._words("contracted_refusals"))

    def _acts_ahead(self, index: int) -> bool:
        """«Фридония проведёт …»: a perfective verb whose ending says that it is still to come."""
        word = self._norms[index]
        if not word.startswith(self._prefixes) or form_of(word, self._pack) is not Form.FUTURE:
            return False
        denied = index > self._low and self._norms[index - 1] in self._pack.words("negations")
        return not denied and self._promises(index) and self.own(index - 1)

    def _reported(self, index: int) -> bool:
        return index in self._subjects or (
            index > self._low and self._norms[index - 1] in self._pack.words("reported_subjects")
        )

    def _words(self, name: str) -> list[int]:
        return self._marks.words_in(self._start, self._end, self._pack.words(name))

    def _promises(self, index: int) -> bool:
        if index in self._subjects:
            return True
        if index <= self._low:
            return False
        before = self._norms[max(self._low, index - OURS_REACH) : index]
        ours = self._pack.words("own_side")
        return before[-1] in self._pack.words("promisers") or any(word in ours for word in before)

    def _will_be_done(self, index: int) -> bool:
        """ "… will be reviewed", "будет пересмотрено": what is done by somebody, not what happens."""
        norms, pack = self._norms, self._pack
        copulas = pack.words("copulas")
        if copulas:
            index += 1
            if index >= len(norms) or norms[index] not in copulas:
                return False
        following = norms[index + 1] if index + 1 < len(norms) else ""
        return following.endswith(tuple(pack.words("passive_endings"))) and len(following) > 4
