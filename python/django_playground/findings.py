"""What can be said of a project without a request: system checks, changes without a migration."""

import ast
import inspect
import sys
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ProjectState

from .marks import relative_path

__all__ = ["find"]


def find(root):
    """
    Return findings as data: severity, message, source, and path and line where they are known.

    One that a management command settles has a ``command``, as after ``manage.py``.
    """
    return [*_check(root), *_unmade_migrations(root), *_outdated_tables(root)]


def _check(root):
    for message in checks.run_checks():
        if not message.is_silenced():
            yield {
                "severity": _severity(message.level),
                "message": " ".join(filter(None, [message.msg, message.hint])),
                "source": message.id or "check",
            } | _place(message, root)


def _severity(level):
    if level >= checks.ERROR:
        return "error"
    return "warning" if level >= checks.WARNING else "info"


def _place(message, root):
    """Return path and line of what a check is about."""
    thing = message.obj
    if isinstance(thing, models.Field):
        return _line_of_name(thing.model, thing.name, root) or _line_of_class(thing.model, root)
    if isinstance(thing, models.Manager):
        thing = thing.model
    if thing is None or isinstance(thing, str):
        return _line_of_setting(message.msg, root)
    return _line_of_class(thing if inspect.isclass(thing) else type(thing), root)


def _line_of_class(found, root):
    try:
        path = relative_path(inspect.getsourcefile(found) or "", root)
        lines, first = inspect.getsourcelines(found)
    except (OSError, TypeError):
        return {}
    # Decorators come before the class itself.
    above = next((n for n, line in enumerate(lines) if line.lstrip().startswith("class ")), 0)
    return {"path": path, "line": first + above} if path else {}


def _line_of_name(found, name, root):
    """Return where a class assigns a name."""
    place = _line_of_class(found, root)
    if not place:
        return place
    tree = ast.parse(Path(root, place["path"]).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name == found.__name__:
            for line in _assignments(node, name):
                return place | {"line": line}
    return place


def _line_of_setting(text, root):
    """Return where the first setting that a text names is made."""
    module = sys.modules.get(settings.SETTINGS_MODULE)
    path = relative_path(getattr(module, "__file__", None) or "", root)
    names = [word for word in text.replace("'", " ").split() if word.isupper() and "_" in word]
    names += [word for word in ("TEMPLATES", "DATABASES", "MIDDLEWARE") if word in text]
    if not path or not names:
        return {}
    tree = ast.parse(Path(root, path).read_text(encoding="utf-8"))
    lines = (line for name in names for line in _assignments(tree, name.strip(".,:")))
    line = next(lines, None)
    return {"path": path, "line": line} if line else {}


def _assignments(block, name):
    """Yield the lines of a block that assign a name."""
    for node in block.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            yield node.lineno


def _own_apps(root):
    return [app for app in apps.get_app_configs() if relative_path(app.path, root)]


def _unmade_migrations(root):
    """Yield models that are not as the project's migrations have them."""
    loader = None
    own = [app.label for app in _own_apps(root)]
    if any(_has_migrations(label) for label in own):
        loader = MigrationLoader(None, ignore_no_migrations=True)
    made = {label for label in own if loader and label in loader.migrated_apps}
    if not made:
        return
    detector = MigrationAutodetector(
        loader.project_state(), ProjectState.from_apps(apps), MigrationQuestioner()
    )
    for label, migrations in detector.changes(graph=loader.graph, trim_to_apps=made).items():
        if label not in made:
            continue
        operations = [each for migration in migrations for each in migration.operations]
        for name in dict.fromkeys(map(_model_name, operations)):
            model = name and apps.all_models[label].get(name.lower())
            yield {
                "severity": "warning",
                "message": f"{model.__name__ if model else label} has changes that are not in a "
                f"migration. Run makemigrations, then migrate.",
                "source": "makemigrations",
                "command": f"makemigrations {label}",
            } | (_line_of_class(model, root) if model else {})


def _model_name(operation):
    return getattr(operation, "model_name", None) or getattr(operation, "name", None)


def _has_migrations(label):
    module, _ = MigrationLoader.migrations_module(label)
    path = apps.get_app_config(label).path
    folder = Path(path, (module or "").rpartition(".")[2])
    return any(not file.name.startswith(("_", "~")) for file in folder.glob("*.py"))


def _outdated_tables(root):
    """Yield models of apps without migrations that have no table, or one that lacks fields."""
    labels = [app.label for app in _own_apps(root) if not _has_migrations(app.label)]
    models_of_labels = [model for model in apps.get_models() if model._meta.app_label in labels]
    for model in models_of_labels:
        if not model._meta.can_migrate(connection):
            continue
        columns = _columns(model)
        missing = [
            field.name
            for field in model._meta.local_concrete_fields
            if columns and field.column not in columns
        ]
        label = model._meta.app_label
        if columns == set():
            yield {
                "severity": "warning",
                "message": f"{model.__name__} has no table, and {label} no migration that would "
                f"make it. Run makemigrations, then migrate.",
                "source": "makemigrations",
                "command": f"makemigrations {label}",
            } | _line_of_class(model, root)
        elif missing:
            yield {
                "severity": "warning",
                "message": f"The table of {model.__name__} was made before it had "
                f"{' and '.join(missing)}. Reset the database to make it anew, or work with "
                f"migrations from the start.",
                "source": "database",
            } | _line_of_class(model, root)


def _columns(model):
    """Return the columns of a model's table: none without a table, ``None`` where it is unknown."""
    table = model._meta.db_table
    try:
        with connection.cursor() as cursor:
            if table not in connection.introspection.table_names(cursor):
                return set()
            columns = connection.introspection.get_table_description(cursor, table)
    except DatabaseError:
        return None
    return {column.name for column in columns}
