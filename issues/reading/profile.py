"""What kind of text a document is, who speaks in it by default, and which two parties it is about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from issues.reading.allegiance import (
    counterparts,
    framing,
    institution_of,
    is_official,
    joint_parties,
    met_by_another,
    party_of_dateline,
    party_of_lead,
    party_of_place_line,
    sender_of_note,
    speaking_state,
    titled_holder,
    titled_institution,
    titled_together,
)
from issues.reading.briefs import is_brief, pair_of_brief
from issues.reading.doers import Actor, actor_of_title
from issues.reading.marks import Marks
from issues.reading.mentions import surname_of
from issues.reading.pairs import Pair, pair_of
from issues.reading.people import Mention, People, Sort
from issues.reading.sides import own_party
from issues.reading.text_forms import LEAD, Form, form_of, goes_to_somebody, opens_a_letter
from issues.reading.turns import Role, Turn
from issues.reading.usual import usual_pair, weigh_parties

APART = 8  # words of a party between an office on one line and its holder on the next
ANSWERING = 2_000  # characters below "ANSWER" in which who answers is named
OPENS = 40  # characters of a headline in which its speaker stands with the office: "Foreign Minister X: …"


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
    spoken_of: frozenset[str] = frozenset()  # surnames of people the title is on: freed, jailed, no officials
    brief: bool = False  # a short news item, each sentence of which is news
    actor: Actor | None = None  # who acts in the title of one
    roundup: bool = False  # many are quoted, each with a name in front: only officials among them count


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
    if title is not None and goes_to_somebody(title):
        title_people = None
    talk = any(turn.role in (Role.ANSWER, Role.QUESTION) for turn in turns)
    framed = sender_of_note(marks, people) or framing(people, turns)
    form = Form.TALK if talk else form_of(marks, people, turns, title, framed is not None)
    principal = _principal(form, marks, people, turns, title, title_people, outlet_party)
    if principal is None and form is Form.STATEMENT and framed is not None and is_official(framed):
        principal = framed
    if principal and outlet_party and not principal.key and form in (Form.STATEMENT, Form.READOUT):
        principal = replace(principal, party=outlet_party)  # whose site it is, is surer than the words around
    if principal and principal.party is None and form is Form.TALK:
        principal = replace(principal, party=party_of_lead(people, principal, _talk_begins(turns)))
    issuer = (principal.party if principal and principal.party else None) or outlet_party
    if issuer is None:
        issuer = _issuer(form, marks, people, turns, principal, framed, title, title_people)
    counted = weigh_parties(marks, people, title, title_people)
    outlets = [*marks.outlets, *(title.outlets if title else [])]
    if form is Form.TALK and issuer and set(counted) <= {issuer}:
        counted.update(outlets[:1])  # "the ambassador told the Korvast Courier" speaks to its country
    joint = joint_parties(marks, title, people) if form is Form.JOINT else ()
    usual = pair_of(*joint) if len(joint) == 2 else usual_pair(counted, issuer, home)
    brief = form is Form.ARTICLE and is_brief(marks, turns)
    if brief:
        usual = pair_of_brief(marks, people, title, title_people) or usual
    actor = actor_of_title(title, title_people) if brief else None
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
    speaker = principal is not None or titled_institution(title_people) is not None
    opens = form is Form.TALK and speaker and bool(forms & {"statement", "remarks"})
    place = party_of_dateline(marks) if form is Form.ARTICLE else None
    spoken_of = frozenset(surname_of(m) for m in _private(title, title_people))
    shown = (spoken_of, brief, actor, any(turn.quoted for turn in turns))
    return Profile(form, principal, issuer, usual, joint, opens, institution, firm, place, *shown)


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
    if form in (Form.STATEMENT, Form.READOUT, Form.TALK) and principal is None:
        titled = titled_institution(title_people)
        if titled:
            return titled
    titled_after = {hit.code for hit in title.parties} if title else set()
    issuer = speaking_state(marks, people)
    if issuer and (form is not Form.TALK or issuer not in titled_after):
        return issuer  # the title of a talk names whom it is about
    if form in (Form.ARTICLE, Form.JOINT):
        return None
    others = set() if _is_unnamed(marks, turns) else counterparts(title_people, people, principal)
    return party_of_place_line(marks, title_people) or own_party(marks, turns, others, title, people)


def _principal(
    form: Form,
    marks: Marks,
    people: People,
    turns: Sequence[Turn],
    title: Marks | None,
    title_people: People | None,
    outlet_party: str | None,
) -> Mention | None:
    if form is Form.JOINT:
        return None
    met: set[str | None] = set()
    if title_people is not None and form is not Form.ARTICLE:
        officials = [
            m
            for m in title_people.mentions
            if is_official(m) and not _is_topic(title, m) and not _is_addressed(title, m)
        ]
        if form is Form.TALK and outlet_party and _is_unnamed(marks, turns):
            officials = [
                m for m in officials if m.party in (None, outlet_party)
            ]  # "previewing the visit of X"
        met = met_by_another(title, title_people) if title and form is Form.READOUT else set()
        officials = [m for m in officials if m.name not in met]
        forms = {match.label.value for match in title.all("form")} if title else set()
        if "release" in forms or (form is Form.STATEMENT and titled_together(title_people)):
            return None
        passed_on = form is Form.READOUT and "statement" in forms  # "Statement of X on the call of Y with Z"
        plain = forms or form is not Form.STATEMENT or (officials and officials[0].start <= OPENS)
        if officials and plain and not passed_on:
            told = people.by_name(officials[0].name or "")
            return replace(officials[0], party=officials[0].party or (told.party if told else None))
    if form is Form.READOUT:  # whose readout it is, is told first
        ours = [m for m in people.mentions if is_official(m) and m.party and outlet_party in (None, m.party)]
        ours = [m for m in ours if m.name not in met]
        return next(iter(ours), None)
    if form is not Form.TALK or titled_institution(title_people) or _is_unnamed(marks, turns):
        return None  # "Briefing by the spokesperson of the Ministry of …": by office alone
    return _interviewed(marks, people, turns) or titled_holder(title_people)


def _is_unnamed(marks: Marks, turns: Sequence[Turn]) -> bool:
    """ "SENIOR ADMINISTRATION OFFICIAL:" answers: whoever else is named is only spoken of."""
    unnamed = marks.pack.words("unnamed_labels")
    return any(turn.label and unnamed & set(turn.label.casefold().split()) for turn in turns)


def _private(title: Marks | None, title_people: People | None) -> list[Mention]:
    """Return people of no office whom a title is on: "Remarks on the Release of Ann Lee"."""
    if title is None or title_people is None:
        return []
    words = title.pack.words("topic_prepositions") | title.pack.words("linking")
    persons = [m for m in title_people.mentions if m.sort is Sort.PERSON and not (m.key or m.role or m.party)]
    return [m for m in persons if m.first and title.tokens.norms[m.first - 1] in words]


def _is_topic(title: Marks | None, mention: Mention) -> bool:
    """ "Press gaggle on Director X's trip", "Call on the visit of Director X": X is what it is on."""
    if title is None:
        return False
    about, by = title.pack.words("topic_prepositions"), title.pack.words("authorship")
    for index in range(mention.first - 1, -1, -1):
        norm = title.tokens.norms[index]
        gap = title.text[title.tokens.ends[index] : title.tokens.starts[index + 1]]
        if norm in by or ":" in gap or "\n" in gap:
            return False
        if norm in about:
            return index == mention.first - 1 or index > 0
    return False


def _is_addressed(title: Marks | None, mention: Mention) -> bool:
    """ "Letter to the Speaker": whoever it goes to does not write it."""
    if title is None or not opens_a_letter(title):
        return False
    articles, index = title.pack.words("articles"), mention.first - 1
    while index > 0 and title.tokens.norms[index] in articles:
        index -= 1
    return index > 0 and title.tokens.norms[index] in title.pack.words("posted")


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
    answering = max(lead, key=lambda m: (times[m.name], -m.start), default=None)
    return answering or _answering(marks, people, turns)


def _answering(marks: Marks, people: People, turns: Sequence[Turn]) -> Mention | None:
    """ "ANSWER / THE MINISTER OF STATE / (ANN LEE)": who answers stands on lines of their own below."""
    near = people.mentions_within(_talk_begins(turns), _talk_begins(turns) + ANSWERING)
    for title, person in pairwise(m for m in near if m.sort in (Sort.TITLE, Sort.PERSON)):
        near_by = 0 <= person.first - title.last <= APART
        below = near_by and "\n" in marks.text[title.end : person.start]
        if below and title.sort is Sort.TITLE and person.sort is Sort.PERSON:
            return replace(person, role=title.role, office=title.office, party=title.party)
    return None


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
