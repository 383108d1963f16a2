"""What form a text has: a talk, a statement, a joint text, a readout or an article."""

from collections.abc import Sequence
from enum import StrEnum

from issues.reading.briefs import MAX_BRIEF
from issues.reading.layout import find_dateline
from issues.reading.marks import Marks
from issues.reading.people import People
from issues.reading.quotations import inside_any, quote_spans
from issues.reading.quotes import MIN_QUOTE_WORDS
from issues.reading.turns import Turn

READOUT_LENGTH = 5_000  # characters
GROUPED = 6  # words of a title in which a group of parties and its text are named
LEAD = 1_500  # characters in which a text says what it is and whom it asks


class Form(StrEnum):
    TALK = "talk"  # interviews, briefings, remarks with labels
    STATEMENT = "statement"
    JOINT = "joint"
    READOUT = "readout"
    ARTICLE = "article"


def form_of(marks: Marks, people: People, turns: Sequence[Turn], title: Marks | None, framed: bool) -> Form:
    """Return the form of a text without questions and answers."""
    named = {match.label.value for match in title.all("form")} if title else set()
    if title and opens_a_letter(title):
        return Form.STATEMENT
    if "joint" in named or (title and _is_of_a_group(title)):
        return Form.JOINT
    if "readout" in named or (named == {"encounter"} and _tells_of_a_meeting(marks, turns)):
        return Form.READOUT
    if named == {"statement", "encounter"} and not _voices(marks, turns)[0]:
        return Form.READOUT  # "Statement of the Secretary on the call with …" tells what was said in it
    if _opens_jointly(marks, people):
        return Form.JOINT
    noted = any(match.label.value == "note" for match in marks.within("form", 0, LEAD))
    states = noted or "release" in named or _states(marks, turns, named, framed)
    return Form.STATEMENT if states else Form.ARTICLE


def opens_a_letter(title: Marks) -> bool:
    """ "A Letter to …": one writes it, whatever agreement it is on."""
    return bool(set(title.tokens.norms[:2]) & title.pack.words("letters"))


def _is_of_a_group(title: Marks) -> bool:
    """ "G7 Leaders' Statement on …", "A-B Ministers' Declaration", but not "A Statement"."""
    hits, norms = title.parties, title.tokens.norms
    if not hits or hits[0].first > 1:
        return False
    several = len({hit.code for hit in hits if hit.first <= GROUPED}) > 1
    topic = title.words_in(0, len(title.text), title.pack.words("topic_prepositions"))
    end = min([*topic, hits[0].last + GROUPED, len(norms)])
    words = [word.strip("'’") for word in norms[hits[0].last : end]]
    texts = [i for i, word in enumerate(words) if word in title.pack.words("joint_texts")]
    if not texts or not (several or hits[0].organisation):
        return False
    return texts[0] == 0 or bool(set(words[: texts[0]]) & title.pack.words("joint_authors"))


def goes_to_somebody(title: Marks) -> bool:
    """ "A Letter to the Speaker and the President": whoever a title names then does not write it."""
    return opens_a_letter(title) and bool(set(title.tokens.norms[1:3]) & title.pack.words("posted"))


def _states(marks: Marks, turns: Sequence[Turn], named: set[str], framed: bool) -> bool:
    own, told, quoted = _voices(marks, turns)
    if named & {"statement", "remarks"} and (own or quoted < 2):
        return True
    performs = any(match.label.value == "performs" for match in marks.all("speech"))
    if framed and (own or performs or not told) and (own or quoted < 2):
        return True
    return (own >= 2 and own > told) or (performs and not told and bool(marks.parties))


def _tells_of_a_meeting(marks: Marks, turns: Sequence[Turn]) -> bool:
    """ "The Secretary's Call with …" of an office is short and quotes nobody; a report of it is not so."""
    if len(marks.text) > READOUT_LENGTH or find_dateline(marks.text):
        return False
    return not any(quote_spans(marks.text, turn.start, turn.end) for turn in turns)


def _voices(marks: Marks, turns: Sequence[Turn]) -> tuple[int, int, int]:
    """Count the words for "we" outside quotations, the verbs of saying, and the quotations."""
    own = told = quoted = 0
    first_person = marks.pack.words("first_person")
    # In a short item "our embassy" is how an outlet speaks of its country, not a text's "we".
    ours = marks.adopted if sum(turn.end - turn.start for turn in turns) <= MAX_BRIEF else frozenset()
    for turn in turns:
        spans = quote_spans(marks.text, turn.start, turn.end)
        quoted += sum(len(marks.tokens_within(*span)) >= MIN_QUOTE_WORDS for span in spans)
        for index in marks.words_in(turn.start, turn.end, first_person):
            place = marks.tokens.starts[index]
            own += not inside_any(place, spans) and index not in ours
        speech = marks.within("speech", turn.start, turn.end)
        told += sum(match.label.value in ("say", "after") for match in speech)
    return own, told, quoted


def _opens_jointly(marks: Marks, people: People) -> bool:
    """ "We, the President of A and the Prime Minister of B, …" in the first sentence."""
    if not marks.sentences:
        return False
    first = marks.sentences[0]
    opening = marks.text[first.start : first.start + 4].casefold().rstrip(", ")
    parties = {hit.code for hit in marks.parties_within(first.start, first.end)}
    parties |= {m.party for m in people.mentions_within(first.start, first.end) if m.party}
    return opening in marks.pack.words("joint_openers") and len(parties) > 1
