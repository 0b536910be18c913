/** A small project and what is asked of it. */
import {completeProject, toStoredFiles} from '../../src/project/index.js';
import {SITE_ORIGIN, type HttpRequest} from '../../src/protocol/http.js';
import type {LoadRequest} from '../../src/protocol/interpreter.js';

export const PROJECT: Readonly<Record<string, string>> = {
  'notes/models.py': `
from django.db import models

class Note(models.Model):
    text = models.CharField(max_length=50)
`,
  'notes/views.py': `
from django.http import HttpResponse
from .models import Note

def index(request):
    return HttpResponse("Hello " + ", ".join(note.text for note in Note.objects.all()))
`,
  'notes/urls.py': `
from django.urls import path
from . import views

urlpatterns = [path("", views.index)]
`,
  'mysite/urls.py': `
from django.urls import include, path

urlpatterns = [path("", include("notes.urls"))]
`,
};

export function loadRequest(sources: Readonly<Record<string, string>>): LoadRequest {
  const files = Object.entries(sources).map(([path, content]) => ({path, content}));
  const project = completeProject(files);
  return {files: toStoredFiles(project), settingsModule: project.settingsModule, migrate: true};
}

export function get(path: string): HttpRequest {
  return {
    method: 'GET',
    url: SITE_ORIGIN + path,
    headers: [['Host', 'playground.localhost']],
    body: new Uint8Array(),
  };
}
