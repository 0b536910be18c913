"""
The app ``daphne``, which projects with Channels install for development.

Missing: Twisted, and ports for it to serve on. All that the app does is to have ``runserver`` serve
ASGI, WebSockets included, and that is what a playground does anyway.

Delete it when Daphne can be installed.
"""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location

__all__ = ["Finder", "install"]


class Finder:
    """Finds this very file as the app where no package has brought it."""

    @staticmethod
    def find_spec(name, path=None, target=None) -> ModuleSpec | None:
        """Return a spec for ``daphne`` only: a package with nothing else in it."""
        if name != "daphne":
            return None
        return spec_from_file_location(name, __file__, submodule_search_locations=[])


def install():
    """Let projects that name the app be loaded."""
    if Finder not in sys.meta_path:
        sys.meta_path.append(Finder)
