"""The polls, run as others run them in a browser."""

import os
import sys
from pathlib import Path

PROJECT = Path("/project")


def set_up(files, settings_module):
    for path, content in files.items():
        file = PROJECT / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    sys.path.insert(0, str(PROJECT))
    os.chdir(PROJECT)
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_module
    # A loop always runs, and Django would refuse to use the database beside one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    import django

    django.setup()


def migrate():
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)


def respond(path):
    from wsgiref.util import setup_testing_defaults

    from django.core.wsgi import get_wsgi_application

    environ = {"PATH_INFO": path, "HTTP_HOST": "playground.localhost"}
    setup_testing_defaults(environ)
    statuses = []
    body = get_wsgi_application()(environ, lambda status, headers: statuses.append(status))
    text = b"".join(body).decode()
    if not statuses[0].startswith("200"):
        raise RuntimeError(f"{path} was answered with {statuses[0]}.")
    return text
