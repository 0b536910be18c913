from asgiref.sync import sync_to_async
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import aget_object_or_404, get_object_or_404, redirect, render
from django.views.generic import CreateView, ListView

from .forms import QuestionForm, VoteForm
from .models import Question


class IndexView(ListView):
    template_name = "polls/index.html"
    context_object_name = "questions"
    paginate_by = 4

    def get_queryset(self):
        questions = Question.objects.published().with_totals().prefetch_related("choices")
        if search := self.request.GET.get("q", "").strip():
            questions = questions.filter(text__icontains=search)
        # A query with sums leaves the model's own ordering out.
        return questions.order_by("-published", "-pk")


def detail(request, pk):
    """Show a question, and count one vote of each visitor."""
    question = get_object_or_404(Question.objects.published(), pk=pk)
    form = VoteForm(request.POST or None, question=question)
    if request.method == "POST":
        voted = request.session.get("voted", [])
        if question.pk in voted:
            messages.warning(request, "You have voted on this one already.")
            return redirect("polls:results", pk=question.pk)
        if form.is_valid():
            choice = form.save()
            request.session["voted"] = [*voted, question.pk]
            messages.success(request, f"Thank you! You voted for “{choice}”.")
            return redirect("polls:results", pk=question.pk)
    return render(request, "polls/detail.html", {"question": question, "form": form})


async def results(request, pk):
    """Show how the votes stand; an async view with async queries."""
    question = await aget_object_or_404(Question.objects.published().with_totals(), pk=pk)
    choices = [choice async for choice in question.choices.order_by("-votes", "pk")]
    context = {"question": question, "choices": choices}
    # The page's header asks for the user, which is a query that cannot be awaited.
    return await sync_to_async(render)(request, "polls/results.html", context)


class SuggestView(LoginRequiredMixin, CreateView):
    form_class = QuestionForm
    template_name = "polls/suggest.html"

    def form_valid(self, form):
        form.instance.author = self.request.user
        messages.success(self.request, "Your question is online. Be the first to vote!")
        return super().form_valid(form)
