"""A site that serves: what goes in, what comes out, what is printed."""

# Longer than 300 lines because its tests share one site, and an interpreter can have only one.

import asyncio
import base64
import unittest

from django_playground.asgi import Request, ResponseTooLarge
from support import IN_PYODIDE, captured, header, load_site, request

FILES = {
    "mysite/urls.py": """
        from django.conf import settings
        from django.conf.urls.static import static
        from django.contrib import admin
        from django.urls import path, re_path
        from polls import views

        urlpatterns = [
            path("admin/", admin.site.urls),
            path("echo/", views.echo),
            path("post/", views.post),
            path("cookies/", views.cookies),
            path("redirect/", views.redirect),
            path("template/", views.template),
            path("stream/", views.stream),
            path("astream/", views.astream),
            path("endless/", views.endless),
            path("file/", views.file),
            path("raise/", views.fail),
            path("araise/", views.afail),
            path("exit/", views.exit),
            path("print/", views.say),
            path("log/", views.log),
            path("warn/", views.warn),
            path("input/", views.ask),
            path("orm/", views.orm),
            path("aorm/", views.aorm),
            path("unsafe/", views.unsafe),
            path("wait/", views.wait),
            path("release/", views.release),
            path("both/", views.both),
            re_path(r"^path/(?P<rest>.*)$", views.rest),
        ] + static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
    """,
    "polls/models.py": """
        from django.db import models

        class Question(models.Model):
            text = models.CharField(max_length=200)
    """,
    "polls/views.py": """
        import asyncio
        import logging
        import sys
        import warnings
        from asgiref.sync import async_to_sync, sync_to_async
        from contextvars import ContextVar
        from django.conf import settings
        from django.http import FileResponse, HttpResponse, HttpResponseRedirect
        from django.http import JsonResponse, StreamingHttpResponse
        from django.shortcuts import render
        from django.utils import timezone
        from django.views.decorators.csrf import csrf_exempt
        from .models import Question

        variable = ContextVar("variable", default="unset")
        closed = []

        @csrf_exempt
        def echo(request):
            return JsonResponse({
                "method": request.method,
                "get": dict(request.GET.lists()),
                "host": request.get_host(),
                "secure": request.is_secure(),
                "body": request.body.decode(),
                "meta": {k: v for k, v in request.META.items() if isinstance(v, str)},
            })

        @csrf_exempt
        def post(request):
            return JsonResponse({
                "post": dict(request.POST.lists()),
                "files": {n: [f.name, f.content_type, f.size, f.read().hex()]
                          for n, f in request.FILES.items()},
            })

        def cookies(request):
            response = JsonResponse(request.COOKIES)
            response.set_cookie("one", "1")
            response.set_cookie("two", "2", httponly=True)
            return response

        def redirect(request):
            return HttpResponseRedirect("/echo/?a=1")

        def template(request):
            return render(request, "polls/page.html", {"now": timezone.now()})

        def stream(request):
            def parts():
                try:
                    yield from ["a", "b", "c"]
                finally:
                    closed.append("stream")
            return StreamingHttpResponse(parts())

        async def astream(request):
            async def parts():
                for part in "abc":
                    await asyncio.sleep(0)
                    yield part
            return StreamingHttpResponse(parts())

        async def endless(request):
            async def parts():
                try:
                    while True:
                        yield b"x" * 2**20
                finally:
                    closed.append("endless")
            return StreamingHttpResponse(parts())

        def file(request):
            return FileResponse(open(__file__, "rb"), as_attachment=True, filename="v.py")

        def fail(request):
            raise LookupError("in a view")

        async def afail(request):
            await asyncio.sleep(0)
            raise LookupError("in an async view")

        def exit(request):
            sys.exit("the view exits")

        def say(request):
            print("said ü", end="")
            print(" and begun", file=sys.stderr)
            return HttpResponse()

        def log(request):
            logging.getLogger("django.server").info("from the server")
            logging.getLogger("polls").warning("from the app")
            return HttpResponse()

        def warn(request):
            warnings.warn("careful")
            return HttpResponse()

        def ask(request):
            return HttpResponse(input("Name: "))

        def orm(request):
            Question.objects.create(text="sync")
            return HttpResponse(Question.objects.filter(text="sync").count())

        async def aorm(request):
            await Question.objects.acreate(text="async")
            texts = [question.text async for question in Question.objects.filter(text="async")]
            return HttpResponse(",".join(texts))

        async def unsafe(request):
            return HttpResponse(Question.objects.count())

        released = asyncio.Event()

        async def wait(request):
            variable.set("waiting")
            await released.wait()
            return HttpResponse(variable.get())

        async def release(request):
            before = variable.get()
            variable.set("releasing")
            released.set()
            return HttpResponse(before)

        def both(request):
            async def inner():
                before = variable.get()
                variable.set("set inside")
                await sync_to_async(lambda: variable.set(variable.get() + ", deeper"))()
                return before
            variable.set("set outside")
            return HttpResponse(f"{async_to_sync(inner)()}, {variable.get()}")

        def rest(request, rest):
            return HttpResponse(f"{request.path}|{rest}|{request.get_full_path()}")
    """,
    "polls/templates/polls/page.html": "{% load static %}<p>{% static 'polls/style.css' %}</p>",
    "polls/static/polls/style.css": "p { color: green }",
    "media/kept.txt": "media",
}

