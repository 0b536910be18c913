from django.db import models


class Event(models.Model):
    name = models.CharField(max_length=50)
    start = models.DateTimeField()

    class Meta:
        ordering = ["start"]

    def __str__(self):
        return self.name
