"""What the desk's templates need beside Django's own filters."""

from django import template
from django.contrib.auth.models import AnonymousUser
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from issues.analysis.marks import PhaseBadge, phase_badge
from issues.analysis.words import quoted
from issues.models import Statement, User
from issues.permissions import Capability, may

register = template.Library()


@register.filter
def as_archived(text: str) -> SafeString:
    """Escape archived text so that a browser keeps each character, and offsets in it hold.

    A parser of HTML turns CR and CR LF into LF unless the CR is written as a reference.
    """
    return mark_safe(escape(text).replace("\r", "&#13;"))  # noqa: S308 - escaped in the same breath


@register.filter
def may_review(user: User | AnonymousUser) -> bool:
    """Whether to show what only editors may do."""
    return may(user, Capability.REVIEW)


@register.filter
def may_administer(user: User | AnonymousUser) -> bool:
    """Whether to lead to what only admins may do."""
    return may(user, Capability.ADMINISTER)


@register.filter
def in_its_words(statement: Statement) -> str:
    """A statement's quote in quotation marks; a paraphrase without."""
    return quoted(statement.quote, statement.kind)


@register.filter
def as_badge(phase: str) -> PhaseBadge:
    """A phase as a badge draws it."""
    return phase_badge(phase)
