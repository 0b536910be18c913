import {assert} from 'chai';
import {completeProject, needsLocales} from '../../src/project/index.js';

const needs = (content: string | Uint8Array<ArrayBuffer>, path = 'site/code.py') =>
  needsLocales([{path, content}]);

describe('needsLocales', () => {
  const others = [
    'LANGUAGE_CODE = "de"',
    "LANGUAGE_CODE='en-gb'",
    'LANGUAGE_CODE: str = "fr"',
    'LANGUAGE_CODE = os.environ["LANGUAGE"]',
    'with override_settings(LANGUAGE_CODE="pt-br"): ...',
    'settings.configure(**{"LANGUAGE_CODE": "de"})',
    'MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware"]',
    'LANGUAGES = [("en", "English"), ("de", "German")]',
    'urlpatterns = i18n_patterns(path("", view))',
    'path("i18n/", include("django.conf.urls.i18n"))',
    'from django.utils import translation\nwith translation.override("de"): ...',
    'from django.utils.translation import activate\nactivate(user.language)',
    'from django.conf.locale.de import formats',
    'Template("{% language \'de\' %}Hallo{% endlanguage %}")',
  ];
  for (const text of others) it(`is true of ${text}`, () => assert.isTrue(needs(text)));

  const english = [
    'LANGUAGE_CODE = "en-us"',
    "LANGUAGE_CODE = 'en'",
    'settings.configure(**{"LANGUAGE_CODE": "en-us"})',
    '# LANGUAGE_CODE = "de"',
    'USE_I18N = True\nUSE_L10N = True',
    'from django.utils.translation import gettext_lazy as _\nname = _("name")',
    'from typing import override\n\n@override\ndef save(self): ...',
    'from django.utils import timezone\ntimezone.activate("Europe/Vienna")',
    'PROGRAMMING_LANGUAGES = ["Python"]',
    '{% load i18n %}{% translate "Log in" %} {{ LANGUAGE_CODE }}',
  ];
  for (const text of english) it(`is false of ${text}`, () => assert.isFalse(needs(text)));

  it('is true of templates in other languages and of translations', () => {
    assert.isTrue(needs('{% language "de" %}{% endlanguage %}', 'templates/a.html'));
    assert.isTrue(needs('', 'polls/locale/de/LC_MESSAGES/django.po'));
    assert.isTrue(needs(new Uint8Array(), 'locale/fr/LC_MESSAGES/django.mo'));
    assert.isFalse(needs(new Uint8Array(), 'static/locale.png'));
  });

  it('is false of everything that is supplied', () => {
    const files = [
      {path: 'polls/models.py', content: 'from django.db import models'},
      {path: 'mysite/settings.py', content: 'DEBUG = True'},
    ];
    for (const given of [files.slice(0, 1), files]) {
      const {files: all, supplied} = completeProject(given);
      assert.isFalse(needsLocales([...all, ...supplied]));
    }
  });
});
