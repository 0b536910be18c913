"""
Serve the project in the current folder under CPython to a test.

``cpython_site.py SETTINGS_MODULE given|made [NAME:PASSWORD]`` runs what a person would run
first, through the project's own ``manage.py``: ``check`` and, where the database is to be made,
``migrate`` and, if asked to, ``createsuperuser``. Then each line of standard input is a request and
each line of standard output its response, as JSON.
"""

import asyncio
import base64
import json
import os
import runpy
import sys
from urllib.parse import unquote, urlsplit


def main(settings_module, data, superuser):
    answers, sys.stdout = sys.stdout, sys.stderr
    sys.path.insert(0, os.getcwd())
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_module
    manage("check", "--fail-level", "WARNING")
    if data == "made":
        make_database(superuser)
    application = served_application()
    print("{}", file=answers, flush=True)
    for line in sys.stdin:
        response = asyncio.run(respond(application, json.loads(line)))
        print(json.dumps(response), file=answers, flush=True)


def make_database(superuser):
    manage("migrate", "--run-syncdb", "--verbosity", "0")
    name, _, password = superuser.partition(":")
    if name:
        os.environ["DJANGO_SUPERUSER_PASSWORD"] = password
        email = f"{name}@example.com"
        manage("createsuperuser", "--noinput", "--username", name, "--email", email)


def manage(*args):
    """Run the project's ``manage.py`` as a program."""
    sys.argv = ["manage.py", *args]
    runpy.run_path("manage.py", run_name="__main__")


def served_application():
    """Return the application that ``runserver`` serves."""
    from django.conf import settings
    from django.contrib.staticfiles.handlers import ASGIStaticFilesHandler
    from django.core.asgi import get_asgi_application

    application = get_asgi_application()
    served = settings.DEBUG and "django.contrib.staticfiles" in settings.INSTALLED_APPS
    return ASGIStaticFilesHandler(application) if served else application


async def respond(application, request):
    from asgiref.testing import ApplicationCommunicator

    url = urlsplit(request["url"])
    body = base64.b64decode(request["body"])
    headers = [*request["headers"], ("host", url.netloc), ("content-length", str(len(body)))]
    communicator = ApplicationCommunicator(
        application,
        {
            "type": "http",
            "http_version": "1.1",
            "method": request["method"],
            "scheme": url.scheme,
            "server": (url.hostname, 80),
            "client": ("127.0.0.1", 50000),
            "path": unquote(url.path),
            "raw_path": url.path.encode(),
            "query_string": url.query.encode(),
            "headers": [(key.lower().encode(), value.encode()) for key, value in headers],
        },
    )
    await communicator.send_input({"type": "http.request", "body": body})
    start = await communicator.receive_output(timeout=60)
    chunks = []
    more = True
    while more:
        message = await communicator.receive_output(timeout=60)
        chunks.append(message.get("body", b""))
        more = message.get("more_body", False)
    await communicator.wait()
    return {
        "status": start["status"],
        "headers": [(key.decode(), value.decode("latin-1")) for key, value in start["headers"]],
        "body": base64.b64encode(b"".join(chunks)).decode(),
    }


main(*sys.argv[1:])
