from datetime import UTC, datetime, timedelta

from django.db import migrations, models


def write_articles(apps, schema_editor):
    article = apps.get_model("articles", "Article")
    first = datetime(2024, 2, 28, 23, 30, tzinfo=UTC)
    article.objects.bulk_create(
        article(slug=f"article-{number}", updated=first + number * timedelta(hours=30))
        for number in range(5)
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            "Article",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("slug", models.SlugField(unique=True)),
                ("updated", models.DateTimeField()),
            ],
        ),
        migrations.RunPython(write_articles, migrations.RunPython.noop),
    ]
