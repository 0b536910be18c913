from django.urls import path

from episodes import views
from episodes.feeds import EpisodesAtom, EpisodesFeed, PodcastFeed, ShowFeed

urlpatterns = [
    path("feed/", EpisodesFeed(), name="feed"),
    path("feed/atom/", EpisodesAtom(), name="atom"),
    path("feed/podcast/", PodcastFeed(), name="podcast"),
    path("<slug:show>/feed/", ShowFeed(), name="show-feed"),
    path("<slug:show>/", views.show, name="show"),
    path("<slug:show>/<int:number>/", views.episode, name="episode"),
]
