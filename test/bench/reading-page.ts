/** A long page to be read: its code is in playgrounds, or is only there. */

const PIECES = 20;

const PROSE = `<p>A view takes a request and returns a response. What is between the two is up to
you: it may ask the database, fill in a template, or do neither of them and only count.</p>`;

const VIEW = `from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from .models import Question


def detail(request, number):
    """What the page of part NUMBER shows."""
    question = get_object_or_404(Question, pk=number)
    choices = [f"{choice.text}: {choice.votes}" for choice in question.choices.all()]
    return HttpResponse("<br>".join([question.text, *choices]))
`;

/** @param script What makes playgrounds of their markup; plain code without it. */
export function readingPage(script?: string): string {
  const pieces = Array.from({length: PIECES}, (_, index) => {
    const code = VIEW.replace('NUMBER', String(index + 1)).replace('<br>', ', ');
    const block = `<pre><code class="language-python">${code}</code></pre>`;
    const file = `<script type="text/x-django" path="views.py">${code}</script>`;
    const live = `<django-playground>${file}</django-playground>`;
    return `<h2>Part ${index + 1}</h2>${PROSE.repeat(2)}${script ? live : block}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Reading</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dist/django-playground.css">
<style>
body {max-width: 40rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 sans-serif}
pre {padding: 0.8rem; border: 1px solid #ccc; overflow: auto}
</style>
<h1>Twenty views</h1>
${pieces.join('\n')}
${script ?? ''}`;
}
