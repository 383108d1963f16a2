"""What kind of text a document is, who speaks in it by default, and which two parties it is about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from issues.reading.allegiance import (
    counterparts,
    framing,
    institution_of,
    is_official,
    own_party,
    party_of_dateline,
    speaking_state,
    titled_institution,
)
from issues.reading.marks import Marks
from issues.reading.pairs import Pair, pair_of
from issues.reading.people import Mention, People, Sort
from issues.reading.quotations import inside_any, quote_spans
from issues.reading.quotes import MIN_QUOTE_WORDS
from issues.reading.turns import Role, Turn

TITLE_WEIGHT = 4
LEAD = 1_500  # characters in which an interview names whom it asks


class Form(StrEnum):
    TALK = "talk"  # interviews, briefings, remarks with labels
    STATEMENT = "statement"
    JOINT = "joint"
    READOUT = "readout"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Profile:
    """The form of a text; principal: who speaks where nobody else is named; issuer: whose text it is."""

    form: Form
    principal: Mention | None
    issuer: str | None
    usual: Pair | None
    joint: tuple[str, ...] = ()
    opens: bool = False  # a talk that its speaker opens: a briefing, a press conference
    institution: str = ""  # whose text it is, where no person speaks
    firm: bool = False  # the title or the two signatories give the usual pair
    place: str | None = None  # the party in whose place a report was written


def describe(
    marks: Marks,
    people: People,
    turns: Sequence[Turn],
    *,
    title: Marks | None,
    title_people: People | None,
    outlet_party: str | None,
    home: Pair | None,
) -> Profile:
    """Return the Profile of a text; title and title_people are the marks of its title."""
    talk = any(turn.role in (Role.ANSWER, Role.QUESTION) for turn in turns)
    framed = framing(people, turns)
    form = Form.TALK if talk else _form(marks, turns, title, framed is not None)
    principal = _principal(form, marks, people, turns, title_people)
    if principal is None and form is Form.STATEMENT and framed is not None and is_official(framed):
        principal = framed
    issuer = (principal.party if principal and principal.party else None) or outlet_party
    if issuer is None:
        issuer = _issuer(form, marks, people, turns, principal, framed, title, title_people)
    counted = _weights(marks, people, title)
    outlets = [*marks.outlets, *(title.outlets if title else [])]
    if form is Form.TALK and issuer and set(counted) <= {issuer}:
        counted.update(outlets[:1])  # "the ambassador told the Korvast Courier" speaks to its country
    joint = _joint_parties(marks, title) if form is Form.JOINT else ()
    usual = pair_of(*joint) if len(joint) == 2 else _usual_pair(counted, issuer, home)
    titled = {hit.code for hit in title.parties} if title else set()
    titled |= {m.party for m in title_people.mentions if m.party} if title_people else set()
    if form is Form.TALK:
        titled |= _named_in_lead(marks, people, turns)
    if form in (Form.ARTICLE, Form.STATEMENT):
        titled |= _named_first(marks, turns)
    unnamed = usual is not None and usual == home and not set(counted) - {issuer}
    firm = usual is not None and (bool(joint) or unnamed or set(usual) - {issuer} <= titled)
    institution = institution_of(framed, title_people, issuer)
    forms = {match.label.value for match in title.all("form")} if title else set()
    opens = form is Form.TALK and principal is not None and bool(forms & {"statement", "remarks"})
    place = party_of_dateline(marks) if form is Form.ARTICLE else None
    return Profile(form, principal, issuer, usual, joint, opens, institution, firm, place)


def _issuer(
    form: Form,
    marks: Marks,
    people: People,
    turns: Sequence[Turn],
    principal: Mention | None,
    framed: Mention | None,
    title: Marks | None,
    title_people: People | None,
) -> str | None:
    """Return the party a text speaks for: its letterhead, its title, its own verbs, at last its traces."""
    if form is not Form.TALK and framed is not None and framed.party:
        return framed.party
    if form in (Form.STATEMENT, Form.READOUT) and principal is None:
        titled = titled_institution(title_people)
        if titled:
            return titled
    titled_after = {hit.code for hit in title.parties} if title else set()
    issuer = speaking_state(marks)
    if issuer and (form is not Form.TALK or issuer not in titled_after):
        return issuer  # the title of a talk names whom it is about
    if form in (Form.ARTICLE, Form.JOINT):
        return None
    return own_party(marks, turns, counterparts(title_people, people, principal), title, people)


def _form(marks: Marks, turns: Sequence[Turn], title: Marks | None, framed: bool) -> Form:
    named = {match.label.value for match in title.all("form")} if title else set()
    if framed:
        named.add("statement")
    for value, form in (("joint", Form.JOINT), ("readout", Form.READOUT)):
        if value in named:
            return form
    if _opens_jointly(marks):
        return Form.JOINT
    if any(match.label.value == "note" for match in marks.within("form", 0, LEAD)):
        return Form.STATEMENT
    own, told, quoted = _voices(marks, turns)
    if named & {"statement", "remarks"} and (own or quoted < 2):
        return Form.STATEMENT
    performs = any(match.label.value == "performs" for match in marks.all("speech"))
    if (own >= 2 and own > told) or (performs and not told and marks.parties):
        return Form.STATEMENT
    return Form.ARTICLE


def _voices(marks: Marks, turns: Sequence[Turn]) -> tuple[int, int, int]:
    """Count the words for "we" outside quotations, the verbs of saying, and the quotations."""
    own = told = quoted = 0
    first_person = marks.pack.words("first_person")
    for turn in turns:
        spans = quote_spans(marks.text, turn.start, turn.end)
        quoted += sum(len(marks.tokens_within(*span)) >= MIN_QUOTE_WORDS for span in spans)
        for index in marks.words_in(turn.start, turn.end, first_person):
            place = marks.tokens.starts[index]
            own += not inside_any(place, spans)
        speech = marks.within("speech", turn.start, turn.end)
        told += sum(match.label.value in ("say", "after") for match in speech)
    return own, told, quoted


def _opens_jointly(marks: Marks) -> bool:
    """ "We, the President of A and the Prime Minister of B, …" in the first sentence."""
    if not marks.sentences:
        return False
    first = marks.sentences[0]
    opening = marks.text[first.start : first.start + 4].casefold().rstrip(", ")
    parties = {hit.code for hit in marks.parties_within(first.start, first.end)}
    return opening in marks.pack.words("joint_openers") and len(parties) > 1


def _principal(
    form: Form, marks: Marks, people: People, turns: Sequence[Turn], title_people: People | None
) -> Mention | None:
    if form is Form.JOINT:
        return None
    if title_people is not None and form is not Form.ARTICLE:
        officials = [m for m in title_people.mentions if is_official(m)]
        if officials:
            told = people.by_name(officials[0].name or "")
            return replace(officials[0], party=officials[0].party or (told.party if told else None))
    if form is Form.READOUT:  # whose readout it is, is told first
        return next((m for m in people.mentions if is_official(m) and m.party), None)
    return _interviewed(marks, people, turns) if form is Form.TALK else None


def _interviewed(marks: Marks, people: People, turns: Sequence[Turn]) -> Mention | None:
    """Return the official of the lead: the one named after "interview with", else the one named most."""
    first_answer = next(
        (turn.start for turn in turns if turn.role is not Role.PROSE and turn.role is not Role.HEADING), LEAD
    )
    lead = [m for m in people.mentions if m.start < max(first_answer, 1) and is_official(m)]
    for match in marks.within("form", 0, first_answer):
        if match.label.value == "interview":
            after = [m for m in lead if 0 <= m.start - match.end < 80]
            if after:
                return after[0]
    times = Counter(m.name for m in lead)
    return max(lead, key=lambda m: (times[m.name], -m.start), default=None)


def _talk_begins(turns: Sequence[Turn]) -> int:
    talk = (turn.start for turn in turns if turn.role in (Role.QUESTION, Role.ANSWER))
    return next(talk, LEAD)


def _named_in_lead(marks: Marks, people: People, turns: Sequence[Turn]) -> set[str]:
    end = _talk_begins(turns)
    named = {hit.code for hit in marks.parties_within(0, end)}
    return named | {m.party for m in people.mentions_within(0, end) if m.party}


def _named_first(marks: Marks, turns: Sequence[Turn]) -> set[str]:
    """Return the parties of an article's first sentence, which says what it is about."""
    prose = next((turn for turn in turns if turn.role is not Role.HEADING), None)
    sentences = marks.sentences_within(prose.start, prose.end)[:1] if prose else []
    return {hit.code for s in sentences for hit in marks.parties_within(s.start, s.end)}


