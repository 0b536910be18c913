from datetime import UTC, datetime

from django.db import migrations, models

EVENTS = {
    "New Year": datetime(2023, 12, 31, 23, 30, tzinfo=UTC),
    "Clocks go forward": datetime(2024, 3, 31, 1, tzinfo=UTC),
    "Summer": datetime(2024, 7, 1, 21, 59, 59, 123456, tzinfo=UTC),
    "Clocks go back": datetime(2024, 10, 27, 0, 30, tzinfo=UTC),
    "Clocks have gone back": datetime(2024, 10, 27, 1, 30, tzinfo=UTC),
}


def write_events(apps, schema_editor):
    event = apps.get_model("events", "Event")
    event.objects.bulk_create(event(name=name, start=start) for name, start in EVENTS.items())


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            "Event",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("name", models.CharField(max_length=50)),
                ("start", models.DateTimeField()),
            ],
            options={"ordering": ["start"]},
        ),
        migrations.RunPython(write_events, migrations.RunPython.noop),
    ]
