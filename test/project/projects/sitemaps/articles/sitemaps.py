from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from .models import Article


class ArticleSitemap(Sitemap):
    limit = 2
    protocol = "https"

    def items(self):
        return Article.objects.order_by("slug")

    def lastmod(self, article):
        return article.updated

    def changefreq(self, article):
        return "weekly" if article.pk % 2 else "never"

    def priority(self, article):
        return article.pk / 10


class PagesSitemap(Sitemap):
    changefreq = "monthly"
    priority = 1

    def items(self):
        return ["home"]

    def location(self, name):
        return f"{reverse(name)}?a=1&b=<2>"


class TranslatedSitemap(Sitemap):
    i18n = True
    alternates = True
    x_default = True
    protocol = "http"

    def items(self):
        return ["about"]

    def location(self, name):
        return reverse(name)
