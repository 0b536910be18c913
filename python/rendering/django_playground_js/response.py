"""A response that JavaScript rendered."""

from django.http import HttpResponse

from .props import PropsEncoder
from .rendering import arender_js, render_js

__all__ = ["JsResponse"]


class JsResponse(HttpResponse):
    """
    What a function of a JavaScript module returns for ``props``, as a response.

    ``module``, ``props``, ``export`` and ``encoder`` are those of ``render_js()``; everything else,
    such as ``status`` and ``headers``, is Django's. It is rendered at once.
    """

    def __init__(
        self, module, props=None, *, export="default", encoder=PropsEncoder, **response_options
    ):
        super().__init__(
            render_js(module, props, export=export, encoder=encoder), **response_options
        )

    @classmethod
    async def acreate(
        cls, module, props=None, *, export="default", encoder=PropsEncoder, **response_options
    ):
        """Return a response, in an async view: a function that returns a promise is waited for."""
        response = cls.__new__(cls)
        html = await arender_js(module, props, export=export, encoder=encoder)
        HttpResponse.__init__(response, html, **response_options)
        return response
