"""
What the tests of the Python side share.

One interpreter has one Django settings, so one test module is one project and one interpreter:
``run_module.py`` runs it, in CPython and in Pyodide.
"""

import asyncio
import contextlib
import io
import shutil
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

from django_playground import console
from django_playground.asgi import Request

__all__ = [
    "IN_PYODIDE",
    "SETTINGS",
    "captured",
    "header",
    "load_site",
    "project_folder",
    "request",
]

IN_PYODIDE = sys.platform == "emscripten"

# The settings of `startproject`, as short as they can be.
SETTINGS = """
    from pathlib import Path

    BASE_DIR = Path(__file__).resolve().parent.parent
    SECRET_KEY = "a key for tests"
    DEBUG = True
    ALLOWED_HOSTS = []
    INSTALLED_APPS = [
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "polls",
    ]
    MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ]
    ROOT_URLCONF = "mysite.urls"
    TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
            },
        },
    ]
    DATABASES = {
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"},
    }
    USE_TZ = True
    STATIC_URL = "static/"
    STATIC_ROOT = BASE_DIR / "collected"
    MEDIA_URL = "media/"
    MEDIA_ROOT = BASE_DIR / "media"
    DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""


def project_folder(files):
    """
    Write a project to a folder that lasts as long as the test module, and return its path.

    Packages get their ``__init__.py``, and what every project needs is there unless given.
    """
    root = Path(tempfile.mkdtemp(prefix="project-"))
    unittest.addModuleCleanup(shutil.rmtree, root, ignore_errors=True)
    defaults = {
        "mysite/__init__.py": "",
        "mysite/settings.py": SETTINGS,
        "mysite/urls.py": "urlpatterns = []\n",
        "polls/__init__.py": "",
    }
    for path, content in {**defaults, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.write_text(textwrap.dedent(content), encoding="utf-8")
    return str(root)


def load_site(files, *, migrate=True, superuser=None):
    """
    Load a project and return its site and the report of loading it.

    What it prints can be read from ``site.output``.
    """
    from django_playground.site import Site

    stages = []
    site = Site(project_folder(files), "mysite.settings", stages.append)
    with captured() as output:
        report = site.load(migrate, superuser)
    site.stages = stages
    site.output = output.getvalue()
    return site, report


def request(site, path="/", method="GET", *, headers=(), body=b""):
    """Return a site's response."""
    return asyncio.run(
        site.respond(Request(method, f"http://localhost:8000{path}", list(headers), body))
    )


def header(response, name):
    """Return all values of a response's header."""
    return [value for key, value in response.headers if key.lower() == name.lower()]


@contextlib.contextmanager
def captured():
    """
    Catch what is printed or logged.

    The streams stay the same for the whole interpreter, since logging keeps them.
    """
    start = len(_printed)
    output = io.StringIO()
    try:
        yield output
    finally:
        console.flush()
        output.write("".join(text for stream, text in _printed[start:]))


_printed = []


def _print(stream, text):
    _printed.append((stream, text))


sys.stdin = console.NoInput()
sys.stdout = console.output_stream("stdout", _print)
sys.stderr = console.output_stream("stderr", _print)
