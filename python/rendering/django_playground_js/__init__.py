"""Render responses of Django with JavaScript of the project."""

from .errors import JsError
from .rendering import arender_js, render_js
from .response import JsResponse
from .views import JsView

__all__ = ["JsError", "JsResponse", "JsView", "arender_js", "render_js"]
