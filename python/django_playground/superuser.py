"""The account to log into the admin with."""

import sys

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import DatabaseError

__all__ = ["create_superuser"]


def create_superuser(name, password):
    """Make a superuser unless there is one of that name; say so where it cannot be made."""
    if not apps.is_installed("django.contrib.auth"):
        _note(name, "django.contrib.auth is not in INSTALLED_APPS")
        return
    model = get_user_model()
    manager = model._default_manager
    values = {model.USERNAME_FIELD: name, "password": password}
    if "email" in model.REQUIRED_FIELDS:
        values["email"] = f"{name}@example.com"
    try:
        if not manager.filter(**{model.USERNAME_FIELD: name}).exists():
            manager.create_superuser(**values)
    except (AttributeError, DatabaseError, TypeError, ValueError) as error:
        _note(name, error)


def _note(name, reason):
    print(f"The superuser “{name}” was not made: {reason}.", file=sys.stderr)
