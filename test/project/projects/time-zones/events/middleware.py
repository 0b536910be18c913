from zoneinfo import ZoneInfo

from django.utils import timezone


class TimeZoneMiddleware:
    """The zone that a visitor has chosen."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if name := request.session.get("zone"):
            timezone.activate(ZoneInfo(name))
        else:
            timezone.deactivate()
        return self.get_response(request)
