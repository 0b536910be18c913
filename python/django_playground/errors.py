"""An exception of the reader's code, as Django's own debug page and as data."""

import sys
import traceback

from asgiref.sync import sync_to_async
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpResponseServerError
from django.urls import ResolverMatch
from django.views.debug import technical_500_response

from .marks import exception_marks, location
from .standins import sources
from .tracebacks import OWN_FOLDER, format_traceback

__all__ = [
    "DebugPage",
    "describe",
    "print_exception",
    "running_the_project",
    "without_own_frames",
]


class DebugPage(ASGIHandler):
    """Answer every request with the debug page of one exception and status 500."""

    def __init__(self, exception):
        # Not the base class's, which loads the project's middleware.
        self.exception = exception
        _supply_settings()

    async def get_response_async(self, request):
        # Without a view of its own the page would look for one in a URLconf that may be broken.
        request.resolver_match = ResolverMatch(running_the_project, (), {})
        await sources.arrive()
        return await sync_to_async(self._page)(request)

    def _page(self, request):
        exception = self.exception
        try:
            return technical_500_response(
                request, type(exception), exception, exception.__traceback__
            )
        except Exception:
            # Both exceptions, the second of which is why there is no page of the first.
            text = "".join(traceback.format_exception(exception)) + traceback.format_exc()
            return HttpResponseServerError(text, content_type="text/plain; charset=utf-8")


def _supply_settings():
    """Let a page be made whatever state the project's settings and apps are in."""
    if not settings.configured:
        settings.configure(DEBUG=True)
    if not apps.apps_ready:
        # Translations come from apps.
        settings.USE_I18N = False
    try:
        settings.SECRET_KEY  # noqa: B018 - raises
    except ImproperlyConfigured:
        settings.SECRET_KEY = "for this page only"


def running_the_project():
    """Stand for the view that raised, where the exception came from outside of any."""


def without_own_frames(exception):
    """Return an exception with a traceback that begins in code that is not the playground's."""
    frames = exception.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename.startswith(OWN_FOLDER):
        frames = frames.tb_next
    return exception.with_traceback(frames)


def print_exception(exception):
    """Print a traceback to standard error as Python does."""
    print(format_traceback(exception), end="", file=sys.stderr)


def describe(exception, root):
    """
    Return an exception as data: type, message, marks, and path and line where they are known.

    The path is relative to ``root``. Both are those of the last line below ``root`` that was
    reached, or of the syntax error itself.
    """
    path, line = location(exception, root)
    return {
        "type": type(exception).__name__,
        "message": str(exception),
        "path": path,
        "line": line,
        "marks": exception_marks(exception, root),
    }
