import asyncio
from datetime import date, datetime
from decimal import Decimal

from django import forms
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import formats, translation
from django.utils.translation import gettext, gettext_lazy, ngettext, npgettext, pgettext

from .models import Book

CODES = ["en", "de", "ar"]
COUNTS = [0, 1, 2, 3, 11, 100, 1102]

# Made once, read in every language.
LAZY = gettext_lazy("Welcome to the library")


class OrderForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = ["title", "kind", "price"]
        localized_fields = ["price"]

    day = forms.DateField(localize=True)


def index(request):
    return render(request, "books/index.html", {"counts": COUNTS, "codes": CODES, "lazy": LAZY})


def books(request):
    meta = Book._meta
    return HttpResponse(f"{meta.verbose_name_plural}: {Book.Kind.NOVEL.label}, {request.path}")


async def at_once(request):
    """Each task has its language, however they take turns."""

    async def speak(code, rounds):
        said = []
        with translation.override(code):
            for count in range(rounds):
                await asyncio.sleep(0)
                said.append(ngettext("%(n)d book", "%(n)d books", count) % {"n": count})
            said += [str(LAZY), reverse("books"), str(translation.get_language_bidi())]
        return said

    spoken = await asyncio.gather(*(speak(code, 4) for code in CODES))
    return JsonResponse(
        {"spoken": dict(zip(CODES, spoken, strict=True)), "here": translation.get_language()}
    )


def numbers(request):
    found = {}
    for code in CODES:
        with translation.override(code):
            found[code] = {
                "number": formats.number_format(Decimal("1234567.891"), 2, force_grouping=True),
                "date": formats.date_format(date(2024, 3, 1)),
                "short": formats.date_format(date(2024, 3, 1), "SHORT_DATE_FORMAT"),
                "moment": formats.date_format(datetime(2024, 3, 1, 15, 5), r"l j F Y H\hi"),
                "read": formats.sanitize_separators("1.234,5"),
                "first day": formats.get_format("FIRST_DAY_OF_WEEK"),
                "may": pgettext("month", "May"),
                "verb": pgettext("verb", "May"),
                "lent": [npgettext("lent", "%d book", "%d books", n) % n for n in (1, 5)],
                "django": gettext("This field is required."),
                "unknown": gettext("Nobody has translated this."),
            }
    return JsonResponse(found)


def order(request):
    form = OrderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        book = form.save()
        return HttpResponse(f"{book} {book.get_kind_display()} {formats.localize(book.price)}")
    return render(request, "books/order.html", {"form": form})
