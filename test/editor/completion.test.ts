import {
  acceptCompletion,
  completionStatus,
  currentCompletions,
  startCompletion,
} from '@codemirror/autocomplete';
import {expect} from 'chai';
import type {ProjectFile} from '../../src/protocol/project.js';
import {open, until, type Opened} from './open.js';

const PROJECT: readonly ProjectFile[] = [
  {
    path: 'polls/models.py',
    content: `from django.db import models


class Question(models.Model):
    text = models.CharField(max_length=200)
    published = models.DateTimeField()


class Choice(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE)
`,
  },
  {
    path: 'polls/urls.py',
    content: `app_name = "polls"
urlpatterns = [path("", views.index, name="index"), path("<int:pk>/", views.detail, name="detail")]
`,
  },
  {
    path: 'polls/views.py',
    content: `def index(request):
    return render(request, "polls/index.html", {"questions": Question.objects.all()})
`,
  },
  {path: 'polls/templates/polls/index.html', content: '<p>{{ questions }}</p>'},
  {path: 'polls/templates/base.html', content: '{% block content %}{% endblock %}'},
  {path: 'polls/static/polls/style.css', content: ''},
];

describe('completion in the editor', () => {
  let opened: Opened;

  beforeEach(async () => {
    opened = await open(PROJECT);
  });

  afterEach(() => opened.close());

  /** What is offered at the `|` of a file. */
  async function offered(path: string, code: string): Promise<readonly string[]> {
    opened.editor.show({path, content: code.replace('|', '')});
    opened.view.dispatch({selection: {anchor: code.indexOf('|')}});
    opened.editor.focus();
    startCompletion(opened.view);
    // Some sources may have answered while others are still at it.
    await until(() => completionStatus(opened.view.state) === 'active');
    return currentCompletions(opened.view.state).map(({label}) => label);
  }

  const PYTHON: readonly (readonly [string, string, readonly string[]])[] = [
    ['keywords and builtins', 'pri|', ['print']],
    ['model fields', 'x = models.Cha|', ['CharField']],
    ['their options', 'x = models.CharField(max|', ['max_length=']],
    ['their options on another line', 'x = models.ForeignKey(\n    "A",\n    on|', ['on_delete=']],
    ['modules of the project', 'from polls.|', ['polls.models']],
    ['what they define', 'from polls.models import |', ['Question', 'Choice']],
    ['what neighbours define', 'from .models import Question, |', ['Choice']],
    ['modules beside', 'from . import |', ['models', 'urls']],
    ['what Django’s modules define', 'from django.urls import re|', ['reverse', 're_path']],
    ['methods of a manager', 'Question.objects.fi|', ['filter', 'first']],
    ['methods of a queryset', 'Question.objects.filter(id=1).or|', ['order_by']],
    ['fields to filter by', 'Question.objects.filter(te|', ['text=']],
    ['lookups', 'Question.objects.filter(text__ico|', ['icontains=']],
    ['fields of what a relation leads to', 'Choice.objects.filter(question__te|', ['text=']],
    ['what a module of the project defines', 'from . import views\nx = views.|', ['index']],
    ['fields to order by', 'Question.objects.order_by("-pub|")', ['published']],
    ['fields of an object', 'q = get_object_or_404(Question, pk=1)\nq.|', ['text', 'save']],
    ['fields of each object', 'for q in Question.objects.all():\n    q.pub|', ['published']],
    ['names of URLs', 'x = reverse("po|")', ['polls:index', 'polls:detail']],
    ['names of templates', 'render(request, "po|")', ['polls/index.html']],
    ['what the request has', 'def index(request):\n    request.PO|', ['POST']],
  ];

  for (const [what, code, expected] of PYTHON) {
    it(`offers ${what} in Python`, async () => {
      expect(await offered('polls/new.py', code)).to.include.members([...expected]);
    });
  }

  const TEMPLATES: readonly (readonly [string, string, readonly string[]])[] = [
    ['tags', '{% f| %}', ['for', 'firstof']],
    ['what ends the open tag', '{% if a %}{% for b in c %}{% end| %}', ['endfor']],
    ['filters', '{{ a|tru| }}'.replace('a|', 'a\u0000'), ['truncatewords']],
    ['names of URLs', "{% url 'polls:| %}", ['polls:detail']],
    ['names of templates', '{% extends "ba|" %}', ['base.html']],
    ['static files', "{% static 'po|' %}", ['polls/style.css']],
    ['libraries', '{% load st| %}', ['static']],
    ['variables of the view', '{{ que| }}', ['questions']],
    ['loop variables', '{% for row in rows %}{{ ro| }}', ['row']],
    ['fields of the models', '{{ question.te| }}', ['text']],
    ['elements', '<a|', ['article']],
  ];

  for (const [what, code, expected] of TEMPLATES) {
    it(`offers ${what} in templates`, async () => {
      opened.editor.show({path: 'polls/templates/polls/index.html', content: ''});
      const at = code.replace('\u0000', '|').lastIndexOf('|');
      const content = code.replace('\u0000', '|');
      opened.editor.show({
        path: 'polls/templates/polls/index.html',
        content: content.slice(0, at) + content.slice(at + 1),
      });
      opened.view.dispatch({selection: {anchor: at}});
      opened.editor.focus();
      startCompletion(opened.view);
      await until(() => currentCompletions(opened.view.state).length > 0);
      const labels = currentCompletions(opened.view.state).map(({label}) => label);
      expect(labels).to.include.members([...expected]);
    });
  }

  it('adds what ends a tag', async () => {
    await offered('t.html', '{% aut| %}');
    await until(() => acceptCompletion(opened.view));
    expect(opened.view.state.sliceDoc()).to.equal('{% autoescape  %}{% endautoescape %}');
    expect(opened.view.state.selection.main.head).to.equal(14);
  });

  it('imports what is not imported yet', async () => {
    const code = 'from django.shortcuts import render\n\nget_obj|';
    expect(await offered('polls/new.py', code)).to.include('get_object_or_404');
    await until(() => acceptCompletion(opened.view));
    expect(opened.view.state.sliceDoc()).to.equal(
      'from django.shortcuts import get_object_or_404, render\n\nget_object_or_404',
    );
  });
});
