from django.core.validators import FileExtensionValidator
from django.db import models


def place(document, name):
    return f"documents/{document.title.lower()}/{name}"


class Document(models.Model):
    title = models.CharField(max_length=50)
    file = models.FileField(
        upload_to=place, validators=[FileExtensionValidator(["txt", "csv", "bin"])]
    )

    def __str__(self):
        return self.title
