from django import forms

from .models import Document


class DocumentForm(forms.ModelForm):
    class Meta:
        model = Document
        fields = ["title", "file"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > 5000:
            raise forms.ValidationError(f"{file.name} is too large: {file.size} bytes.")
        return file


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    widget = SeveralFilesInput

    def clean(self, data, initial=None):
        return [super(SeveralFilesField, self).clean(each, initial) for each in data or [None]]


class SeveralForm(forms.Form):
    files = SeveralFilesField()