site = report = None


def setUpModule():
    global site, report
    site, report = load_site(FILES, superuser=("admin", "secret"))


class LoadTests(unittest.TestCase):
    def test_report(self):
        import django

        self.assertEqual(report["django"], django.get_version())
        self.assertIsNone(report["error"])
        self.assertEqual(site.stages, ["setup", "migrate"])
        self.assertEqual(
            set(report["phases"]),
            {"setup", "database", "migrate", "superuser", "application"},
        )

    def test_nothing_is_printed(self):
        self.assertEqual(site.output, "")

    @unittest.skipUnless(IN_PYODIDE, "CPython derives keys itself")
    def test_superuser_with_known_key(self):
        from django.contrib.auth import get_user_model
        from django.contrib.auth.hashers import PBKDF2PasswordHasher
        from django.test import override_settings
        from django_playground.superuser import create_superuser

        key = bytes(range(32))
        known = "a-salt-of-some-length", PBKDF2PasswordHasher.iterations, key
        hasher = "django.contrib.auth.hashers.PBKDF2PasswordHasher"
        with override_settings(PASSWORD_HASHERS=[hasher]):
            create_superuser("grace", "secret", known)
        user = get_user_model().objects.get(username="grace")
        _algorithm, _iterations, salt, hash = user.password.split("$")
        self.assertEqual(salt, known[0])
        self.assertEqual(base64.b64decode(hash), key)
        self.assertNotEqual(PBKDF2PasswordHasher().salt(), known[0])
        user.delete()

    def test_superuser(self):
        from django.contrib.auth.models import User

        user = User.objects.get(username="admin")
        self.assertTrue(user.is_superuser)
        self.assertTrue(user.check_password("secret"))


