"""Whose view a status is, in words."""

from django.utils.translation import gettext as _

from issues.models import Party


def perspective_name(party: Party | None) -> str:
    """Name the perspective of a status: a party's claim, or (None) the desk's assessment."""
    return _("claimed by %(party)s") % {"party": party.name_shown} if party else _("assessed")
