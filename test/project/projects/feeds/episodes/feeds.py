from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed

from .models import Episode


class EpisodesFeed(Feed):
    title = "All episodes"
    link = reverse_lazy("feed")
    description = "Talks & walks"
    author_name = "Ada Lovelace"
    author_email = "ada@example.com"
    categories = ("talking", "walking & more")
    feed_copyright = "© everybody"
    ttl = 600

    def items(self):
        return Episode.objects.all()[:4]

    def item_title(self, episode):
        return episode.title

    def item_description(self, episode):
        return episode.text

    def item_pubdate(self, episode):
        return episode.published

    def item_updateddate(self, episode):
        return episode.published

    def item_categories(self, episode):
        return [episode.show, f"number {episode.number}"]

    def item_enclosures(self, episode):
        return [Enclosure(f"/media/{episode.number}.mp3", "1000", "audio/mpeg")]

    item_guid_is_permalink = True


class EpisodesAtom(EpisodesFeed):
    feed_type = Atom1Feed
    subtitle = EpisodesFeed.description

    def item_enclosures(self, episode):
        return [
            Enclosure(f"/media/{episode.number}.{kind}", "1000", f"audio/{kind}")
            for kind in ("mpeg", "ogg")
        ]


class ShowFeed(Feed):
    title_template = "episodes/title.html"

    def get_object(self, request, show):
        if not Episode.objects.filter(show=show).exists():
            raise Http404(f"There is no show “{show}”.")
        return show

    def title(self, show):
        return show.title()

    def link(self, show):
        return f"/{show}/"

    def items(self, show):
        return Episode.objects.filter(show=show)

    def item_pubdate(self, episode):
        return episode.published

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "mark": "№"}


class Podcast(Rss201rev2Feed):
    """With what podcasts have beyond RSS."""

    def root_attributes(self):
        return {**super().root_attributes(), "xmlns:p": "https://example.org/podcast"}

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        handler.addQuickElement("p:explicit", "no")

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("p:episode", item["number"], {"of": item["show"]})


class PodcastFeed(EpisodesFeed):
    feed_type = Podcast

    def item_extra_kwargs(self, episode):
        return {"number": str(episode.number), "show": episode.show}
