"""What admins decide about sources: follow one, describe it, pause it, ask it now."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked
from issues.desk.errors import DeskError
from issues.models import Party, Source, User
from issues.reading.addresses import InvalidAddress, canonical_address
from issues.vocabulary import Reliability, SourceKind

# Words that stand in the place of a slug in our own addresses.
RESERVED_SLUGS = frozenset({"new"})
SHORTEST_PAUSE = timedelta(minutes=1)


def add_source(
    *,
    editor: User,
    address: str,
    name: str,
    party: Party | None = None,
    language: str = "",
    reliability: Reliability = Reliability.F,
    poll_every: timedelta = timedelta(minutes=30),
) -> Source:
    """Follow the feed at `address`; it is polled at the next tick. Raises DeskError.

    The address is kept in its canonical spelling, so that no feed is followed twice.
    """
    address = checked_address(address)
    with acting_as(editor, "add source"):
        source = Source(
            kind=SourceKind.FEED,
            slug=free_slug(name),
            address=address,
            next_poll_at=timezone.now(),
        )
        _describe(source, name, party, language, reliability, poll_every)
        _save(source)
    return source


def edit_source(
    *,
    source: Source,
    editor: User,
    address: str,
    name: str,
    party: Party | None,
    language: str,
    reliability: Reliability,
    poll_every: timedelta,
) -> Source:
    """Describe a source anew. Another address is asked afresh, at once. Raises DeskError.

    The slug stays: it is in addresses that others may have kept.
    """
    with acting_as(editor, "edit source"):
        row = locked(source)
        _describe(row, name, party, language, reliability, poll_every)
        if row.kind == SourceKind.FEED:
            address = checked_address(address)
            if address != row.address:
                row.address, row.etag, row.last_modified = address, "", ""
                row.next_poll_at = timezone.now()
        _save(row)
    return row


def pause_source(*, source: Source, editor: User) -> Source:
    """Stop polling a source. What it brought stays. Idempotent."""
    return _switch(source, editor, "pause source", is_active=False)


def resume_source(*, source: Source, editor: User) -> Source:
    """Poll a paused source again, beginning at the next tick. Idempotent."""
    return _switch(source, editor, "resume source", is_active=True)


def poll_now(*, source: Source, editor: User) -> Source:
    """Let a source be polled at the next tick, whatever its time would be. Raises DeskError if paused."""
    with acting_as(editor, "poll source now"):
        row = locked(source)
        if not row.is_active or row.kind != SourceKind.FEED:
            raise DeskError(_("Resume this source first: paused sources are not polled."))
        row.next_poll_at = timezone.now()
        row.save(update_fields=["next_poll_at"])
    return row


def checked_address(address: str) -> str:
    """Return the canonical spelling of a feed's address; raises DeskError for what is none."""
    try:
        return canonical_address(address)
    except InvalidAddress as error:
        raise DeskError(str(error), field="address") from None


def free_slug(name: str) -> str:
    """Return a slug of this name that no source has yet."""
    base = slugify(name)[:70].strip("-") or "source"
    taken = set(Source.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | RESERVED_SLUGS
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _describe(
    source: Source,
    name: str,
    party: Party | None,
    language: str,
    reliability: Reliability,
    poll_every: timedelta,
) -> None:
    if not name.strip():
        raise DeskError(_("Give the source a name."), field="name")
    if poll_every < SHORTEST_PAUSE:
        raise DeskError(_("Poll no more often than once a minute."), field="poll_every")
    source.name = name.strip()
    source.party = party
    source.language = language.strip()
    source.reliability = reliability
    source.poll_every = poll_every


def _save(source: Source) -> None:
    other = Source.objects.filter(address=source.address).exclude(pk=source.pk).first()
    if source.address and other is not None:
        raise _known(other.name)
    try:
        with transaction.atomic():
            source.save()
    except IntegrityError:  # somebody added the same address at the same moment
        raise _known(_("another source")) from None


def _known(name: str) -> DeskError:
    return DeskError(_("This feed is already followed as “%(name)s”.") % {"name": name}, field="address")


def _switch(source: Source, editor: User, decision: str, *, is_active: bool) -> Source:
    with acting_as(editor, decision):
        row = locked(source)
        if row.is_active != is_active:
            row.is_active = is_active
            row.next_poll_at = timezone.now() if is_active else None
            row.save(update_fields=["is_active", "next_poll_at"])
    return row
