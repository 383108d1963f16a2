"""What each reader keeps for themselves: issues they follow, views of boards that they saved."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower, Now

from issues.models.accounts import User
from issues.models.issues import Issue


class Follow(models.Model):
    """A reader wants to hear of an issue: it stands on their home page."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="follows", db_index=False)
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="follows")
    since_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ("user", "issue")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # Its index is also how a board asks which of its issues a reader follows.
            models.UniqueConstraint(fields=("user", "issue"), name="follow_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} → {self.issue_id}"


class SavedView(models.Model):
    """A view of a board under a name: nothing but its address, path and query."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_views", db_index=False)
    name = models.CharField(max_length=80)
    address = models.CharField(max_length=1000)
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ("user", "name")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                "user",
                Lower("name"),
                name="savedview_name_unique",
                violation_error_message="You have saved a view under this name already.",
            ),
            models.CheckConstraint(name="savedview_has_name", condition=models.Q(name__regex=r"\S")),
            models.CheckConstraint(
                name="savedview_is_ours", condition=models.Q(address__regex=r"^/([^/]|$)")
            ),
        ]

    def __str__(self) -> str:
        return self.name