class RequestTests(unittest.TestCase):
    def echo(self, *args, **options):
        import json

        return json.loads(request(site, *args, **options).body)

    def test_query_and_headers(self):
        echo = self.echo("/echo/?a=1&a=2&b=%C3%BC&c=ü", headers=[("X-Empty", ""), ("X-One", "ä")])
        self.assertEqual(echo["get"], {"a": ["1", "2"], "b": ["ü"], "c": ["ü"]})
        self.assertEqual(echo["meta"]["HTTP_X_EMPTY"], "")
        self.assertEqual(echo["meta"]["HTTP_X_ONE"], "ä")
        self.assertEqual(echo["meta"]["REMOTE_ADDR"], "127.0.0.1")
        self.assertEqual(echo["host"], "localhost:8000")
        self.assertFalse(echo["secure"])

    def test_methods(self):
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"):
            with self.subTest(method=method):
                echo = self.echo("/echo/", method, body=b"text")
                self.assertEqual(echo["method"], method)
                self.assertEqual(echo["body"], "text")

    def test_head_has_no_body(self):
        response = request(site, "/echo/", "HEAD")
        self.assertEqual(response.status, 200)
        self.assertEqual(response.body, b"")
        self.assertGreater(int(header(response, "Content-Length")[0]), 0)

    def test_cookies(self):
        response = request(site, "/cookies/", headers=[("Cookie", "a=1; b=2")])
        self.assertEqual(response.body, b'{"a": "1", "b": "2"}')
        self.assertEqual(
            header(response, "set-cookie"), ["one=1; Path=/", "two=2; HttpOnly; Path=/"]
        )

    def test_urlencoded(self):
        response = request(
            site,
            "/post/",
            "POST",
            headers=[("Content-Type", "application/x-www-form-urlencoded")],
            body=b"a=1&a=2&b=%C3%BC",
        )
        self.assertEqual(
            response.body, b'{"post": {"a": ["1", "2"], "b": ["\\u00fc"]}, "files": {}}'
        )

    def test_large_multipart(self):
        content = bytes(range(256)) * 2**14
        body = (
            b'--x\r\nContent-Disposition: form-data; name="f"; filename="f.bin"\r\n'
            b"Content-Type: image/png\r\n\r\n" + content + b"\r\n--x--\r\n"
        )
        echo = self.echo(
            "/post/",
            "POST",
            headers=[("Content-Type", "multipart/form-data; boundary=x")],
            body=body,
        )
        self.assertEqual(echo["files"]["f"], ["f.bin", "image/png", len(content), content.hex()])

    def test_paths(self):
        cases = {
            "/path/a%20b": "/path/a b|a b|/path/a%20b",
            "/path/%C3%BC/ü": "/path/ü/ü|ü/ü|/path/%C3%BC/%C3%BC",
            "/path/a%2Fb": "/path/a/b|a/b|/path/a/b",
            "/path/%25?q=%25": "/path/%|%|/path/%25?q=%25",
            "/path//": "/path//|/|/path//",
        }
        for path, expected in cases.items():
            with self.subTest(path=path):
                self.assertEqual(request(site, path).body.decode(), expected)


class ResponseTests(unittest.TestCase):
    def test_redirect(self):
        response = request(site, "/redirect/")
        self.assertEqual(response.status, 302)
        self.assertEqual(header(response, "location"), ["/echo/?a=1"])

    def test_template(self):
        self.assertEqual(request(site, "/template/").body, b"<p>/static/polls/style.css</p>")

    def test_static_and_media(self):
        response = request(site, "/static/polls/style.css")
        self.assertEqual(response.body, b"p { color: green }")
        self.assertEqual(header(response, "content-type"), ["text/css"])
        self.assertEqual(request(site, "/static/admin/css/base.css").status, 200)
        self.assertEqual(request(site, "/static/missing.css").status, 404)
        with captured() as output:
            self.assertEqual(request(site, "/media/kept.txt").body, b"media")
        self.assertEqual(output.getvalue(), "")

    def test_only_files_of_the_project_can_change(self):
        self.assertEqual(header(request(site, "/static/polls/style.css"), "cache-control"), [])
        (control,) = header(request(site, "/static/admin/css/base.css"), "cache-control")
        self.assertIn("immutable", control)

    def test_not_modified(self):
        modified = header(request(site, "/media/kept.txt"), "last-modified")[0]
        response = request(site, "/media/kept.txt", headers=[("If-Modified-Since", modified)])
        self.assertEqual((response.status, response.body), (304, b""))

    def test_streaming(self):
        self.assertEqual(request(site, "/stream/").body, b"abc")
        self.assertEqual(request(site, "/astream/").body, b"abc")
        self.assertIn("stream", _views().closed)

    def test_file(self):
        response = request(site, "/file/")
        self.assertIn(b"def file(request)", response.body)
        self.assertEqual(header(response, "content-disposition"), ['attachment; filename="v.py"'])

    def test_too_large(self):
        from django.core.signals import request_finished

        finished = []

        def receiver(**kwargs):
            finished.append(True)

        request_finished.connect(receiver)
        with self.assertRaisesRegex(ResponseTooLarge, "more than 50 MB"):
            request(site, "/endless/")
        request_finished.disconnect(receiver)
        self.assertEqual(finished, [True])
        self.assertIn("endless", _views().closed)
        self.assertEqual(request(site, "/stream/").status, 200)

    def test_duration(self):
        self.assertGreater(request(site, "/stream/").duration, 0)


