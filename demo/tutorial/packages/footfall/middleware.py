"""Count the visits to each page that was found."""

from django.conf import settings
from django.db.models import F

from .models import Page


class FootfallMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.ignored = tuple(getattr(settings, "FOOTFALL_IGNORE", []))

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "GET" and response.status_code == 200:
            self.count(request.path)
        return response

    def count(self, path):
        if path.startswith(self.ignored):
            return
        page, _created = Page.objects.get_or_create(path=path[:300])
        Page.objects.filter(pk=page.pk).update(visits=F("visits") + 1)
