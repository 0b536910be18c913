from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django import forms
from django.db.models import Count
from django.db.models.functions import ExtractHour, TruncDate, TruncMonth
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import dateformat, timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import localize
from django.utils.timesince import timesince, timeuntil

from .models import Event

WHEN = "%Y-%m-%d %Hh%M %Z"


class EventForm(forms.ModelForm):
    class Meta:
        model = Event
        fields = ["name", "start"]


def index(request):
    return render(
        request, "events/index.html", {"events": Event.objects.all(), "form": EventForm()}
    )


def add(request):
    form = EventForm(request.POST)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    event = form.save()
    return HttpResponse(f"{event} {event.start.astimezone(UTC):{WHEN}}")


def choose(request):
    name = request.POST["zone"]
    try:
        ZoneInfo(name)
    except (ValueError, ZoneInfoNotFoundError) as error:
        return HttpResponse(f"{type(error).__name__}: {error}", status=400)
    request.session["zone"] = name
    return redirect("index")


def days(request):
    """What a day is depends on the zone, in the database too."""
    here = timezone.get_current_timezone()
    by_day = Event.objects.annotate(day=TruncDate("start")).values_list("day", "name")
    tokyo = ZoneInfo("Asia/Tokyo")
    by_month = (
        Event.objects.annotate(month=TruncMonth("start", tzinfo=tokyo))
        .values("month")
        .annotate(count=Count("pk"))
        .order_by("month")
    )
    hours = Event.objects.annotate(hour=ExtractHour("start")).values_list("hour", flat=True)
    new_year = datetime(2024, 1, 1, tzinfo=here)
    return JsonResponse(
        {
            "zone": timezone.get_current_timezone_name(),
            "by day": [[str(day), name] for day, name in by_day],
            "by month": [[f"{each['month']:{WHEN}}", each["count"]] for each in by_month],
            "hours": list(hours),
            "dates": [f"{each:{WHEN}}" for each in Event.objects.datetimes("start", "day")],
            "of 2024": Event.objects.filter(start__year=2024).count(),
            "before": [str(each) for each in Event.objects.filter(start__lt=new_year)],
            "at one": [str(each) for each in Event.objects.filter(start__hour=1)],
        }
    )


def edges(request):
    """Where clocks jump."""
    berlin = ZoneInfo("Europe/Berlin")
    gap = datetime(2024, 3, 31, 2, 30, tzinfo=berlin)
    first, second = (datetime(2024, 10, 27, 2, 30, fold=fold, tzinfo=berlin) for fold in (0, 1))
    before = datetime(2024, 3, 30, 12, tzinfo=berlin)
    return JsonResponse(
        {
            "gap": f"{gap.astimezone(UTC):{WHEN}}",
            "folds": [f"{each.astimezone(UTC):{WHEN}}" for each in (first, second)],
            "a day later": str((before + timedelta(days=1)).utcoffset()),
            "made aware": f"{timezone.make_aware(datetime(2024, 7, 1, 12), berlin):{WHEN}}",
            "made naive": f"{timezone.make_naive(before, ZoneInfo('America/St_Johns')):{WHEN}}",
            "day": str(timezone.localdate(before, ZoneInfo("Pacific/Kiritimati"))),
            "Lord Howe": str(datetime(2024, 1, 1, tzinfo=ZoneInfo("Australia/Lord_Howe")).dst()),
            "old": str(datetime(1880, 1, 1, tzinfo=ZoneInfo("America/New_York")).utcoffset()),
            "far": str(datetime(2090, 7, 1, tzinfo=ZoneInfo("Europe/Paris")).utcoffset()),
            "since": timesince(before, before + timedelta(days=400, hours=3)),
            "until": timeuntil(before + timedelta(hours=47), before, depth=1),
            "format": dateformat.format(before.astimezone(ZoneInfo("Asia/Kolkata")), "c e T O Z U"),
            "localized": localize(before.date()),
            "aware": timezone.is_aware(timezone.now()),
        }
    )


def parsed(request):
    """What is written with an offset keeps it; what is not has the current zone."""
    texts = ["2024-05-05T10:00:00Z", "2024-05-05T10:00:00+05:45", "2024-05-05 10:00", "yesterday"]
    read = [parse_datetime(text) for text in texts]
    field = forms.DateTimeField()
    return JsonResponse(
        {
            "read": [each and f"{each.isoformat('_', 'hours')} {each.tzinfo}" for each in read],
            "of a form": f"{field.clean('2024-05-05 10:00').astimezone(UTC):{WHEN}}",
        }
    )


def zones(request):
    names = ["Europe/Berlin", "US/Eastern", "Asia/Calcutta", "Etc/GMT+5", "UTC", "GMT"]
    return JsonResponse({name: name in available_timezones() for name in names})
