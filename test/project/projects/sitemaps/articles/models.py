from django.db import models
from django.urls import reverse


class Article(models.Model):
    slug = models.SlugField(unique=True)
    updated = models.DateTimeField()

    def __str__(self):
        return self.slug

    def get_absolute_url(self):
        return reverse("article", args=[self.slug])
