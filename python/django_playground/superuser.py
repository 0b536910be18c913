"""The account to log into the admin with."""

import sys
from contextlib import contextmanager, nullcontext

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import BasePasswordHasher
from django.db import DatabaseError

from .standins import hashes

__all__ = ["create_superuser"]


def create_superuser(name, password, derived=None):
    """
    Make a superuser unless there is one of that name; say so where it cannot be made.

    ``derived`` is salt, iterations and key: what the default password hasher is going to derive,
    computed while Python started. Another hasher does not notice.
    """
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
            with _known(password, *derived) if derived else nullcontext():
                manager.create_superuser(**values)
    except (AttributeError, DatabaseError, TypeError, ValueError) as error:
        _note(name, error)


@contextmanager
def _known(password, salt, iterations, key):
    """Let hashers use a salt, for which a key is known."""
    original = BasePasswordHasher.salt
    BasePasswordHasher.salt = lambda self: salt
    try:
        with hashes.known("sha256", password.encode(), salt.encode(), iterations, bytes(key)):
            yield
    finally:
        BasePasswordHasher.salt = original


def _note(name, reason):
    print(f"The superuser “{name}” was not made: {reason}.", file=sys.stderr)
