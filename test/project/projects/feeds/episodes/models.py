from django.db import models
from django.urls import reverse


class Episode(models.Model):
    show = models.SlugField()
    number = models.IntegerField()
    title = models.CharField(max_length=100)
    text = models.TextField()
    published = models.DateTimeField()

    class Meta:
        ordering = ["-published"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("episode", args=[self.show, self.number])
