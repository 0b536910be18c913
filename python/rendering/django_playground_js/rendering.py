"""Have the project's JavaScript render."""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.utils.safestring import mark_safe

from .errors import JsError
from .props import PropsEncoder, to_json

__all__ = ["arender_js", "render_js"]

if sys.platform == "emscripten":
    from . import interpreter as engine
else:
    from . import node as engine


def render_js(module, props=None, *, export="default", encoder=PropsEncoder):
    """
    Return the HTML that a function of a JavaScript module returns, as a text safe for templates.

    ``module`` is the path of an ES module, relative to ``settings.BASE_DIR`` or absolute,
    ``export`` names the function that it exports, and ``props`` is what the function gets.

    Raise ``JsError`` where the function cannot be called, throws or returns no text, and
    ``TypeError`` where props cannot be written as JSON.
    """
    call = _Call(module, export)
    reply = engine.render(call.path, export, to_json({} if props is None else props, encoder))
    return call.html_of(reply)


async def arender_js(module, props=None, *, export="default", encoder=PropsEncoder):
    """Do what ``render_js()`` does, and wait for a function that returns a promise."""
    call = _Call(module, export)
    json = to_json({} if props is None else props, encoder)
    return call.html_of(await engine.arender(call.path, export, json))


class _Call:
    def __init__(self, module, export):
        self.module = os.fspath(module)
        self.export = export
        self.path = os.path.realpath(Path(getattr(settings, "BASE_DIR", ""), self.module))
        if not os.path.isfile(self.path):
            raise JsError(
                f"There is no file {self.path}. A JavaScript module is named by its path from "
                "the folder BASE_DIR in the settings."
            )

    def html_of(self, reply):
        if "html" in reply:
            return mark_safe(reply["html"])
        if "error" in reply:
            raise JsError(**reply["error"]).raised()
        raise JsError(f"{self.module}: {self._explain(**reply)}")

    def _explain(self, returned=None, promise=None, functions=None, unknown=None, late=None):
        name = "its default export" if self.export == "default" else f"“{self.export}”"
        if returned:
            return f"{name} returned no text but {returned}. It has to return HTML."
        if promise:
            return (
                f"{name} returned a promise, which a synchronous view cannot wait for. Make the "
                "view async, and await arender_js() or JsResponse.acreate() in it."
            )
        if unknown:
            return (
                "it was not there when the site was started, or its name does not end with .js or "
                ".mjs. Run the site again."
            )
        if late:
            return (
                f"{name} did not answer within {late} seconds, so it was stopped. If it needs "
                "more, set JS_TIMEOUT in the settings."
            )
        exports = ", ".join(functions) or "none"
        return f"{name} is no function. The functions that it exports: {exports}."
