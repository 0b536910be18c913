import {assert} from 'chai';
import {apps, complete} from './completed.js';

const settings = (text: string) => complete({'mysite/settings.py': text, 'polls/models.py': ''});
const added = (text: string) => /for _app in (\[.*\]):/.exec(text)?.[1];

describe('completeProject', () => {
  describe('with settings', () => {
    it('adds apps to the running copy, says so, and shows the author’s', () => {
      const text = "INSTALLED_APPS = ['django.contrib.auth']";
      const site = settings(text);
      assert.equal(site.files[0]?.content, text);
      const running = site.text('mysite/settings.py');
      assert.isTrue(running.startsWith(`${text}\n`));
      assert.equal(added(running), '["polls"]');
      assert.include(
        site.notes,
        'mysite/settings.py does not list polls in INSTALLED_APPS; the copy that runs does.',
      );
    });

    const listed = [
      "INSTALLED_APPS = ['polls']",
      'INSTALLED_APPS = (\n    "polls.apps.PollsConfig",  # ours\n)',
      "INSTALLED_APPS = ['polls.PollsConfig']",
      "INSTALLED_APPS: list[str] = ['polls']",
      "INSTALLED_APPS = []\nINSTALLED_APPS += ['polls']",
      "INSTALLED_APPS = []\nINSTALLED_APPS.append('polls')",
      "LOCAL_APPS = ['polls']\nINSTALLED_APPS = DJANGO_APPS + LOCAL_APPS",
    ];
    for (const text of listed) {
      it(`adds nothing to ${JSON.stringify(text)}`, () => {
        assert.isUndefined(added(settings(text).text('mysite/settings.py')));
      });
    }

    const notListed = [
      "INSTALLED_APPS = [\n    # 'polls',\n]",
      "INSTALLED_APPS = []\nLOGGING = {'loggers': {'polls': {}}}",
      "INSTALLED_APPS = ['polls2', 'mypolls', 'polls.api', 'x.polls']",
      'INSTALLED_APPS = []\n"""\nINSTALLED_APPS = [\'polls\']\n"""',
    ];
    for (const text of notListed) {
      it(`adds to ${JSON.stringify(text)}`, () => {
        assert.equal(added(settings(text).text('mysite/settings.py')), '["polls"]');
      });
    }

    it('gives what is left out a default', () => {
      const running = settings("INSTALLED_APPS = ['polls']\nDEBUG = False\n").text(
        'mysite/settings.py',
      );
      assert.include(
        running,
        'if "ROOT_URLCONF" not in globals():\n    ROOT_URLCONF = "mysite.urls"',
      );
      assert.include(running, 'if "DATABASES" not in globals():');
      assert.notInclude(running, 'if "DEBUG"');
      assert.notInclude(running, 'SessionMiddleware', 'an app that is not installed');
      assert.notInclude(running, 'STATIC_URL');
    });

    it('is not misled by comparisons and comments', () => {
      const site = settings('# DEBUG = True\nif DEBUG == 1: pass\nINSTALLED_APPS = ["polls"]\n');
      assert.include(site.text('mysite/settings.py'), 'if "DEBUG" not in globals():');
    });

    it('installs everything where INSTALLED_APPS is missing', () => {
      const site = settings('LANGUAGE_CODE = "de"\n');
      assert.deepEqual(apps(site.text('mysite/settings.py')), ['polls']);
      assert.include(site.text('mysite/settings.py'), 'SessionMiddleware');
      assert.deepEqual(site.routes()[0], ['admin/', 'admin.site.urls']);
    });

    it('reads a package of settings as a whole', () => {
      const site = complete({
        'config/settings/base.py': "INSTALLED_APPS = ['polls']\nROOT_URLCONF = 'config.urls'\n",
        'config/settings/local.py': 'from .base import *\nDEBUG = True\n',
        'polls/models.py': '',
      });
      assert.equal(site.settingsModule, 'config.settings.local');
      const running = site.text('config/settings/local.py');
      assert.notInclude(running, 'ROOT_URLCONF');
      assert.notInclude(running, 'INSTALLED_APPS');
      assert.include(running, 'BASE_DIR = Path(__file__).resolve().parent.parent.parent\n');
      assert.include(site.suppliedPaths, 'config/settings/__init__.py');
      assert.include(site.suppliedPaths, 'config/urls.py');
    });

    it('does not take an app’s own settings for the project’s', () => {
      const site = complete({
        'polls/settings.py': 'PAGE = 5\n',
        'polls/models.py': '',
        'a/settings.py': 'INSTALLED_APPS = []\n',
      });
      assert.equal(site.settingsModule, 'a.settings');
    });
  });
});
