"""A project, loaded and serving."""

import asyncio
import importlib
import os
import sys
import warnings
from contextlib import contextmanager
from time import perf_counter

import django
from django.apps import apps
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.handlers.asgi import ASGIHandler
from django.urls import get_resolver
from django.utils.module_loading import import_string

from . import records
from .asgi import Request, ResponseTooLarge, exchange
from .database import check_readable, create_tables
from .errors import DebugPage, describe, print_exception, without_own_frames
from .lifespan import Lifespan
from .links import link_files
from .scope import BadRequest
from .standins import randomness
from .static_files import StaticFiles
from .superuser import create_superuser
from .tracebacks import format_traceback

__all__ = ["Site"]

WITHOUT_SOCKETS = (
    "The page opened a WebSocket to {}, which Django itself does not take. Set ASGI_APPLICATION in "
    "the settings to an ASGI application that handles the type “websocket”."
)


class Site:
    """
    A Django project that answers requests.

    An interpreter has one for its whole life, since Django has one set of settings. A project
    that cannot be loaded is a site too: it answers with the debug page of the exception.
    """

    def __init__(self, root, settings_module, stage=lambda name: None):
        """``stage`` is called with ``setup`` and ``migrate`` as loading goes on."""
        self.root = root
        self.settings_module = settings_module
        self.application = None
        self._lifespan = None
        # What loading raised, and what of that kept even Django's commands from running.
        self.error = None
        self.setup_error = None
        self._stage = stage
        self._phases = {}

    def load(self, migrate=True, superuser=None):
        """Load the project, and return a report as plain data."""
        randomness.install()
        records.install()
        self._prepare_process()
        try:
            self._set_up()
            self._fill_database(migrate, superuser)
            with self._phase("application"):
                self.application, own = _application(self.root)
                self._lifespan = own and Lifespan(own)
        except BaseException as exception:
            self._fail(exception)
        return {
            "django": django.get_version(),
            "error": self.error and self._describe_error(),
            "phases": self._phases,
        }

    def _fail(self, exception):
        """Answer everything with an exception from now on."""
        self.error = without_own_frames(exception)
        self.application = DebugPage(self.error)
        self._lifespan = None
        print_exception(self.error)

    def _describe_error(self):
        return describe(self.error, self.root) | {"traceback": format_traceback(self.error)}

    async def respond(self, request: Request):
        """
        Return the site's response, which for any exception is a page with status 500.

        Raise ``BadRequest`` and ``ResponseTooLarge``, which are not Django's to say.
        """
        await self._start()
        with records.recorded(self.root) as record:
            response = await self._respond(request, record)
        response.queries, response.raised = record.queries, record.raised
        if record.raised or self.error:
            link_files(response, self.root)
        return response

    async def stream(self, stream, request: Request):
        """
        Send the response over a ``Stream`` as it comes, until the application has ended.

        What is raised before the response has begun is a page, as in ``respond()``; what is raised
        later breaks it off. Raise ``BadRequest``.
        """
        await self._start()
        with records.recorded(self.root) as stream.record:
            try:
                await stream.run(self.application, request, self._state)
            except BaseException as exception:
                self._note(exception, stream.record)
                if stream.begun:
                    stream.end(exception)
                else:
                    await stream.run(DebugPage(exception), request)
        stream.end()

    async def connect(self, socket, scope):
        """Serve a ``WebSocket`` with its scope until the application has ended."""
        await self._start()
        with records.recorded(self.root) as socket.record:
            try:
                await socket.run(self.application, scope, self._state)
            except BaseException as exception:
                if _is_without_sockets(exception):
                    if not self.error:
                        print(WITHOUT_SOCKETS.format(scope["path"]), file=sys.stderr)
                else:
                    self._note(exception, socket.record)
                socket.fail(exception)

    async def _respond(self, request, record):
        try:
            return await exchange(self.application, request, state=self._state)
        except ResponseTooLarge:
            raise
        except BaseException as exception:
            self._note(exception, record)
            return await exchange(DebugPage(exception), request)

    def _note(self, exception, record):
        """Keep and print what the application raised; raise what is not Django's to say."""
        if isinstance(exception, BadRequest) or asyncio.current_task().cancelling():
            raise exception
        record.note(exception)
        print_exception(exception)

    @property
    def _state(self):
        return self._lifespan and self._lifespan.state

    async def _start(self):
        """Have an application start that is not Django's own, which has nothing to start."""
        lifespan = self._lifespan
        if lifespan is None:
            return
        try:
            await lifespan.start()
        except BaseException as exception:
            if asyncio.current_task().cancelling():
                raise
            # Others may have waited for it too.
            if self._lifespan is lifespan:
                self._fail(exception)

    def _prepare_process(self):
        os.chdir(self.root)
        if self.root not in sys.path:
            sys.path.insert(0, self.root)
        os.environ["DJANGO_SETTINGS_MODULE"] = self.settings_module
        importlib.invalidate_caches()
        # It is about servers with many clients, and not shown by runserver.
        warnings.filterwarnings("ignore", "StreamingHttpResponse must consume synchronous iterat")

    def _set_up(self):
        self._stage("setup")
        try:
            with self._phase("setup"):
                django.setup()
                # Django does not go far without, and says so only when it is first used.
                settings.SECRET_KEY  # noqa: B018 - raises when it is empty
        except BaseException as exception:
            self.setup_error = exception
            raise

    def _fill_database(self, migrate, superuser):
        with self._phase("database"):
            check_readable()
        if migrate:
            self._stage("migrate")
            with self._phase("migrate"):
                create_tables()
        if superuser:
            with self._phase("superuser"):
                create_superuser(*superuser)

    @contextmanager
    def _phase(self, name):
        started = perf_counter()
        try:
            yield
        finally:
            self._phases[name] = (perf_counter() - started) * 1000


def _application(root):
    """
    Return the ASGI application that ``runserver`` would serve, its URLs imported, and what of it
    is the project's own and not Django's.
    """
    application = _project_application() or get_asgi_application()
    own = None if isinstance(application, ASGIHandler) else application
    get_resolver().url_patterns  # noqa: B018 - imports them, so that errors show now
    if settings.DEBUG and apps.is_installed("django.contrib.staticfiles"):
        application = StaticFiles(application, root)
    return application, own


def _project_application():
    path = getattr(settings, "ASGI_APPLICATION", None)
    if not path:
        return None
    try:
        with _local_hosts_allowed():
            return import_string(path)
    except ImportError as error:
        print(
            f"ASGI_APPLICATION “{path}” cannot be imported ({error}), so Django's own is used.",
            file=sys.stderr,
        )
        return None


@contextmanager
def _local_hosts_allowed():
    """
    Have the hosts in the settings that Django takes with ``DEBUG`` where there are none.

    Channels reads them while the application is made, and would take ``localhost`` only, without
    what is below it: no WebSocket of the playground's own pages would come through.
    """
    if settings.ALLOWED_HOSTS or not settings.DEBUG:
        yield
        return
    hosts = settings.ALLOWED_HOSTS
    settings.ALLOWED_HOSTS = [".localhost", "127.0.0.1", "[::1]"]
    try:
        yield
    finally:
        settings.ALLOWED_HOSTS = hosts


def _is_without_sockets(exception):
    """Return whether Django says that it takes no WebSockets."""
    return type(exception) is ValueError and str(exception).startswith("Django can only handle")
