/**
 * What Django projects have in common, so that a link need not say it again.
 *
 * Longer than 300 lines because it is one text, in the order in which the likeliest comes last. A
 * link can only be read with the dictionary it was written with: whoever changes this raises the
 * format in `link.ts`.
 */
export const DICTIONARY = String.raw`:root {
  color-scheme: light dark;
  --accent: light-dark(#000, #fff);
}
*,
::before,
::after {
  box-sizing: border-box;
}
html { scroll-behavior: smooth; }
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
body {
  margin: 0;
  background: var(--background);
  color: var(--text);
  font-family: system-ui, sans-serif;
  line-height: 1.5;
}
a:hover, button:hover {
  text-decoration: underline;
}
.visually-hidden {
  position: absolute;
  overflow: hidden;
  width: 1px;
  height: 1px;
  clip-path: inset(50%);
  white-space: nowrap;
}
nav ul {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0.5rem 1rem;
  margin: 0 auto;
  padding: 0.75rem 1.25rem;
  list-style: none;
}
main {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(0, 1fr));
  gap: 1.5rem;
  max-width: 60rem;
  margin: 0;
  padding: 1rem;
  border: 1px solid var(--border);
  border-bottom: 1px solid var(--line);
  border-radius: 0.5rem;
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.1);
  font-size: 0.9rem;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
  transition: background 0.2s;
}
input, select, textarea, button {
  width: 100%;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  color: var(--muted);
  color: #fff;
}
ul.errorlist { color: #b00020; }
img { max-width: 100%; height: auto; object-fit: cover; }
@media (max-width: 40rem) {
@media (prefers-color-scheme: dark) {
@media (prefers-reduced-motion: no-preference) {
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none"><path fill="#" d="M"/><rect x="0" y="0" rx="2"/><circle cx="12" cy="12" r="2"/></svg>
"use strict";
import {
export function
const form = document.querySelector("form");
document.addEventListener("DOMContentLoaded", () => {
  for (const element of document.querySelectorAll("[data-")) {
    element.addEventListener("click", async (event) => {
      event.preventDefault();
      const response = await fetch(url, {method: "POST", headers: {"X-CSRFToken": token}, body: new FormData(form)});
      if (!response.ok) return;
      const data = await response.json();
      element.textContent = element.dataset.length;
      element.classList.add("hidden");
      element.classList.toggle("active");
      element.setAttribute("aria-label", "");
  }
});
{% load static humanize i18n %}<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{% block title %}{% endblock %}</title>
    <link rel="icon" href="{% static 'icon.svg' %}">
    <link rel="stylesheet" href="{% static "style.css" %}">
    <script src="{% static 'script.js' %}" defer></script>
    <script type="module" src="{% static "main.js" %}"></script>
  </head>
  <body>
    <header class="header">
      <a class="brand" href="{% url "index" %}"><img src="{% static "logo.svg" %}" alt="" width="32" height="32"></a>
      <nav aria-label="Main">
        {% if user.is_authenticated %}
          <span>{{ user.get_username }}</span>
          {% if user.is_staff %}<a href="{% url "admin:index" %}">Admin</a>{% endif %}
          <form action="{% url "logout" %}" method="post">{% csrf_token %}<button type="submit" class="link">Log out</button></form>
        {% else %}
          <a href="{% url "login" %}?next={{ request.path|urlencode }}">Log in</a>
        {% endif %}
      </nav>
    </header>
    <main>
      {% if messages %}
        <ul class="messages">
          {% for message in messages %}
            <li{% if message.tags %} class="{{ message.tags }}"{% endif %} role="status">{{ message }}</li>
          {% endfor %}
        </ul>
      {% endif %}
      {% block content %}{% endblock %}
    </main>
    <footer>
  </body>
</html>
{% extends "base.html" %}
{% block title %}{{ object.title }}{% endblock %}
{% block content %}
  <h1>{{ question.text }}</h1>
  <form action="{% url 'polls:vote' question.id %}" method="get" role="search">
    <label class="visually-hidden" for="search">Search</label>
    <input type="search" id="search" name="q" value="{{ request.GET.q }}" placeholder="Search">
    <button type="submit">Search</button>
  </form>
  {% for question in questions %}
    <article class="card">
      <h2><a href="{% url "polls:detail" question.pk %}">{{ question.text }}</a></h2>
      <p class="meta">{{ choice.votes }} vote{{ choice.votes|pluralize }} · <time datetime="{{ question.created|date:"c" }}">{{ question.published|date:"j F" }}</time> · <a href="{% url "polls:results" question.pk %}">Results</a></p>
    </article>
  {% empty %}
    <p>No questions are available. There is nothing here yet.</p>
  {% endfor %}
  {% if is_paginated %}
    <nav class="pagination" aria-label="Pages">
      {% if page_obj.has_previous %}<a href="?page={{ page_obj.previous_page_number }}" rel="prev">Previous</a>{% endif %}
      <span>Page {{ page_obj.number }} of {{ paginator.num_pages }}</span>
      {% if page_obj.has_next %}<a href="?page={{ page_obj.next_page_number }}" rel="next">Next</a>{% endif %}
    </nav>
  {% endif %}
  {% with total=question.total_votes %}{% endwith %}
  {% include "polls/choice.html" with choice=choice only %}
  <form method="post" enctype="multipart/form-data" novalidate>
    {% csrf_token %}
    {{ form.non_field_errors }}
    {{ form.as_div }}
    {% for field in form %}
      <fieldset>
        <legend>{{ field.label }}</legend>
        {{ field.errors }}
        {% for radio in form.choice %}<label for="{{ radio.id_for_label }}">{{ radio.tag }} {{ radio.choice_label }}</label>{% endfor %}
      </fieldset>
    {% endfor %}
    <input type="hidden" name="next" value="{{ next }}">
    <button type="submit" class="button primary">Save</button>
  </form>
{% endblock %}
# Generated by Django 5.2
import datetime
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("polls", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("text", models.CharField(max_length=200)),
                ("created", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="polls.question",
                    ),
                ),
            ],
            options={
                "ordering": ["-created"],
                "verbose_name_plural": "entries",
            },
        ),
        migrations.AddField(
            model_name="choice",
            name="question",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name="choice",
            constraint=models.UniqueConstraint(fields=("question", "text"), name="unique_choice"),
        ),
        migrations.RunPython(create, migrations.RunPython.noop),
    ]

def create(apps, schema_editor):
    Question = apps.get_model("polls", "Question")
    Choice = apps.get_model("polls", "Choice")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
from django.apps import AppConfig
from django.contrib import admin

from .models import Choice, Question


class ChoiceInline(admin.TabularInline):
    model = Choice
    extra = 3


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin):
    date_hierarchy = "created"
    fieldsets = [(None, {"fields": ["text"]}), ("Date information", {"fields": ["published"], "classes": ["collapse"]})]
    inlines = [ChoiceInline]
    list_display = ["text", "author", "published"]
    list_filter = ["published"]
    list_select_related = ["author"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["created"]
    search_fields = ["text", "choices__text"]

    @admin.display(boolean=True, ordering="published", description="Published recently?")
    @admin.action(description="")
    def get_queryset(self, request):
        return super().get_queryset(request).annotate(

    def save_model(self, request, obj, form, change):

admin.site.register(Choice)
admin.site.site_header = ""
from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.urls import include, path, reverse, reverse_lazy
from django.views.generic import RedirectView, TemplateView

from . import views

app_name = "polls"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="polls:index")),
    path("", views.IndexView.as_view(), name="index"),
    path("<int:pk>/", views.DetailView.as_view(), name="detail"),
    path("<int:pk>/results/", views.results, name="results"),
    path("<int:question_id>/vote/", views.vote, name="vote"),
    path("polls/", include("polls.urls")),
    path("accounts/login/", auth_views.LoginView.as_view(), name="login"),
    path("accounts/logout/", auth_views.LogoutView.as_view(), name="logout"),
    path("admin/", admin.site.urls),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce
from django.test import TestCase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class QuestionForm(forms.ModelForm):
    text = forms.CharField(label="", max_length=200, help_text="", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    choice = forms.ModelChoiceField(queryset=Choice.objects.none(), widget=forms.RadioSelect, empty_label=None, error_messages={"required": ""})

    class Meta:
        model = Question
        fields = ["text", "choices"]
        labels = {"text": ""}
        help_texts = {"text": ""}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].queryset = question.choices.all()

    def clean_text(self):
        text = self.cleaned_data["text"].strip()
        if not text:
            raise forms.ValidationError("")
        return text

    @transaction.atomic
    def save(self, commit=True):
        question = super().save(commit=False)
        Choice.objects.bulk_create(Choice(question=question, text=text) for text in choices)


class QuestionQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published__lte=timezone.now())

    def with_votes(self):
        return self.annotate(total_votes=Coalesce(Sum("choices__votes"), 0))


class Question(models.Model):
    title = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    text = models.TextField("", blank=True)
    published = models.DateTimeField("date published", default=timezone.now)
    created = models.DateTimeField(auto_now_add=True)
    picture = models.FileField(upload_to="pictures/", blank=True, validators=[FileExtensionValidator(["png", "jpg", "gif", "webp"])])
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-published"]
        constraints = [models.UniqueConstraint(fields=["question", "text"], name="")]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("polls:detail", kwargs={"pk": self.pk})

    @property
    def was_published_recently(self):
        return timezone.now() - datetime.timedelta(days=1) <= self.published


class Choice(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField(max_length=200)
    votes = models.PositiveIntegerField(default=0)
from asgiref.sync import sync_to_async
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import aget_object_or_404, get_object_or_404, redirect, render
from django.urls import reverse
from django.views import generic
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, DetailView, ListView, UpdateView

from .forms import QuestionForm
from .models import Choice, Question


class IndexView(generic.ListView):
    model = Question
    template_name = "polls/index.html"
    context_object_name = "questions"
    paginate_by = 10

    def get_queryset(self):
        """Return the last five published questions."""
        return Question.objects.filter(published__lte=timezone.now()).order_by("-published")[:5]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context


class QuestionCreate(LoginRequiredMixin, CreateView):
    form_class = QuestionForm
    success_url = reverse_lazy("polls:index")

    def form_valid(self, form):
        form.instance.author = self.request.user
        messages.success(self.request, "")
        return super().form_valid(form)


def index(request):
    query = request.GET.get("q", "").strip()
    questions = Question.objects.filter(text__icontains=query).prefetch_related("choices")
    return render(request, "polls/index.html", {"questions": questions})


def detail(request, pk):
    question = get_object_or_404(Question.objects.published(), pk=pk)
    form = QuestionForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        if form.is_valid():
            question = form.save()
            request.session["voted"] = True
            messages.success(request, "")
            return redirect("polls:detail", pk=question.pk)
    return render(request, "polls/detail.html", {"question": question, "form": form})


async def results(request, pk):
    question = await aget_object_or_404(Question, pk=pk)
    choices = [choice async for choice in question.choices.order_by("-votes")]
    return await sync_to_async(render)(request, "polls/results.html", {"question": question})


@login_required
@require_POST
def vote(request, question_id):
    question = get_object_or_404(Question, pk=question_id)
    try:
        selected_choice = question.choice_set.get(pk=request.POST["choice"])
    except (KeyError, Choice.DoesNotExist):
        return render(request, "polls/detail.html", {"question": question, "error_message": "You didn't select a choice."})
    selected_choice.votes = F("votes") + 1
    selected_choice.save(update_fields=["votes"])
    return HttpResponseRedirect(reverse("polls:results", args=(question.id,)))
    return HttpResponse("Hello, world.")
[["manage.py",0],["mysite/settings.py",0],["mysite/urls.py",0],["polls/migrations/0001_initial.py",0,2],["polls/migrations/__init__.py",0],["polls/static/polls/style.css",0,0,"style.css"],["polls/templates/registration/login.html",0,0,"login.html"],["polls/templates/polls/base.html",0,0,"base.html"],["polls/templates/polls/index.html",0,0,"index.html"],["polls/templates/polls/detail.html",0,0,"detail.html"],["polls/models.py",0],["polls/forms.py",0],["polls/admin.py",0],["polls/urls.py",0],["polls/views.py",0,8],["models.py",0],["views.py",0]]
`;
