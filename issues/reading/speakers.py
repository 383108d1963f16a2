"""Who speaks: the person or institution behind an utterance, and the office held that day."""

import re
from dataclasses import replace
from datetime import date

from issues.reading.actors import whoever_acts
from issues.reading.counterpart import other_side
from issues.reading.doers import ActorFinder
from issues.reading.gazetteer import Gazetteer
from issues.reading.homes import Homes
from issues.reading.label_kinds import is_heading_alone, is_private, official_of
from issues.reading.marks import Marks
from issues.reading.names import skeleton
from issues.reading.offices import ANONYMOUS
from issues.reading.people import Mention, People, Sort
from issues.reading.profile import Profile
from issues.reading.quotes import Utterance
from issues.reading.speaker import Place, Speaker
from issues.reading.text_forms import Form

_LABEL_NOISE = re.compile(r"[*_#:]+|\([^)]*\)")
INITIALS = 4  # letters of a label's first word that may stand for an office: "SAO ONE"
LABELLED = 0.7  # surety of a speaker known by a label alone


class SpeakerFinder:
    """Finds the Speaker of an utterance in one document."""

    def __init__(
        self,
        marks: Marks,
        people: People,
        profile: Profile,
        gazetteer: Gazetteer,
        *,
        on: date | None,
        outlet_party: str | None,
    ) -> None:
        self._marks, self._people, self._profile = marks, people, profile
        self._gazetteer, self._on, self._outlet_party = gazetteer, on, outlet_party
        self._labels: dict[str, Speaker | None] = {}
        self.homes = Homes(marks)
        self._actors = ActorFinder(marks, people, usual=profile.usual, titled=profile.actor)

    def speaker_of(self, utterance: Utterance) -> Speaker | None:
        """Return who said it; None where nobody who speaks for a party did."""
        if utterance.by is not None:
            return self._attributed(utterance)
        if utterance.act:
            return self._actor(utterance)
        if utterance.label:
            if skeleton(utterance.label.split()[-1]) in self._profile.spoken_of:
                return None
            if utterance.label not in self._labels:
                self._labels[utterance.label] = self._of_label(utterance.label)
            return self._labels[utterance.label]
        return self._default()

    # ------------------------------------------------------------ attributed words

    def _attributed(self, utterance: Utterance) -> Speaker | None:
        by = utterance.by
        mention = by.mention if by else None
        if by is None or mention is None:
            return None
        words = " ".join(self._marks.text[by.start : by.end].split())
        place = (words, by.start, by.end)
        if mention.sort is Sort.GROUP:
            return self._together(mention, place)
        if mention.sort is Sort.PERSON:
            if not (mention.key or mention.role):
                return None
            return self._person(mention, 0.95 if mention.key else 0.8, f"“{words}” names the speaker", place)
        near = self._people.party_near(mention) if mention.sort is not Sort.ANONYMOUS else None
        told = self.homes.party_of(mention) if mention.sort is not Sort.INSTITUTION else None
        own = self._profile.issuer or self._outlet_party or self.homes.by_language(self._profile.usual)
        titled = self._profile.actor.party if self._profile.actor else None
        party = mention.party or near or told or titled or own
        what = "an institution" if mention.sort is Sort.INSTITUTION else "an office"
        note = f"“{words}” names {what}"
        if mention.sort is Sort.ANONYMOUS:
            note = "an official the text does not name"
        return Speaker(None, mention.role, None, party, 0.7 if party else 0.55, note, *place)

    def _together(self, mention: Mention, place: Place) -> Speaker | None:
        pair = self._profile.joint or self._profile.usual
        party = mention.party or ("+".join(pair) if pair else None)
        if self._profile.form is Form.READOUT and self._profile.issuer:
            party = self._profile.issuer
        if party is None:
            return None
        return Speaker(None, mention.role, None, party, 0.7, "both sides together", *place)

    def _person(self, mention: Mention, sure: float, note: str, place: Place) -> Speaker:
        role, party = mention.role, mention.party
        official = self._gazetteer.officials.get(mention.key or "")
        if official is not None:
            tenure = official.office_on(self._on)
            role = tenure.office if tenure else role
            party = (tenure.party if tenure else "") or official.party
        principal = self._profile.principal
        if official is None and principal is not None and principal.name == mention.name:
            party = principal.party or party
        if party is None:
            party = self._side_of(mention)
        if mention.namesakes:
            note += "; also called so: " + ", ".join(mention.namesakes)
        return Speaker(
            mention.name, role, mention.key, party, sure, note, *place, namesakes=mention.namesakes
        )

    def _side_of(self, mention: Mention) -> str | None:
        """Return the party of somebody whose office is told without one: the text's own, the dateline's."""
        profile = self._profile
        if profile.form is Form.ARTICLE:
            return (
                self.homes.party_of(mention)
                or self._outlet_party
                or (profile.actor.party if profile.actor and mention.role else None)
                or ((profile.place or self.homes.by_language(self._profile.usual)) if mention.role else None)
            )
        return other_side(profile, mention) or profile.issuer

    # ------------------------------------------------------------ acts, labels, defaults

    def _actor(self, utterance: Utterance) -> Speaker | None:
        """The party or institution that does a reported act."""
        acts = self._marks.within("act", utterance.start, utterance.end)
        words = " ".join(self._marks.text[acts[0].start : acts[0].end].split()) if acts else ""
        place: Place = (words, acts[0].start, acts[0].end) if acts else ("", None, None)
        limit = acts[0].start if acts else utterance.end
        groups = [m for m in self._people.mentions_within(utterance.start, limit) if m.sort is Sort.GROUP]
        actor = self._actors.find(utterance.start, utterance.end, limit)
        if groups and (actor is None or not actor.institution):
            return self._together(groups[0], place)
        if actor is None:
            if self._profile.brief:
                return Speaker(None, "", None, None, 0.5, "reported act", *place)
            usual, span = self._profile.usual, (utterance.start, utterance.end)
            who = whoever_acts(self._marks, self._people, usual, *span) if utterance.between else None
            return Speaker(None, who[0], None, who[1], 0.5, "reported act", *place) if who else None
        own = None if self._outlet_party else self._profile.issuer  # a paper's state does nothing by that
        party = actor.party or own
        if party is None:
            return None
        note = f"reported act: “{words}”" if words else actor.note
        return Speaker(None, actor.role, None, party, actor.sure, note, *place)

    def _of_label(self, label: str) -> Speaker | None:
        clean = " ".join(_LABEL_NOISE.sub(" ", label).split())
        if is_private(clean, self._marks.pack):
            return None
        if self._profile.roundup:
            official = official_of(clean, self._marks.pack, self._gazetteer, self._on)
            place = (clean, None, None)
            return self._person(official, 0.85, f"the label “{clean}”", place) if official else None
        heads = is_heading_alone(clean, self._marks.pack, self._gazetteer)
        return self._default() if heads else self._labelled(label)

    def _labelled(self, label: str) -> Speaker:
        clean = " ".join(_LABEL_NOISE.sub(" ", label).split())
        words = clean.split()
        generic = clean.casefold() in self._marks.pack.words("answer_labels")
        if generic:
            return replace(self._default(), note="answers the questions")
        place: Place = (clean, None, None)
        mention = self._by_label(words) if words else None
        if mention is None:
            mention = self._known(words)
        if mention is not None:
            known = bool(mention.key or mention.role or mention.party)
            if known or " " in (mention.name or ""):
                return self._person(mention, 0.95 if known else 0.85, f"the label “{clean}”", place)
        principal = self._profile.principal
        office = self._label_office(clean)
        unnamed = office == ANONYMOUS  # "SENIOR ADMINISTRATION OFFICIAL" is whom the text does not name
        called = principal.role if principal else ""  # "THE DIRECTOR" of "Remarks by Director Ann Lee"
        fits = office and not unnamed and principal is not None and principal.office in ("", office)
        if principal is not None and (fits or called.casefold() == clean.casefold().removeprefix("the ")):
            return self._person(principal, 0.9, f"the label “{clean}” and the title", place)
        if office:
            holder = None if unnamed else self._people.by_office(office) or self._in_office(clean)
            if holder is not None:
                return self._person(holder, 0.6, f"the label “{clean}”", place)
            role = clean if unnamed and len(words[0]) <= INITIALS else clean.title()
            return Speaker(None, role, None, self._profile.issuer, LABELLED, f"the label “{clean}”", *place)
        name = " ".join(
            w for w in words if w.casefold().strip(".") not in self._marks.pack.words("honorifics")
        )
        return Speaker(
            name.title() if name.isupper() else name,
            "",
            None,
            self._profile.issuer,
            LABELLED,
            f"the label “{clean}”",
            *place,
        )

    def _by_label(self, words: list[str]) -> Mention | None:
        """Return whom the text calls so; what stands before the surname in a label may be an office."""
        offices = self._marks.pack.words("label_openers") | self._marks.pack.words("honorifics")
        given = [w for w in words[:-1] if w.casefold().strip(".") not in offices]
        return self._people.by_name(" ".join([*given, words[-1]])) or (
            self._people.by_name(words[-1]) if given != words[:-1] or len(given) > 1 else None
        )

    def _known(self, words: list[str]) -> Mention | None:
        """A label that the gazetteer knows by a full name or by a surname in office that day."""
        plain = self._marks.pack.words("label_openers") | self._marks.pack.words("honorifics")
        given = [word for word in words[:-1] if word.casefold().strip(".") not in plain]
        for used in range(min(len(words), 4), 0, -1):
            if used == 1 and len(words) == 2 and given:
                break  # another of that surname
            keys = self._gazetteer.names.find(words[-used:])
            officials = [self._gazetteer.officials[key] for key in keys]
            serving = [o for o in officials if o.office_on(self._on)]
            for official in serving or (officials if used > 1 else []):
                others = tuple(o.name for o in officials if o is not official)
                return Mention(
                    Sort.PERSON, 0, 0, 0, 0, official.name, official.key, official.party, namesakes=others
                )
        return None

    def _in_office(self, label: str) -> Mention | None:
        """ "THE PRESIDENT" of the text's own party: whoever held just that office that day."""
        title = label.casefold().removeprefix("the ")
        for official in self._gazetteer.officials.values():
            tenure = official.office_on(self._on)
            if tenure and tenure.party == self._profile.issuer and tenure.office.casefold() == title:
                return Mention(Sort.PERSON, 0, 0, 0, 0, official.name, official.key, official.party)
        return None

    def _label_office(self, label: str) -> str:
        marks = Marks(label.title(), gazetteer=self._gazetteer, language=self._marks.pack.language)
        offices = marks.all("office")
        return offices[0].label.value if offices else ""

    def _default(self) -> Speaker:
        profile = self._profile
        if profile.form is Form.JOINT:
            return Speaker(
                None, "joint statement", None, "+".join(profile.joint) or None, 0.8, "a joint text"
            )
        if profile.principal is not None and profile.form is not Form.READOUT:
            return self._person(profile.principal, 0.85, "the document's speaker", ("", None, None))
        sure = (0.75 if profile.institution else 0.6) if profile.issuer else 0.2
        return Speaker(None, profile.institution, None, profile.issuer, sure, "the document's own words")
