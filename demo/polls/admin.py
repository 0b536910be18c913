from django.contrib import admin

from .models import Choice, Question

admin.site.site_header = "Pollster administration"
admin.site.site_title = "Pollster"


class ChoiceInline(admin.TabularInline):
    model = Choice
    extra = 2


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin):
    list_display = ["text", "published", "author", "votes"]
    search_fields = ["text", "choices__text"]
    date_hierarchy = "published"
    fieldsets = [
        (None, {"fields": ["text", "picture"]}),
        ("Publication", {"fields": ["author", "published"], "classes": ["collapse"]}),
    ]
    inlines = [ChoiceInline]
    actions = ["reset_votes"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_totals()

    def get_changeform_initial_data(self, request):
        return {"author": request.user.pk, **super().get_changeform_initial_data(request)}

    @admin.display(ordering="total")
    def votes(self, question):
        return question.total

    @admin.action(description="Reset the votes of selected questions")
    def reset_votes(self, request, questions):
        Choice.objects.filter(question__in=questions).update(votes=0)
        self.message_user(request, f"The votes of {questions.count()} questions are back at zero.")
