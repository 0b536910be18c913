from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.template.defaultfilters import filesizeformat

from .models import Choice, Question

MAX_PICTURE_SIZE = 2 * 1024 * 1024


class VoteForm(forms.Form):
    choice = forms.ModelChoiceField(
        queryset=None,
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Pick an answer first."},
    )

    def __init__(self, *args, question, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].queryset = question.choices.all()

    def save(self):
        """Count the vote in the database, so that two at once are two."""
        choice = self.cleaned_data["choice"]
        Choice.objects.filter(pk=choice.pk).update(votes=F("votes") + 1)
        return choice


class QuestionForm(forms.ModelForm):
    choices = forms.CharField(
        label="Answers",
        help_text="Two to six, one on each line.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = Question
        fields = ["text", "choices", "picture"]
        labels = {"text": "Question"}
        help_texts = {"picture": f"A picture of at most {filesizeformat(MAX_PICTURE_SIZE)}."}
        widgets = {"picture": forms.FileInput(attrs={"accept": "image/*"})}

    def clean_choices(self):
        lines = [line.strip() for line in self.cleaned_data["choices"].splitlines()]
        choices = list(dict.fromkeys(filter(None, lines)))
        if not 2 <= len(choices) <= 6:
            raise ValidationError("Give two to six different answers, one on each line.")
        longest = Choice._meta.get_field("text").max_length
        if any(len(choice) > longest for choice in choices):
            raise ValidationError(f"Keep each answer below {longest} characters.")
        return choices

    def clean_picture(self):
        picture = self.cleaned_data["picture"]
        if picture and picture.size > MAX_PICTURE_SIZE:
            raise ValidationError(f"{filesizeformat(picture.size)} is more than this site takes.")
        return picture

    @transaction.atomic
    def save(self, commit=True):
        question = super().save(commit)
        Choice.objects.bulk_create(
            Choice(question=question, text=text) for text in self.cleaned_data["choices"]
        )
        return question