def _weights(marks: Marks, people: People, title: Marks | None) -> Counter[str]:
    counted = Counter(hit.code for hit in marks.parties if not hit.located)
    counted.update(m.party for m in people.mentions if m.sort is Sort.PERSON and m.party)
    for code in {hit.code for hit in title.parties} if title else ():
        counted[code] += TITLE_WEIGHT
    return counted


def _joint_parties(marks: Marks, title: Marks | None) -> tuple[str, ...]:
    named: list[str] = []
    if title:
        named += [hit.code for hit in title.parties if not hit.located]
    if len(set(named)) < 2 and marks.sentences:
        end = marks.sentences[min(2, len(marks.sentences) - 1)].end
        named += [hit.code for hit in marks.parties_within(0, end)]
    return tuple(sorted(dict.fromkeys(named)))[:6]


def _usual_pair(counted: Counter[str], issuer: str | None, home: Pair | None) -> Pair | None:
    """The issuer's dominant counterpart, or the two parties an article names most."""
    others = [(code, times) for code, times in counted.most_common() if code != issuer]
    if home and (issuer is None or issuer in home):
        other = home[1] if issuer == home[0] else home[0]
        if counted[other] and others and counted[other] * 3 >= others[0][1]:
            return home
    if home and issuer in home and not others:
        return home  # a source followed for this pair speaks of "our neighbour"
    total = sum(times for _, times in others)
    if issuer is not None:
        if others and others[0][1] * 5 >= total * 2 and (others[0][1] > 1 or total == 1):
            return pair_of(issuer, others[0][0])
        return None
    if len(others) > 1 and others[1][1] > 1 and (others[0][1] + others[1][1]) * 2 >= total:
        return pair_of(others[0][0], others[1][0])
    return None
