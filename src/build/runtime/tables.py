"""Make a database with the tables of Django's own apps, as their migrations make them."""

import django
from django.conf import settings

APPS = ["admin", "auth", "contenttypes", "sessions"]


def make_tables(path):
    """Write the database to ``path``. Nothing is in it but which migrations were applied."""
    settings.configure(
        INSTALLED_APPS=[f"django.contrib.{app}" for app in APPS],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": path}},
        USE_TZ=True,
    )
    django.setup()

    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    # The command would also fill tables, with what depends on all apps of a project.
    executor.migrate(executor.loader.graph.leaf_nodes())
    connection.close()
