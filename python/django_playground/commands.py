"""Management commands with arguments, standard input, output and exit code."""

import getpass
import importlib
import os
import sys
import warnings
from contextlib import contextmanager, nullcontext
from itertools import zip_longest

from django.core.management import ManagementUtility
from django.db import connections
from django.test.utils import _TestState, teardown_test_environment

from . import console
from .errors import print_exception
from .savepoint import Savepoint, clear_model_caches

__all__ = ["run"]

SERVING = "the site is served already, and every change is seen when you run it again."
NO_PROCESSES = "no other program can be started in a browser."
UNAVAILABLE = {
    "dbshell": NO_PROCESSES,
    "runserver": SERVING,
    "runserver_plus": SERVING,
    "testserver": SERVING,
}


def run(args, stdin="", *, interactive=False):
    """
    Run ``manage.py`` with arguments and return its exit code.

    Output goes to ``sys.stdout`` and ``sys.stderr`` as it comes.

    Where ``interactive``, a command that asks for more than the lines of ``stdin`` ends without a
    trace, and ``console.Asked`` is raised. It is run again with the answer as one more line, and
    what it had said by then is not said again. Nothing can wait for an answer here, since not all
    engines let Python wait for the page.
    """
    args = list(args)
    if args[:1] == ["migrate"]:
        # Tables may be there already, made when the site was loaded.
        args.append("--fake-initial")
    if reason := _refusal(args):
        print(reason, file=sys.stderr)
        return 1
    savepoint = Savepoint(os.getcwd()) if interactive else None
    try:
        with console.replayed(stdin) if interactive else nullcontext():
            return _run(args, console.TypedInput(stdin, interactive=interactive))
    except console.Asked:
        savepoint.restore()
        raise


def _run(args, typed):
    with _own_process(args, typed), _own_connections() if "test" in args[:1] else nullcontext():
        try:
            ManagementUtility(["manage.py", *args]).execute()
        except console.Asked:
            raise
        except SystemExit as exit:
            return _exit_code(exit)
        except EOFError as error:
            if not typed.exhausted:
                print_exception(error)
                return 1
            print(
                f"\nThe command “{args[0]}” asks for more than it was given. "
                f"Answer all its questions, one a line, or pass --noinput.",
                file=sys.stderr,
            )
            return 1
        except BaseException as exception:
            print_exception(exception)
            return 1
    return 0


def _refusal(args):
    """Return why a command cannot run here, or ``None`` when it can."""
    command = args[0] if args else ""
    if command in UNAVAILABLE:
        return f"“{command}” is not available here: {UNAVAILABLE[command]}"
    current = os.environ.get("DJANGO_SETTINGS_MODULE")
    for option, following in zip_longest(args, args[1:]):
        name, _, value = option.partition("=")
        if name == "--settings" and (value or following) != current:
            return f"--settings is not available here: the site runs with {current} already."
    return None


def _exit_code(exit):
    """Return the code of a ``SystemExit`` as Python does, which prints any other value."""
    if exit.code is None:
        return 0
    if isinstance(exit.code, int):
        return exit.code
    print(exit.code, file=sys.stderr)
    return 1


@contextmanager
def _own_process(args, stdin):
    """
    Give a command what it would have of its own as a process, and take it away afterwards.

    It shares the interpreter with the site, which must serve on as before.
    """
    folder, path, environment = os.getcwd(), sys.path[:], dict(os.environ)
    before = sys.argv, sys.stdin, getpass.getpass
    sys.argv, sys.stdin = ["manage.py", *args], stdin
    getpass.getpass = console.read_password
    importlib.invalidate_caches()
    try:
        with warnings.catch_warnings():
            yield
    finally:
        sys.argv, sys.stdin, getpass.getpass = before
        os.chdir(folder)
        sys.path[:] = path
        os.environ.clear()
        os.environ.update(environment)
        importlib.invalidate_caches()
        console.flush()


@contextmanager
def _own_connections():
    """
    Let tests make databases of their own, and leave the site's as they are.

    Tests reconnect to another database by changing the connection and its settings in place, and
    fill caches with rows of it. Not everything is put back when they end early.
    """
    serving = {
        alias: (connections[alias], dict(connections.settings[alias])) for alias in connections
    }
    for alias in serving:
        connections[alias] = connections.create_connection(alias)
    clear_model_caches()
    try:
        yield
    finally:
        if hasattr(_TestState, "saved_data"):
            teardown_test_environment()
        connections.close_all()
        for alias, (connection, settings) in serving.items():
            connections.settings[alias].update(settings)
            connections[alias] = connection
        clear_model_caches()
