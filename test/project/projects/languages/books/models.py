from django.db import models
from django.utils.translation import gettext_lazy as _


class Book(models.Model):
    class Kind(models.TextChoices):
        NOVEL = "n", _("Novel")
        POEMS = "p", _("Poems")

    title = models.CharField(_("title"), max_length=50)
    kind = models.CharField(_("kind"), max_length=1, choices=Kind)
    price = models.DecimalField(_("price"), max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = _("book")
        verbose_name_plural = _("books")

    def __str__(self):
        return self.title
