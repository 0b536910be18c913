from django.contrib import admin

from .models import Page


@admin.register(Page)
class PageAdmin(admin.ModelAdmin):
    list_display = ["path", "visits"]

    def has_add_permission(self, request):
        return False
