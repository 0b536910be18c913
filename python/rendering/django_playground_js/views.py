"""Generic views whose pages JavaScript renders."""

from django.core.exceptions import ImproperlyConfigured
from django.middleware.csrf import get_token

from .rendering import arender_js, render_js
from .response import JsResponse

__all__ = ["JsView"]


class JsView:
    """
    A mixin for Django's generic views, to the left of them: ``class Tasks(JsView, ListView)``.

    The function ``js_export`` of the module ``js_module`` renders what ``get_js_props()`` returns.
    That is the response; or, where the view has a ``template_name``, it is ``{{ js_html }}`` in the
    template.
    """

    js_module = None
    js_export = "default"

    def get_js_module(self):
        """Return the path of the module, as ``render_js()`` takes it."""
        if self.js_module is None:
            raise ImproperlyConfigured(
                f"{type(self).__name__} needs a js_module, the path of a JavaScript module, or a "
                "get_js_module() of its own."
            )
        return self.js_module

    def get_js_props(self, context):
        """
        Return what JavaScript gets: the context, without the view.

        A form is its HTML, and comes with a ``csrf_token``. Objects of models cannot be written as
        JSON: let the view have a query set of ``values()``, or return a dictionary here.
        """
        props = {name: value for name, value in context.items() if name != "view"}
        if "form" in props:
            props.setdefault("csrf_token", get_token(self.request))
        return props

    def render_to_response(self, context, **response_options):
        """Return the response, as generic views do."""
        module, props = self.get_js_module(), self.get_js_props(context)
        if not getattr(self, "template_name", None):
            return JsResponse(module, props, export=self.js_export, **response_options)
        html = render_js(module, props, export=self.js_export)
        return super().render_to_response({**context, "js_html": html}, **response_options)

    async def arender_to_response(self, context, **response_options):
        """Return the response, in an async view: a promise is waited for."""
        module, props = self.get_js_module(), self.get_js_props(context)
        if not getattr(self, "template_name", None):
            return await JsResponse.acreate(
                module, props, export=self.js_export, **response_options
            )
        html = await arender_js(module, props, export=self.js_export)
        return super().render_to_response({**context, "js_html": html}, **response_options)
