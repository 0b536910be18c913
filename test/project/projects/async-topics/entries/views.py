import asyncio
import contextvars

from asgiref.sync import async_to_sync, sync_to_async
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.core.exceptions import SynchronousOnlyOperation
from django.db import transaction
from django.db.models import Avg, F
from django.dispatch import Signal
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.shortcuts import aget_list_or_404, aget_object_or_404
from django.views import View
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from .models import Entry, Tag

visitor = contextvars.ContextVar("visitor", default="nobody")
published = Signal()


@cache_control(max_age=60)
@require_http_methods(["GET"])
async def index(request):
    return JsonResponse({"seen": request.seen, "entries": await Entry.objects.acount()})


class EntriesView(View):
    async def get(self, request):
        entries = [entry.title async for entry in Entry.objects.order_by("title")]
        return HttpResponse(", ".join(entries))

    async def post(self, request):
        await Entry.objects.acreate(title=request.POST["title"], stars=request.POST["stars"])
        return HttpResponseRedirect("/entries/")


async def entry(request, pk):
    found = await aget_object_or_404(Entry, pk=pk)
    return HttpResponse(f"{found} has {found.stars} stars")


async def queries(request):
    first = await Entry.objects.order_by("pk").afirst()
    made, is_new = await Entry.objects.aget_or_create(title="Third", defaults={"stars": 1})
    await Entry.objects.abulk_create([Entry(title=f"Bulk {n}", stars=n) for n in range(3)])
    raised = await Entry.objects.filter(title__startswith="Bulk").aupdate(stars=F("stars") + 1)
    mean = await Entry.objects.aaggregate(mean=Avg("stars"))
    found = await Entry.objects.ain_bulk([first.pk, made.pk])
    streamed = [entry.stars async for entry in Entry.objects.order_by("pk").aiterator(2)]
    await made.adelete()
    await first.arefresh_from_db()
    first.stars += 10
    await first.asave()
    gone = await Entry.objects.filter(title__startswith="Bulk").adelete()
    missing = await Entry.objects.filter(title="Third").aexists()
    try:
        await Entry.objects.aget(title="Third")
    except Entry.DoesNotExist as error:
        said = str(error)
    return JsonResponse(
        {
            "new": is_new,
            "raised": raised,
            "mean": mean["mean"],
            "found": len(found),
            "streamed": streamed,
            "first": await Entry.objects.values_list("stars", flat=True).aget(pk=first.pk),
            "gone": gone[0],
            "missing": missing,
            "said": said,
        }
    )


async def related(request):
    found = await Entry.objects.order_by("pk").afirst()
    tag, _ = await Tag.objects.aupdate_or_create(name="new", defaults={"name": "renamed"})
    await found.tags.aset([tag, await found.tags.acreate(name="made")])
    names = [tag.name async for tag in found.tags.order_by("name")]
    prefetched = [
        [tag.name for tag in entry.tags.all()]
        async for entry in Entry.objects.order_by("pk").prefetch_related("tags")
    ]
    await found.tags.aclear()
    await Tag.objects.all().adelete()
    return JsonResponse({"names": names, "prefetched": prefetched})


async def refused(request):
    try:
        Entry.objects.count()
    except SynchronousOnlyOperation as error:
        return HttpResponse(f"{type(error).__name__}: {error}")
    return HttpResponse("It was not refused.")


@transaction.atomic
def raise_all(by):
    """Leave nothing behind where it fails half way."""
    Entry.objects.update(stars=F("stars") + by)
    if by < 0:
        raise ValueError("less")
    return list(Entry.objects.order_by("pk").values_list("stars", flat=True))


async def bridged(request):
    after = await sync_to_async(raise_all)(1)
    try:
        await sync_to_async(raise_all, thread_sensitive=True)(-5)
    except ValueError as error:
        said = str(error)
    kept = await sync_to_async(lambda: list(Entry.objects.values_list("stars", flat=True)))()
    threaded = await asyncio.to_thread(lambda: sum(range(10)))
    visitor.set("Ada")
    seen = await sync_to_async(visitor.get)()
    await sync_to_async(visitor.set)("Grace")
    return JsonResponse(
        {
            "after": after,
            "said": said,
            "kept": kept == after,
            "threaded": threaded,
            "seen": seen,
            "afterwards": visitor.get(),
        }
    )


def from_sync(request):
    async def both():
        return await asyncio.gather(Entry.objects.acount(), Entry.objects.aexists())

    count, exists = async_to_sync(both)()
    return JsonResponse({"count": count == Entry.objects.count(), "exists": exists})


async def together(request):
    order = []

    async def greet(name, rounds):
        visitor.set(name)
        for _ in range(rounds):
            await asyncio.sleep(0)
        order.append(name)
        return f"{visitor.get()} {await Entry.objects.acount() > 0}"

    said = await asyncio.gather(greet("slow", 50), greet("quick", 1))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(greet(name, 0)) for name in "ab"]
    said += [task.result() for task in tasks]
    return JsonResponse({"said": said, "last": sorted(order[:2]), "here": visitor.get()})


async def late(request):
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        return HttpResponse("It took too long.", status=504)


async def cancelled(request):
    said = []

    async def wait():
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            said.append("cancelled")
            raise
        finally:
            said.append("cleaned up")

    task = asyncio.ensure_future(wait())
    await asyncio.sleep(0)
    task.cancel()
    results = await asyncio.gather(task, return_exceptions=True)
    return JsonResponse({"said": said, "result": type(results[0]).__name__})


async def signals(request):
    async def one(sender, **kwargs):
        await asyncio.sleep(0)
        return "async"

    def other(sender, **kwargs):
        return f"sync, {Entry.objects.count() > 0}"

    for receiver in (one, other):
        published.connect(receiver)
    answers = await published.asend(sender=None)
    for receiver in (one, other):
        published.disconnect(receiver)
    return JsonResponse(sorted(str(answer) for _, answer in answers), safe=False)


async def cached(request):
    await cache.aset("n", 1)
    await cache.aincr("n", 4)
    return JsonResponse(
        {
            "n": await cache.aget("n"),
            "made": await cache.aget_or_set("made", lambda: "made"),
            "many": await cache.aget_many(["n", "made", "none"]),
            "deleted": await cache.adelete("n"),
            "none": await cache.aget("n", "gone"),
        }
    )


async def session(request):
    visits = await request.session.aget("visits", 0) + 1
    await request.session.aset("visits", visits)
    user = await request.auser()
    return JsonResponse({"visits": visits, "user": str(user), "keys": len(request.session.keys())})


async def stream(request):
    async def lines():
        async for entry in Entry.objects.order_by("pk"):
            yield f"{entry.title}\n"
            await asyncio.sleep(0)
        yield "end"

    return StreamingHttpResponse(lines(), content_type="text/plain")


@login_required
async def members(request):
    return HttpResponse("Members only")


async def failed(request):
    await aget_list_or_404(Entry, title="nothing has this title")
