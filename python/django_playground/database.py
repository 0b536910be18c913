"""The project's databases: readable, and with tables before the first request."""

import pkgutil
import sqlite3
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, router
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from .prepared_tables import copy_tables, tables_fit

__all__ = ["check_readable", "create_tables"]

UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def check_readable():
    """Raise ``DatabaseError`` for a file that is no SQLite database or a damaged one."""
    for database in connections.all():
        if database.vendor != "sqlite":
            continue
        try:
            with database.cursor() as cursor:
                cursor.execute("PRAGMA schema_version")
        except DatabaseError as error:
            code = getattr(error.__cause__, "sqlite_errorcode", None)
            if code in UNREADABLE:
                raise DatabaseError(
                    f"The file {database.settings_dict['NAME']} is not an SQLite database, or it "
                    f"is damaged ({error}). Reset the database to start with an empty one."
                ) from None
            raise


def create_tables():
    """
    Run ``migrate --run-syncdb`` where it has something to do.

    An app whose migrations were not made yet gets its tables all the same. Once they are made,
    the first counts as applied to the tables that are there.
    """
    if connection.settings_dict["ENGINE"] == "django.db.backends.dummy":
        return
    migrations = {app: _migration_names(app.label) for app in apps.get_app_configs()}
    tables = set(connection.introspection.table_names())
    if not tables and tables_fit(connection):
        copy_tables(connection)
    if not _tables_missing(migrations, tables):
        return
    configured = settings.MIGRATION_MODULES
    unmade = {app.label: None for app, names in migrations.items() if not names}
    settings.MIGRATION_MODULES = configured | unmade
    try:
        call_command(
            "migrate",
            run_syncdb=True,
            fake_initial=bool(tables),
            interactive=False,
            verbosity=0,
        )
    finally:
        settings.MIGRATION_MODULES = configured


def _tables_missing(migrations, tables):
    """
    Tell whether a migration is unapplied or a model of an app without any has no table.

    Only names are compared: importing all migrations takes as long as applying them.
    """
    applied = MigrationRecorder(connection).applied_migrations()
    for app, names in migrations.items():
        if any((app.label, name) not in applied for name in names):
            return True
        if not names and any(
            model._meta.db_table not in tables
            for model in router.get_migratable_models(app, connection.alias)
            if model._meta.can_migrate(connection)
        ):
            return True
    return False


def _migration_names(app_label):
    """Return the names of an app's migrations."""
    module_name, _explicit = MigrationLoader.migrations_module(app_label)
    spec = module_name and find_spec(module_name)
    if not spec or spec.submodule_search_locations is None or not spec.origin:
        return []
    return [
        name
        for finder, name, is_package in pkgutil.iter_modules(spec.submodule_search_locations)
        if not is_package and name[0] not in "_~"
    ]
