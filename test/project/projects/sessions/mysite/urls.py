from django.urls import path

from shop import views

urlpatterns = [
    path("", views.basket),
    path("add/<slug:item>/", views.add),
    path("renew/", views.renew),
    path("expire/<slug:when>/", views.expire),
    path("empty/", views.empty),
    path("cookie/", views.cookie),
    path("log-in/", views.log_in),
    path("log-out/", views.log_out),
    path("engines/<slug:name>/", views.engine),
    path("clear/", views.clear),
]
