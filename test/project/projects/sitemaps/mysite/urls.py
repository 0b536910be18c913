from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import GenericSitemap
from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from articles import views
from articles.models import Article
from articles.sitemaps import ArticleSitemap, PagesSitemap, TranslatedSitemap

parts = {
    "articles": ArticleSitemap,
    "pages": PagesSitemap,
    "translated": TranslatedSitemap,
    "generic": GenericSitemap(
        {"queryset": Article.objects.order_by("pk"), "date_field": "updated"}, priority=0.3
    ),
}

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/<slug:slug>/", views.article, name="article"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": parts, "sitemap_url_name": "part"}),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": parts}, name="part"),
    path(
        "own.xml",
        sitemaps.sitemap,
        {"sitemaps": {"pages": PagesSitemap}, "template_name": "own.xml"},
    ),
    *i18n_patterns(path("about/", views.home, name="about")),
]
