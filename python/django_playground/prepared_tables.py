"""
The tables of Django's own apps, made when the runtime was built.

Their migrations are the same for each new site and take longer than all else that is done for its
database.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db.migrations.recorder import MigrationRecorder
from django.utils.timezone import now

__all__ = ["copy_tables", "tables_fit"]

FILE = Path(django.__file__).parents[1] / "django_playground_data" / "tables.sqlite3"
APPS = {"admin", "auth", "contenttypes", "sessions"}


def tables_fit(connection):
    """Tell whether migrating the project would make just these tables, among others."""
    names = {app.label: app.name for app in apps.get_app_configs()}
    return (
        connection.vendor == "sqlite"
        and all(names.get(label) == f"django.contrib.{label}" for label in APPS)
        and settings.AUTH_USER_MODEL == "auth.User"
        and not settings.DATABASE_ROUTERS
        and APPS.isdisjoint(settings.MIGRATION_MODULES)
        and FILE.exists()
    )


def copy_tables(connection):
    """Put the tables into an empty database, with their migrations applied at this moment."""
    connection.ensure_connection()
    with closing(sqlite3.connect(":memory:")) as prepared:
        prepared.deserialize(FILE.read_bytes())
        prepared.backup(connection.connection)
    MigrationRecorder(connection).migration_qs.update(applied=now())
