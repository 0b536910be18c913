from django.db import models


class Page(models.Model):
    """A page of the site, by its path."""

    path = models.CharField(max_length=300, unique=True)
    visits = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-visits", "path"]

    def __str__(self):
        return self.path
