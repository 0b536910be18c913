"""The URL patterns of a project."""

import unittest

from support import SETTINGS, load_site

FILES = {
    "mysite/settings.py": SETTINGS,
    "mysite/urls.py": """\
        from django.contrib import admin
        from django.conf.urls.i18n import i18n_patterns
        from django.urls import include, path, re_path
        from polls import views

        urlpatterns = [
            path("", views.index),
            path("polls/", include("polls.urls")),
            path("admin/", admin.site.urls),
            re_path(r"^archive/(?P<year>[0-9]{4})/$", views.index, name="archive"),
            re_path(r"^files/(?P<path>.*)$", views.index, name="file"),
            *i18n_patterns(path("about/", views.index, name="about")),
            path("again/", include("mysite.loop")),
        ]
    """,
    "mysite/loop.py": """\
        from django.urls import include, path
        from polls import views

        urlpatterns = [path("page/", views.index), path("", include("mysite.loop"))]
    """,
    "polls/urls.py": """\
        from django.urls import path
        from . import views

        app_name = "polls"
        urlpatterns = [
            path("", views.index, name="index"),
            path("<int:pk>/", views.index, name="detail"),
            path("<slug>/", views.index),
        ]
    """,
    "polls/views.py": """\
        from django.http import HttpResponse

        def index(request, **kwargs):
            return HttpResponse("")
    """,
}


def setUpModule():
    load_site(FILES)


class UrlTests(unittest.TestCase):
    def test_each_pattern_is_there_with_converters_and_name_and_the_admin_as_one(self):
        from django_playground.urls import list_urls

        self.assertEqual(
            [(url["path"], url["name"]) for url in list_urls()],
            [
                ("/", ""),
                ("/polls/", "polls:index"),
                ("/polls/<int:pk>/", "polls:detail"),
                ("/polls/<slug>/", ""),
                ("/admin/", "admin:index"),
                ("/archive/<year>/", "archive"),
                ("/files/<path>", "file"),
                ("/en-us/about/", "about"),
                ("/again/page/", ""),
            ],
        )


if __name__ == "__main__":
    unittest.main()
