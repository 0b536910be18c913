from django.conf import settings
from django.conf.urls.static import static
from django.urls import path

from documents import views

urlpatterns = [
    path("", views.index, name="index"),
    path("several/", views.several),
    path("looked-at/", views.look_at),
    path("filtered/", views.filtered),
    path("<int:pk>/", views.download, name="download"),
    path("<int:pk>/delete/", views.delete, name="delete"),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
