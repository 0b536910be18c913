import {assert} from 'chai';
import {completeProject} from '../../src/project/index.js';
import {complete} from './completed.js';

const START_PROJECT = {
  'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")\n',
  'site1/__init__.py': '',
  'site1/asgi.py': '',
  'site1/settings.py': [
    'BASE_DIR = Path(__file__).resolve().parent.parent',
    'SECRET_KEY = "x"',
    'DEBUG = True',
    'ALLOWED_HOSTS = []',
    "INSTALLED_APPS = [\n    'django.contrib.admin',\n    'polls.apps.PollsConfig',\n]",
    'MIDDLEWARE = []',
    "ROOT_URLCONF = 'site1.urls'",
    'TEMPLATES = []',
    'DATABASES = {}',
    "STATIC_URL = 'static/'\n",
  ].join('\n'),
  'site1/urls.py': 'urlpatterns = []\n',
  'site1/wsgi.py': '',
  'polls/__init__.py': '',
  'polls/admin.py': '',
  'polls/apps.py': '',
  'polls/migrations/__init__.py': '',
  'polls/models.py': '',
  'polls/tests.py': '',
  'polls/views.py': '',
};

describe('completeProject', () => {
  describe('with parts of a project', () => {
    it('takes mysite/urls.py without settings for the root URLconf', () => {
      const site = complete({
        'config/urls.py': 'urlpatterns = []\n',
        'polls/views.py': 'def a(request): ...',
      });
      assert.equal(site.settingsModule, 'config.settings');
      assert.include(site.text('config/settings.py'), 'ROOT_URLCONF = "config.urls"');
      assert.equal(site.text('config/urls.py'), 'urlpatterns = []\n');
      assert.notInclude(site.paths, 'polls/urls.py');
    });

    it('supplies the URLs that the root URLconf includes', () => {
      const site = complete({
        'mysite/urls.py': 'urlpatterns = [path("polls/", include("polls.urls"))]\n',
        'polls/views.py': 'def a(request): ...\n',
        'other/views.py': 'def a(request): ...\n',
      });
      assert.include(site.suppliedPaths, 'polls/urls.py');
      assert.notInclude(site.suppliedPaths, 'other/urls.py');
    });

    it('puts settings where manage.py or asgi.py looks for them', () => {
      const manage = 'os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"\n';
      assert.equal(complete({'manage.py': manage}).settingsModule, 'config.settings');
      const commented =
        '# ("DJANGO_SETTINGS_MODULE", "a.settings")\nf("DJANGO_SETTINGS_MODULE", "b.settings")\n';
      assert.equal(complete({'b/asgi.py': commented}).settingsModule, 'b.settings');
    });

    it('prefers settings that are there to settings that are named', () => {
      const site = complete({
        'manage.py': 'f("DJANGO_SETTINGS_MODULE", "missing.settings")\n',
        'mysite/settings.py': 'DEBUG = True\n',
      });
      assert.equal(site.settingsModule, 'mysite.settings');
    });

    it('supplies the URLconf that settings name', () => {
      const site = complete({'mysite/settings.py': 'ROOT_URLCONF = "config.routes"  # "x"\n'});
      assert.include(site.suppliedPaths, 'config/routes.py');
      assert.notInclude(site.suppliedPaths, 'mysite/urls.py');
    });

    it('runs settings that were put at the root in the project package', () => {
      const site = complete({'settings.py': "TIME_ZONE = 'Europe/Berlin'\n", 'views.py': ''});
      assert.equal(site.settingsModule, 'mysite.settings');
      assert.match(site.text('mysite/settings.py'), /^TIME_ZONE = 'Europe\/Berlin'\n/);
      const named = complete({'settings.py': "ROOT_URLCONF = 'config.urls'\n"});
      assert.equal(named.settingsModule, 'config.settings');
    });

    it('leaves a project that lies at the root as it is', () => {
      const site = complete({
        'settings.py': "ROOT_URLCONF = 'urls'\n",
        'urls.py': '',
        'views.py': '',
      });
      assert.equal(site.settingsModule, 'settings');
      assert.deepEqual(
        site.files.filter(file => file.storedAs),
        [],
      );
      assert.include(site.paths, 'asgi.py');
    });
  });

  describe('with a whole project', () => {
    it('changes nothing that startproject and startapp lay out', () => {
      const site = complete(START_PROJECT);
      assert.deepEqual(site.suppliedPaths, []);
      assert.equal(site.notes, '');
      assert.equal(site.settingsModule, 'site1.settings');
    });

    it('supplies missing __init__.py files only', () => {
      const {'polls/__init__.py': _, 'site1/__init__.py': __, ...files} = START_PROJECT;
      assert.deepEqual(complete(files).suppliedPaths, ['polls/__init__.py', 'site1/__init__.py']);
    });

    it('runs a project in a folder from that folder', () => {
      const inside = Object.fromEntries(
        Object.entries(START_PROJECT).map(([path, text]) => [`tutorial/${path}`, text]),
      );
      const site = complete({...inside, 'README.md': ''});
      assert.deepEqual(site.paths, [...Object.keys(START_PROJECT), 'README.md'].toSorted());
      assert.deepEqual(site.suppliedPaths, []);
    });
  });

  it('completes a completed project in the same way', () => {
    const once = complete({'views.py': 'def a(request): ...\n', 'settings.py': 'DEBUG = 1\n'});
    const twice = completeProject(once.files);
    assert.deepEqual(twice.files, once.files);
    assert.deepEqual(twice.supplied, once.supplied);
  });
});
