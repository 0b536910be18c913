from datetime import UTC, datetime, timedelta

from django.db import migrations, models

TITLES = ["Tea & scones", "<b>Bold</b> talk", "Ça va?", "שלום", "Emoji 🎙️"]


def write_episodes(apps, schema_editor):
    episode = apps.get_model("episodes", "Episode")
    first = datetime(2023, 10, 28, 22, 15, tzinfo=UTC)
    episode.objects.bulk_create(
        episode(
            show="talks" if number % 2 else "walks",
            number=number,
            title=title,
            text=f"What is said in “{title}”. ]]>",
            published=first + number * timedelta(days=1, hours=5),
        )
        for number, title in enumerate(TITLES)
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            "Episode",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("show", models.SlugField()),
                ("number", models.IntegerField()),
                ("title", models.CharField(max_length=100)),
                ("text", models.TextField()),
                ("published", models.DateTimeField()),
            ],
            options={"ordering": ["-published"]},
        ),
        migrations.RunPython(write_episodes, migrations.RunPython.noop),
    ]
