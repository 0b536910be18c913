from datetime import timedelta

from django.db import migrations
from django.utils import timezone

QUESTIONS = {
    "What do you put first on a scone?": {"Jam": 41, "Cream": 37, "Butter, thank you": 12},
    "Tabs or spaces?": {"Spaces": 64, "Tabs": 29, "Whatever the formatter says": 88},
    "When do you write the tests?": {"Before": 31, "After": 45, "During": 27, "Tests?": 9},
    "Which planet deserves a second visit?": {"Venus": 18, "Mars": 52, "Neptune": 33},
    "How do you take your coffee?": {"Black": 58, "With milk": 61, "As tea": 24},
    "What is the best hour of the day?": {"Dawn": 22, "Noon": 7, "Dusk": 35, "3 a.m.": 19},
    "Who wins a race to the fridge?": {"The cat": 73, "The dog": 48, "You": 6},
    "Is a hot dog a sandwich?": {"Yes": 26, "No": 54, "It is a taco": 31},
    "Which view do you like most?": {"Class-based": 34, "Function-based": 47, "The sea": 66},
}


def add_questions(apps, schema_editor):
    Question = apps.get_model("polls", "Question")
    Choice = apps.get_model("polls", "Choice")
    now = timezone.now()
    for days, (text, choices) in enumerate(QUESTIONS.items()):
        question = Question.objects.create(text=text, published=now - timedelta(days=days))
        Choice.objects.bulk_create(
            Choice(question=question, text=choice, votes=votes) for choice, votes in choices.items()
        )


def remove_questions(apps, schema_editor):
    apps.get_model("polls", "Question").objects.filter(text__in=QUESTIONS).delete()


class Migration(migrations.Migration):
    dependencies = [("polls", "0001_initial")]

    operations = [migrations.RunPython(add_questions, remove_questions)]
