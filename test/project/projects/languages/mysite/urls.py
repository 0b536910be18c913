from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog, JSONCatalog

from books import views

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("catalog.js", JavaScriptCatalog.as_view()),
    path("catalog.json", JSONCatalog.as_view()),
    path("at-once/", views.at_once),
    path("numbers/", views.numbers),
    path("order/", views.order),
    *i18n_patterns(
        path("", views.index, name="index"),
        path(_("books/"), views.books, name="books"),
    ),
]
