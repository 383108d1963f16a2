"""Issues and the categories they belong to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from issues.models.history import tracked
from issues.models.naming import named
from issues.models.parties import Relationship


class Category(models.Model):
    """A kind of bilateral matter. The named ones come with reference data; admins may add more."""

    slug = models.SlugField(max_length=40, primary_key=True, allow_unicode=False)
    name = models.CharField(max_length=80)
    name_ru = models.CharField(max_length=80, blank=True)
    definition = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        verbose_name_plural = "categories"
        ordering = ("position", "slug")

    def __str__(self) -> str:
        return self.name

    @property
    def name_shown(self) -> str:
        """The name in the language of whoever asks."""
        return named(self, "name")


@tracked()
class Issue(models.Model):
    """One bilateral matter in one relationship and one category."""

    relationship = models.ForeignKey(Relationship, on_delete=models.PROTECT, related_name="issues")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="issues")
    slug = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=160)
    title_ru = models.CharField(max_length=160, blank=True)
    summary = models.CharField(max_length=400, blank=True)
    # Where several issues share a category, a passage goes to the one whose keywords it holds.
    keywords = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ("relationship", "position", "title")
        constraints = (models.UniqueConstraint(fields=("relationship", "title"), name="issue_title_unique"),)
        indexes = (
            # Which issue takes a suggestion about this pair and this category.
            models.Index(fields=("relationship", "category"), name="issue_by_category"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("issue", args=(self.slug,))

    @property
    def title_shown(self) -> str:
        """The title in the language of whoever asks."""
        return named(self, "title")
