"""Accounts: who may sign in, with which role. What a role may do stands in issues/permissions.py."""

from django.contrib.auth.models import Group
from django.db import transaction

from issues.models import User
from issues.permissions import sync_groups
from issues.vocabulary import Role


@transaction.atomic
def ensure_account(*, username: str, role: Role, password: str, full_name: str = "") -> User:
    """Create an account with `role`, or bring the one of that name to it. Idempotent.

    An admin may enter Django's admin site. The password is set only on a new account, so
    that one which somebody changed stays theirs.
    """
    sync_groups()
    first, _, last = full_name.partition(" ")
    user, created = User.objects.get_or_create(
        username=username, defaults={"first_name": first, "last_name": last}
    )
    if created:
        user.set_password(password)
        user.save()
    user.groups.set([Group.objects.get(name=role.value)])
    align_staff(user=user)
    return user


def align_staff(*, user: User) -> None:
    """Let an admin enter Django's admin site, and nobody else who is no superuser."""
    user.is_staff = user.is_superuser or user.groups.filter(name=Role.ADMIN.value).exists()
    user.save(update_fields=["is_staff"])


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """Set a password that a form has validated. Other sessions of the account end by it."""
    row = User.objects.select_for_update().get(pk=user.pk)
    row.set_password(password)
    row.save(update_fields=["password"])
