from django.conf import settings
from django.urls import re_path
from django.views.static import serve

urlpatterns = [
    re_path(r"^(?P<path>.*)$", serve, {"document_root": settings.BASE_DIR / "www"}),
]
