"""Work that is not part of a response: Django's tasks, and tasks of asyncio that outlive it."""

import asyncio
import json
import unittest

import django
from django_playground.asgi import Request
from django_playground.lifespan import Lifespan
from support import SETTINGS, captured, load_site, request

HAS_TASKS = django.VERSION >= (6, 0)

FILES = {
    "mysite/settings.py": SETTINGS
    + """
    ASGI_APPLICATION = "mysite.asgi.application"
    TASKS = {
        "default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"},
        "later": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"},
    }
    """,
    "mysite/asgi.py": """
        import asyncio

        from django.core.asgi import get_asgi_application
        from polls.views import log

        django_application = get_asgi_application()

        async def tick():
            while True:
                log.append("tick")
                await asyncio.sleep(0.01)

        async def application(scope, receive, send):
            if scope["type"] != "lifespan":
                return await django_application(scope, receive, send)
            await receive()
            ticking = asyncio.create_task(tick())
            await send({"type": "lifespan.startup.complete"})
            await receive()
            ticking.cancel()
    """,
    "mysite/urls.py": """
        import django
        from django.urls import path
        from polls import views

        urlpatterns = [
            path("outlive/", views.outlive),
            path("fail/", views.fail),
            path("log/", views.show),
        ]
        if django.VERSION >= (6, 0):
            from polls import tasks

            urlpatterns += [path(f"{each.__name__}/", each) for each in tasks.VIEWS]
    """,
    "polls/views.py": """
        import asyncio

        from django.contrib.auth.models import User
        from django.http import HttpResponse, JsonResponse

        log, kept = [], set()

        async def work(name):
            await asyncio.sleep(0)
            await User.objects.acreate(username=name)
            log.append(f"{name} done")

        async def crash():
            raise LookupError("in the background")

        def keep(coroutine):
            task = asyncio.create_task(coroutine)
            kept.add(task)
            task.add_done_callback(kept.discard)

        async def outlive(request):
            keep(work("ann"))
            return HttpResponse("begun")

        async def fail(request):
            keep(crash())
            return HttpResponse("begun")

        async def show(request):
            names = [user.username async for user in User.objects.all()]
            return JsonResponse([log, names], safe=False)
    """,
    "polls/tasks.py": """
        from django.core.mail import send_mail
        from django.http import JsonResponse
        from django.tasks import default_task_backend, task, task_backends
        from django.tasks.signals import task_enqueued, task_finished, task_started

        signals = []
        for name, signal in (
            ("enqueued", task_enqueued), ("started", task_started), ("finished", task_finished)
        ):
            signal.connect(
                lambda task_result, name=name, **kwargs: signals.append(
                    f"{name} {task_result.task.name} {task_result.status}"
                ),
                weak=False,
            )

        @task
        def add(a, b):
            return a + b

        @task(takes_context=True)
        async def attempt(context):
            return context.attempt

        @task
        def broken():
            raise LookupError("nowhere")

        @task(backend="later", priority=5)
        def later():
            return 1

        def tell(result):
            return {
                "status": result.status,
                "value": result.return_value if result.status == "SUCCESSFUL" else None,
                "errors": [error.exception_class.__name__ for error in result.errors],
                "signals": signals[:],
            }

        def immediate(request):
            signals.clear()
            return JsonResponse(tell(add.enqueue(2, b=3)))

        async def awaited(request):
            signals.clear()
            return JsonResponse(tell(await attempt.aenqueue()))

        def failing(request):
            signals.clear()
            return JsonResponse(tell(broken.enqueue()))

        def dummy(request):
            signals.clear()
            result = later.enqueue()
            backend = task_backends["later"]
            result = backend.get_result(result.id)
            return JsonResponse({**tell(result), "kept": len(backend.results)})

        VIEWS = [immediate, awaited, failing, dummy]
    """,
}

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


async def ask(path):
    response = await site.respond(Request("GET", f"http://localhost{path}", []))
    return response.body.decode()


class BackgroundTests(unittest.TestCase):
    def test_tasks_outlive_a_response(self):
        async def visit():
            self.assertEqual(await ask("/outlive/"), "begun")
            for _ in range(1000):
                if "ann done" in (shown := await ask("/log/")):
                    return shown
                await asyncio.sleep(0.01)
            self.fail("The task did not end.")

        self.assertIn('["ann"]', asyncio.run(visit()))

    def test_a_lifespan_has_tasks_of_its_own(self):
        async def visit():
            # The one that the other test has started went with its event loop.
            site._lifespan = Lifespan(site._lifespan._application)
            for _ in range(1000):
                if (await ask("/log/")).count("tick") > 2:
                    return
                await asyncio.sleep(0.01)
            self.fail("Nothing ticks.")

        asyncio.run(visit())

    def test_one_that_fails_is_told_of(self):
        async def visit():
            self.assertEqual(await ask("/fail/"), "begun")
            await asyncio.sleep(0)
            await ask("/log/")

        with captured() as output:
            asyncio.run(visit())
        self.assertIn("LookupError: in the background", output.getvalue())


@unittest.skipUnless(HAS_TASKS, "This Django has no tasks.")
class TaskTests(unittest.TestCase):
    def enqueue(self, path):
        with captured():
            return json.loads(request(site, path).body)

    def test_immediate(self):
        told = self.enqueue("/immediate/")
        self.assertEqual((told["status"], told["value"]), ("SUCCESSFUL", 5))
        self.assertEqual(
            told["signals"],
            ["enqueued add READY", "started add RUNNING", "finished add SUCCESSFUL"],
        )

    def test_awaited(self):
        told = self.enqueue("/awaited/")
        self.assertEqual((told["status"], told["value"]), ("SUCCESSFUL", 1))

    def test_failing(self):
        told = self.enqueue("/failing/")
        self.assertEqual((told["status"], told["errors"]), ("FAILED", ["LookupError"]))
        self.assertEqual(told["signals"][-1], "finished broken FAILED")

    def test_dummy(self):
        told = self.enqueue("/dummy/")
        self.assertEqual((told["status"], told["kept"]), ("READY", 1))
        self.assertEqual(told["signals"], ["enqueued later READY"])


if __name__ == "__main__":
    unittest.main()
