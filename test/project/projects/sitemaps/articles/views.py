from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from .models import Article


def home(request):
    return HttpResponse(get_language())


def article(request, slug):
    return HttpResponse(str(get_object_or_404(Article, slug=slug)))
