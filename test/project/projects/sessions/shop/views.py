from datetime import timedelta
from importlib import import_module

from django.contrib import messages
from django.contrib.auth import alogin, logout
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils import timezone


def basket(request):
    get_token(request)
    return JsonResponse(
        {
            "items": request.session.get("items", {}),
            "messages": [f"{each.tags}: {each}" for each in get_messages(request)],
            "user": str(request.user),
            "accessed": request.session.accessed,
            "modified": request.session.modified,
        }
    )


def add(request, item):
    items = request.session.setdefault("items", {})
    items[item] = items.get(item, 0) + 1
    # A dictionary within is not watched.
    request.session.modified = True
    messages.success(request, f"{item} is in the basket.")
    if items[item] > 1:
        messages.warning(request, "Are you sure?", extra_tags="doubt")
    return redirect("/")


def renew(request):
    before = request.session.session_key
    request.session.cycle_key()
    is_gone = not Session.objects.filter(pk=before).exists()
    is_other = request.session.session_key != before
    return JsonResponse({"gone": is_gone, "other": is_other, "items": request.session.get("items")})


def expire(request, when):
    moments = {
        "browser": 0,
        "soon": 60,
        "later": timedelta(days=2),
        "usual": None,
    }
    request.session.set_expiry(moments[when])
    return JsonResponse(
        {
            "age": request.session.get_expiry_age(modification=timezone.now()),
            "with browser": request.session.get_expire_at_browser_close(),
        }
    )


def empty(request):
    request.session.flush()
    return HttpResponse(f"{request.session.is_empty()} {request.session.session_key}")


def cookie(request):
    if request.session.test_cookie_worked():
        request.session.delete_test_cookie()
        return HttpResponse("Cookies are kept.")
    request.session.set_test_cookie()
    response = HttpResponse("Come again.")
    response.set_signed_cookie("colour", "red; or blue", salt="shop", max_age=60, httponly=True)
    response.set_cookie("size", "10 < 20", path="/cookie/", secure=False, samesite="Lax")
    response.delete_cookie("old", path="/shop/")
    return response


async def log_in(request):
    user, _ = await User.objects.aget_or_create(username="ada")
    before = request.session.session_key
    await alogin(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponse(f"{user} {before != request.session.session_key}")


def log_out(request):
    logout(request)
    return HttpResponse(str(request.user))


def engine(request, name):
    """Each engine does the same."""
    store = import_module(f"django.contrib.sessions.backends.{name}").SessionStore
    session = store()
    session["number"] = 42
    session["text"] = "ü"
    session.save()
    again = store(session.session_key)
    found = dict(again.items())
    again["number"] += 1
    again.save()
    again = store(again.session_key)
    number = again.pop("number")
    again.flush()
    lost = dict(store("no-such-key").items())
    return JsonResponse({"found": found, "number": number, "left": dict(again), "lost": lost})


def clear(request):
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    call_command("clearsessions")
    return HttpResponse(str(Session.objects.count()))
