"""What a reader keeps for themselves: issues followed, views saved, and when they last looked.

None of it is anybody's evidence, so none of it has a history.
"""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from issues.desk.errors import DeskError
from issues.models import Follow, Issue, SavedView, User

VIEWS_AT_MOST = 50
NAME_AT_MOST = 80
ADDRESS_AT_MOST = 1000
# A visit is over when nobody has looked for so long; within one, looking again changes no news.
A_VISIT_ENDS_AFTER = timedelta(hours=4)
LOOKED_AT_MOST_EVERY = timedelta(minutes=5)


@transaction.atomic
def follow_issue(*, issue: Issue, user: User) -> None:
    """Follow an issue. Idempotent."""
    Follow.objects.get_or_create(user=user, issue=issue)


@transaction.atomic
def unfollow_issue(*, issue: Issue, user: User) -> None:
    """Follow it no longer. Idempotent."""
    Follow.objects.filter(user=user, issue=issue).delete()


def save_view(*, user: User, name: str, address: str) -> SavedView:
    """Keep a view of a board under a name; under a name that one has already, in its place.

    `address` is a path of this site with its query; that it is a board's is the view's to see to.
    """
    name = _checked(name)
    if len(address) > ADDRESS_AT_MOST:
        raise DeskError(_("This view has too long an address to be saved."))
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=user.pk)  # two windows, one name
        held = SavedView.objects.filter(user=user, name__iexact=name).first()
        if held is None and SavedView.objects.filter(user=user).count() >= VIEWS_AT_MOST:
            raise DeskError(_("You have saved %(count)s views; delete one first.") % {"count": VIEWS_AT_MOST})
        held = held or SavedView(user=user)
        held.name, held.address = name, address
        held.save()
    return held


def rename_view(*, view: SavedView, name: str) -> None:
    """Give a view another name."""
    name = _checked(name)
    try:
        with transaction.atomic():
            SavedView.objects.filter(pk=view.pk).update(name=name)
    except IntegrityError as error:
        raise DeskError(_("You have another view of that name.")) from error


@transaction.atomic
def delete_view(*, view: SavedView) -> None:
    """Delete a saved view. What it shows stays."""
    SavedView.objects.filter(pk=view.pk).delete()


def record_visit(*, user: User, now: datetime) -> None:
    """Note that a reader looks at their home page; after a long pause that begins a visit.

    Of two at once one wins: a visit is not begun twice, or its news would be gone with the second.
    """
    seen = user.visit_seen_at
    if seen is not None and now - seen < LOOKED_AT_MOST_EVERY:
        return
    begins = seen is None or now - seen >= A_VISIT_ENDS_AFTER
    since = seen if begins else user.news_since
    changed = User.objects.filter(pk=user.pk, visit_seen_at=seen).update(visit_seen_at=now, news_since=since)
    if changed:
        user.visit_seen_at, user.news_since = now, since


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise DeskError(_("Give the view a name."))
    if len(name) > NAME_AT_MOST:
        raise DeskError(_("Keep the name within %(count)s characters.") % {"count": NAME_AT_MOST})
    return name
