"""The other one at a press conference of two: whose side is on which."""

from issues.reading.people import Mention
from issues.reading.profile import Profile
from issues.reading.text_forms import Form

HELD_BY_ONE = ("president", "head_of_government", "foreign_minister")  # offices of which a party has one


def other_side(profile: Profile, mention: Mention) -> str | None:
    """Of two foreign ministers at one press conference each speaks for a party of its own."""
    principal, pair = profile.principal, profile.usual
    if principal is None or pair is None or not profile.firm or profile.form is not Form.TALK:
        return None
    alike = mention.office in HELD_BY_ONE and mention.role.casefold() == principal.role.casefold()
    if not alike or mention.name == principal.name or profile.issuer not in pair:
        return None
    return next(code for code in pair if code != profile.issuer)
