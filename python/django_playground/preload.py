"""
What every site imports.

It is imported once into the interpreter whose memory becomes the baseline snapshot, so that no
other has to.
"""

import importlib
from contextlib import suppress
from pathlib import Path

import django

__all__ = ["MODULES", "preload"]

# The modules of packages that a runtime of one's own has, where it has any; one a line.
ADDED = Path(django.__file__).parents[1] / "django_playground_data" / "preload.txt"

# Those of a site with the six contrib apps, an admin and a debug page that need no settings, less
# what these import themselves. Nothing here may keep a file or a connection open.
MODULES = [
    "django.conf.locale.en.formats",
    "django.contrib.admin.apps",
    "django.contrib.admin.migrations",
    "django.contrib.admin.templatetags.admin_list",
    "django.contrib.admin.templatetags.admin_modify",
    "django.contrib.admin.templatetags.log",
    "django.contrib.auth.apps",
    "django.contrib.auth.context_processors",
    "django.contrib.auth.hashers",
    "django.contrib.auth.migrations",
    "django.contrib.auth.password_validation",
    "django.contrib.auth.tokens",
    "django.contrib.auth.validators",
    "django.contrib.contenttypes.apps",
    "django.contrib.contenttypes.migrations",
    "django.contrib.messages.apps",
    "django.contrib.messages.context_processors",
    "django.contrib.messages.middleware",
    "django.contrib.messages.storage.fallback",
    "django.contrib.sessions.apps",
    "django.contrib.sessions.backends.db",
    "django.contrib.sessions.management",
    "django.contrib.sessions.middleware",
    "django.contrib.sessions.migrations",
    "django.contrib.sessions.serializers",
    "django.contrib.sites.shortcuts",
    "django.contrib.staticfiles.apps",
    "django.contrib.staticfiles.handlers",
    "django.contrib.staticfiles.management",
    "django.contrib.staticfiles.storage",
    "django.core.management.commands.makemigrations",
    "django.core.management.commands.migrate",
    "django.core.paginator",
    "django.core.servers.basehttp",
    "django.db.backends.sqlite3.base",
    "django.db.models.sql.compiler",
    "django.middleware.clickjacking",
    "django.middleware.common",
    "django.middleware.security",
    "django.template.context_processors",
    "django.template.loaders.app_directories",
    "django.template.loaders.cached",
    "django.templatetags.cache",
    "django.templatetags.l10n",
    "django.templatetags.tz",
    "django.utils.translation.reloader",
    "django.views.generic",
    "django_playground.commands",
    "django_playground.site",
    "importlib.metadata",
    "linecache",
    "xml.dom.minidom",
]


def preload():
    """Import the modules, but for those that another version of Django lacks."""
    for name in MODULES:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            continue
    if ADDED.exists():
        for name in ADDED.read_text().split():
            # Whoever builds a runtime has imported them once, but not in a browser.
            with suppress(Exception):
                importlib.import_module(name)
