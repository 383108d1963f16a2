"""Who signs in. What each may do stands in issues/permissions.py."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """An account of this deployment.

    A visit lasts until nobody has looked at the home page for some hours. `visit_seen_at` is when the
    present one last looked; `news_since` when the one before did: what came later is news.
    """

    visit_seen_at = models.DateTimeField(null=True, editable=False)
    news_since = models.DateTimeField(null=True, editable=False)

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"

    @property
    def display_name(self) -> str:
        return self.get_full_name() or self.username
