from django.urls import path

from events import views

urlpatterns = [
    path("", views.index, name="index"),
    path("add/", views.add),
    path("zone/", views.choose),
    path("days/", views.days),
    path("edges/", views.edges),
    path("parsed/", views.parsed),
    path("zones/", views.zones),
]
