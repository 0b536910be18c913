"""
What the tests of the Python side share.

One interpreter has one Django settings, so one test module is one project and one interpreter:
``run_module.py`` runs it, in CPython and in Pyodide.
"""

import asyncio
import atexit
import contextlib
import html
import io
import shutil
import sys
import tempfile
import textwrap
from pathlib import Path

from django_playground import console
from django_playground.asgi import Request

__all__ = [
    "IN_PYODIDE",
    "SETTINGS",
    "BrokenProjectTests",
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
    Write a project to a folder that lasts as long as the interpreter, and return its path.

    Packages get their ``__init__.py``, and what every project needs is there unless given.
    """
    root = Path(tempfile.mkdtemp(prefix="project-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
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


def _print(stream, text, level=None):
    _printed.append((stream, text))


sys.stdin = console.NoInput()
sys.stdout = console.output_stream("stdout", _print)
sys.stderr = console.output_stream("stderr", _print)


class BrokenProjectTests:
    """
    What holds for every project that cannot be loaded. A mixin for test cases.

    A subclass names the files of its project and what the report of loading it says.
    """

    files = {}
    options = {}
    error_type = message = path = line = None

    @classmethod
    def setUpClass(cls):
        cls.site, cls.report = load_site(cls.files, **cls.options)

    def test_report(self):
        error = self.report["error"]
        self.assertEqual(error["type"], self.error_type)
        self.assertIn(self.message, error["message"])
        self.assertEqual((error["path"], error["line"]), (self.path, self.line))
        self.assertIn(self.message, error["traceback"])
        self.assertNotIn("django_playground", error["traceback"])

    def test_traceback_is_printed(self):
        self.assertEqual(self.site.output, self.report["error"]["traceback"])

    def test_every_request_is_answered_with_the_debug_page(self):
        for path, method in (
            ("/", "GET"),
            ("/static/a.css", "GET"),
            ("/any/?q=1", "POST"),
        ):
            with self.subTest(path=path), captured() as output:
                response = request(
                    self.site,
                    path,
                    method,
                    headers=[("Accept", "text/html")],
                    body=b"a=1",
                )
                page = html.unescape(response.body.decode())
                self.assertEqual(response.status, 500)
                self.assertRegex(page, rf"<title>{self.error_type}\s+at {path.partition('?')[0]}<")
                self.assertIn(self.message, page)
                self.assertNotIn("/django_playground/", page)
            self.assertEqual(output.getvalue(), "")

    def test_text_for_who_does_not_read_html(self):
        with captured():
            response = request(self.site, headers=[("Accept", "application/json")])
        self.assertEqual(response.status, 500)
        self.assertEqual(header(response, "content-type"), ["text/plain; charset=utf-8"])
        self.assertIn(self.message, response.body.decode())
