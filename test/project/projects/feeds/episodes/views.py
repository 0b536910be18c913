from django.http import HttpResponse

from .models import Episode


def show(request, show):
    return HttpResponse(", ".join(map(str, Episode.objects.filter(show=show))))


def episode(request, show, number):
    return HttpResponse(str(Episode.objects.get(number=number)))
