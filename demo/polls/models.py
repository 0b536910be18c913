from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone


class QuestionQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published__lte=timezone.now())

    def with_totals(self):
        """Add the sum of each question's votes as ``total``."""
        return self.annotate(total=Coalesce(Sum("choices__votes"), 0))


class Question(models.Model):
    text = models.CharField("question", max_length=120)
    picture = models.FileField(
        upload_to="polls/",
        blank=True,
        validators=[FileExtensionValidator(["gif", "jpg", "jpeg", "png", "webp"])],
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
    )
    published = models.DateTimeField(default=timezone.now, db_index=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-published", "-pk"]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("polls:detail", args=[self.pk])


class Choice(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField("choice", max_length=80)
    votes = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "text"], name="choice_once_per_question"),
        ]

    def __str__(self):
        return self.text