class ExceptionTests(unittest.TestCase):
    def test_debug_page(self):
        for path, message in {
            "/raise/": "in a view",
            "/araise/": "in an async view",
        }.items():
            with self.subTest(path=path), captured() as output:
                response = request(site, path, headers=[("Accept", "text/html")])
                self.assertEqual(response.status, 500)
                self.assertIn(
                    f"<title>LookupError\n          at {path}</title>",
                    response.body.decode(),
                )
                self.assertIn(message, response.body.decode())
            self.assertIn(f"Internal Server Error: {path}", output.getvalue())

    @unittest.skipUnless(IN_PYODIDE, "CPython's event loop ends")
    def test_exit(self):
        with captured():
            response = request(site, "/exit/", headers=[("Accept", "text/html")])
        self.assertEqual(response.status, 500)
        self.assertIn("the view exits", response.body.decode())
        self.assertEqual(request(site, "/stream/").status, 200)

    def test_not_found(self):
        with captured() as output:
            response = request(site, "/nowhere/", headers=[("Accept", "text/html")])
        self.assertEqual(response.status, 404)
        self.assertIn(b"mysite.urls", response.body)
        self.assertIn("Not Found: /nowhere/", output.getvalue())

    def test_disallowed_host(self):
        with captured():
            response = asyncio.run(site.respond(Request("GET", "http://elsewhere/stream/")))
        self.assertEqual(response.status, 400)


class OutputTests(unittest.TestCase):
    def test_print(self):
        with captured() as output:
            request(site, "/print/")
        self.assertEqual(output.getvalue(), " and begun\nsaid ü")

    def test_logging(self):
        with captured() as output:
            request(site, "/log/")
        self.assertRegex(output.getvalue(), r"^\[.+\] from the server\nfrom the app\n$")

    def test_warnings(self):
        with captured() as output:
            request(site, "/warn/")
        self.assertRegex(output.getvalue(), r"polls/views\.py:\d+: UserWarning: careful\n")

    def test_input(self):
        with captured():
            response = request(site, "/input/", headers=[("Accept", "text/html")])
        self.assertEqual(response.status, 500)
        self.assertIn("nobody sits at the server&#x27;s keyboard", response.body.decode())


class DatabaseTests(unittest.TestCase):
    def test_orm(self):
        self.assertEqual(request(site, "/orm/").body, b"1")
        self.assertEqual(request(site, "/aorm/").body, b"async")

    def test_sync_orm_in_async_view(self):
        with captured():
            response = request(site, "/unsafe/")
        self.assertEqual(response.status, 500)
        self.assertIn(b"SynchronousOnlyOperation", response.body)


class ConcurrencyTests(unittest.TestCase):
    def test_async_views_interleave(self):
        async def both():
            return await asyncio.gather(
                *(
                    site.respond(Request("GET", f"http://localhost/{path}/"))
                    for path in ("wait", "release")
                )
            )

        waiting, releasing = asyncio.run(both())
        self.assertEqual((waiting.body, releasing.body), (b"waiting", b"unset"))

    def test_context_variables(self):
        self.assertEqual(request(site, "/both/").body, b"set outside, set inside, deeper")


class AdminTests(unittest.TestCase):
    def test_login(self):
        page = request(site, "/admin/login/")
        cookie = header(page, "set-cookie")[0].partition(";")[0]
        token = cookie.partition("=")[2]
        body = f"csrfmiddlewaretoken={token}&username=admin&password=secret&next=/admin/"
        response = request(
            site,
            "/admin/login/",
            "POST",
            headers=[
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Cookie", cookie),
                ("Origin", "http://localhost:8000"),
            ],
            body=body.encode(),
        )
        self.assertEqual(response.status, 302)
        session = [value for value in header(response, "set-cookie") if "sessionid" in value]
        index = request(site, "/admin/", headers=[("Cookie", session[0].partition(";")[0])])
        self.assertEqual(index.status, 200)
        self.assertIn(b"Site administration", index.body)


def _views():
    from polls import views

    return views


if __name__ == "__main__":
    unittest.main()
