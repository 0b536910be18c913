"""The static files that ``runserver`` serves."""

import os

from django.contrib.staticfiles.handlers import ASGIStaticFilesHandler

__all__ = ["StaticFiles"]

# As RFC 8246 has it.
NEVER_CHANGES = "public, max-age=31536000, immutable"


class StaticFiles(ASGIStaticFilesHandler):
    """
    Django's handler of static files, which says of some that they never change.

    What lies outside the project is read-only. Told so, a page need not ask for all files of the
    admin again when the project's code has changed.
    """

    def __init__(self, application, root):
        """``root`` is the project's folder."""
        super().__init__(application)
        self._root = os.path.join(root, "")

    def serve(self, request):
        """Return the file, or raise ``Http404``."""
        response = super().serve(request)
        file = getattr(response, "file_to_stream", None)
        if file and not file.name.startswith(self._root):
            response["Cache-Control"] = NEVER_CHANGES
        return response
