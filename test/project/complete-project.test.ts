import {assert} from 'chai';
import {apps, complete} from './completed.js';

describe('completeProject', () => {
  describe('with lone modules', () => {
    it('puts an app around a single views.py and serves it at the root', () => {
      const site = complete({'views.py': 'def index(request): ...\n'});
      assert.deepEqual(site.files, [
        {path: 'views.py', content: 'def index(request): ...\n', storedAs: 'app/views.py'},
      ]);
      assert.deepEqual(site.paths, [
        'app/__init__.py',
        'app/urls.py',
        'app/views.py',
        'manage.py',
        'mysite/__init__.py',
        'mysite/asgi.py',
        'mysite/settings.py',
        'mysite/urls.py',
        'mysite/wsgi.py',
      ]);
      assert.equal(site.settingsModule, 'mysite.settings');
      assert.deepEqual(apps(site.text('mysite/settings.py')), ['app']);
      assert.deepEqual(site.routes(), [
        ['admin/', 'admin.site.urls'],
        ['', 'include("app.urls")'],
      ]);
      assert.deepEqual(site.routes('app/urls.py'), [['', 'views.index, name="index"']]);
      assert.include(site.notes, 'views.py runs as app/views.py.');
      assert.include(site.notes, 'mysite/settings.py');
    });

    it('has an ASGI application of the author’s own serve the site', () => {
      const own = complete({'views.py': '', 'mysite/asgi.py': 'application = ...\n'});
      assert.include(
        own.text('mysite/settings.py'),
        'ASGI_APPLICATION = "mysite.asgi.application"',
      );
      assert.notInclude(complete({'views.py': ''}).text('mysite/settings.py'), 'ASGI_APPLICATION');
    });

    it('leads from the root to the admin where there are no views', () => {
      const site = complete({'models.py': '', 'admin.py': ''});
      assert.deepEqual(site.routes(), [
        ['admin/', 'admin.site.urls'],
        ['', 'RedirectView.as_view(url="/admin/")'],
      ]);
    });

    it('takes along what belongs to an app and leaves the rest where it is', () => {
      const site = complete({
        'models.py': 'from .fields import A\nfrom utils import b\n',
        'fields.py': '',
        'utils.py': '',
        'migrations/0001_initial.py': '',
        'templatetags/extra.py': '',
        'fixtures/data.json': '',
        'templates/base.html': '',
        'static/a.css': '',
        'README.md': '',
      });
      assert.deepEqual(
        site.files.map(({path, storedAs}) => storedAs ?? path),
        [
          'app/models.py',
          'app/fields.py',
          'utils.py',
          'app/migrations/0001_initial.py',
          'app/templatetags/extra.py',
          'app/fixtures/data.json',
          'templates/base.html',
          'static/a.css',
          'README.md',
        ],
      );
      const settings = site.text('mysite/settings.py');
      assert.include(settings, '"DIRS": [BASE_DIR / "templates"]');
      assert.include(settings, 'STATICFILES_DIRS = [BASE_DIR / "static"]');
    });

    it('names the app so that nothing clashes', () => {
      const site = complete({'views.py': '', 'app/models.py': '', 'shop/app2/models.py': ''});
      assert.include(site.paths, 'app3/views.py');
    });

    it('names the app as the author does', () => {
      const named = complete({
        'apps.py': "class PollsConfig(AppConfig):\n    name = 'polls'  # 'x'\n",
        'models.py': '',
        'templates/polls/index.html': '',
      });
      assert.include(named.paths, 'polls/models.py');
      const namespaced = complete({'urls.py': 'app_name = "blog"\n', 'views.py': ''});
      assert.include(namespaced.paths, 'blog/urls.py');
    });

    it('keeps a landing page of the author at the root', () => {
      const urls = "urlpatterns = [path('', views.home), path('admin/', admin.site.urls)]\n";
      const site = complete({
        'views.py': '',
        'models.py': '',
        'urls.py': `from . import views\n${urls}`,
      });
      assert.equal(site.settingsModule, 'app.settings');
      assert.equal(site.text('app/urls.py'), `from . import views\n${urls}`);
    });

    it('takes a urls.py that stands alone for the root URLconf', () => {
      const site = complete({'urls.py': 'urlpatterns = []\n', 'polls/views.py': ''});
      assert.equal(site.text('mysite/urls.py'), 'urlpatterns = []\n');
    });

    it('runs beside apps and settings that are given', () => {
      const site = complete({'mysite/settings.py': 'INSTALLED_APPS = []\n', 'views.py': ''});
      assert.include(site.text('mysite/settings.py'), 'for _app in ["app"]:');
    });
  });

  describe('with apps', () => {
    it('finds each and includes its URLs, the first one at the root too', () => {
      const site = complete({
        'polls/views.py': 'def index(request): ...\n',
        'polls/templates/polls/admin.py': '',
        'shop/orders/models.py': '',
        'shop/orders/urls.py': '',
        'shop/orders/api/views.py': '',
        'news/management/commands/fetch.py': '',
        'not-a-package/models.py': '',
        'scripts/once.py': '',
      });
      assert.deepEqual(apps(site.text('mysite/settings.py')), ['news', 'polls', 'shop.orders']);
      assert.deepEqual(site.routes(), [
        ['admin/', 'admin.site.urls'],
        ['polls/', 'include("polls.urls")'],
        ['shop/orders/', 'include("shop.orders.urls")'],
        ['', 'RedirectView.as_view(url="/polls/")'],
      ]);
      for (const folder of ['shop', 'shop/orders/api', 'news/management/commands', 'scripts']) {
        assert.equal(site.text(`${folder}/__init__.py`), '');
      }
      assert.notInclude(site.paths, 'polls/templates/__init__.py');
      assert.notInclude(site.paths, 'not-a-package/__init__.py');
    });

    it('gives URLs a namespace where the author asks for one', () => {
      const views = {'polls/views.py': 'def index(request): ...\n'};
      const template = {'polls/templates/a.html': "{% url 'polls:index' %}"};
      assert.notInclude(complete(views).text('polls/urls.py'), 'app_name');
      assert.include(complete({...views, ...template}).text('polls/urls.py'), 'app_name = "polls"');
    });

    it('does not include URLs that the author includes elsewhere', () => {
      const site = complete({
        'polls/urls.py': "urlpatterns = [path('api/', include('api.urls'))]\n",
        'polls/models.py': '',
        'api/urls.py': '',
        'api/models.py': '',
      });
      assert.deepEqual(
        site.routes().map(([route]) => route),
        ['admin/', 'polls/', ''],
      );
    });

    it('counts the project package only if it has models', () => {
      const urls = {'mysite/urls.py': '', 'mysite/views.py': ''};
      assert.deepEqual(apps(complete(urls).text('mysite/settings.py')), []);
      const models = {
        ...urls,
        'mysite/models.py': '',
        'mysite/settings.py': 'INSTALLED_APPS = []\n',
      };
      assert.include(complete(models).text('mysite/settings.py'), 'for _app in ["mysite"]:');
    });

    it('leaves an app that has the name of the project its URLs', () => {
      const site = complete({'mysite/urls.py': '', 'mysite/models.py': ''});
      assert.equal(site.settingsModule, 'mysite2.settings');
      assert.deepEqual(apps(site.text('mysite2/settings.py')), ['mysite']);
    });
  });
});
