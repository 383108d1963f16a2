"""Who signs in. What each may do stands in issues/permissions.py."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An account of this deployment."""

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"

    @property
    def display_name(self) -> str:
        return self.get_full_name() or self.username
