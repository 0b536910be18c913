"""One of each kind: what adapts, what is only asynchronous, what is only synchronous."""

from asgiref.sync import iscoroutinefunction
from django.utils.decorators import async_only_middleware, sync_and_async_middleware


@sync_and_async_middleware
def either(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            response = await get_response(request)
            response.headers["Content-Language"] = "x-async"
            return response

        return middleware

    def middleware(request):
        response = get_response(request)
        response.headers["Content-Language"] = "x-sync"
        return response

    return middleware


@async_only_middleware
def only_async(get_response):
    async def middleware(request):
        request.seen = ["only_async"]
        return await get_response(request)

    return middleware


class OnlySync:
    """Forces Django to leave the event loop and to come back to it for the view."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.seen.append("OnlySync")
        return self.get_response(request)
