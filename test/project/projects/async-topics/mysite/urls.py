from django.urls import path

from entries import views

urlpatterns = [
    path("", views.index),
    path("entries/", views.EntriesView.as_view()),
    path("entries/<int:pk>/", views.entry),
    path("queries/", views.queries),
    path("related/", views.related),
    path("refused/", views.refused),
    path("bridged/", views.bridged),
    path("from-sync/", views.from_sync),
    path("together/", views.together),
    path("late/", views.late),
    path("cancelled/", views.cancelled),
    path("signals/", views.signals),
    path("cache/", views.cached),
    path("session/", views.session),
    path("stream/", views.stream),
    path("members/", views.members),
    path("failed/", views.failed),
]
