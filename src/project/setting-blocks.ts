import {CONTRIB_APPS, type Site} from './site.js';
import {join, moduleName} from './source-tree.js';

/** One setting, or a few that belong together, as Python. */
export interface Block {
  /** The setting by whose presence the author's settings are judged. */
  readonly name: string;
  readonly python: string;
  /** Whether a site does not run, or not as meant, without it. */
  readonly vital?: boolean;
}

/**
 * The settings of a new project, in their usual order.
 *
 * @param base How Python gets at the project's root as a `Path`.
 */
export function settingBlocks(site: Site, base: string): Block[] {
  const inProject = (name: string) => moduleName(join(site.projectFolder, name));
  const has = (folder: string) => site.tree.hasFolder(folder);
  const apps = [
    ...CONTRIB_APPS.filter(app => site.contrib.has(app)),
    ...site.apps.map(app => app.name),
  ];
  const all: (Block | false)[] = [
    baseDir(site),
    {
      name: 'SECRET_KEY',
      python:
        '# Known to everyone: choose another one for a site of your own.\n' +
        'SECRET_KEY = "django-insecure-playground-6b0f2a9c41d87e35b2c8f0d4a7e19c53"',
      vital: true,
    },
    {name: 'DEBUG', python: 'DEBUG = True', vital: true},
    {
      name: 'ALLOWED_HOSTS',
      python: 'ALLOWED_HOSTS = [".localhost", "127.0.0.1", "[::1]"]',
      vital: true,
    },
    {name: 'INSTALLED_APPS', python: `INSTALLED_APPS = ${list(apps, true)}`, vital: true},
    {name: 'MIDDLEWARE', python: `MIDDLEWARE = ${list(middleware(site), true)}`, vital: true},
    site.urlconf !== undefined && {
      name: 'ROOT_URLCONF',
      python: `ROOT_URLCONF = "${site.urlconf}"`,
      vital: true,
    },
    {name: 'TEMPLATES', python: templates(site, base), vital: true},
    {name: 'WSGI_APPLICATION', python: `WSGI_APPLICATION = "${inProject('wsgi')}.application"`},
    // One of the author's own may do more than Django, e.g. serve WebSockets.
    site.tree.has(join(site.projectFolder, 'asgi.py')) && {
      name: 'ASGI_APPLICATION',
      python: `ASGI_APPLICATION = "${inProject('asgi')}.application"`,
    },
    {
      name: 'DATABASES',
      python: `DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ${base} / "db.sqlite3",
    }
}`,
      vital: true,
    },
    site.contrib.has('django.contrib.auth') && {
      name: 'AUTH_PASSWORD_VALIDATORS',
      python: `AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]`,
    },
    {name: 'LANGUAGE_CODE', python: 'LANGUAGE_CODE = "en-us"\nTIME_ZONE = "UTC"'},
    {name: 'USE_TZ', python: 'USE_I18N = True\nUSE_TZ = True'},
    site.contrib.has('django.contrib.staticfiles') && {
      name: 'STATIC_URL',
      python: 'STATIC_URL = "static/"',
      vital: true,
    },
    {name: 'STATIC_ROOT', python: `STATIC_ROOT = ${base} / "staticfiles"`},
    has('static') && {
      name: 'STATICFILES_DIRS',
      python: `STATICFILES_DIRS = [${base} / "static"]`,
      vital: true,
    },
    {name: 'MEDIA_URL', python: `MEDIA_URL = "media/"\nMEDIA_ROOT = ${base} / "media"`},
    {name: 'DEFAULT_AUTO_FIELD', python: 'DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"'},
  ];
  return all.filter(block => block !== false);
}

/** The project's root, from where the settings module lies. */
export function baseDir({settingsPath}: Site): Block {
  const parents = '.parent'.repeat(settingsPath.split('/').length);
  return {name: 'BASE_DIR', python: `BASE_DIR = Path(__file__).resolve()${parents}`};
}

/** What a new project has, without what stands on an app that is not installed. */
function middleware({contrib}: Site): string[] {
  const sessions = contrib.has('django.contrib.sessions');
  const auth = sessions && contrib.has('django.contrib.auth');
  const messages = sessions && contrib.has('django.contrib.messages');
  return [
    'django.middleware.security.SecurityMiddleware',
    ...(sessions ? ['django.contrib.sessions.middleware.SessionMiddleware'] : []),
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    ...(auth ? ['django.contrib.auth.middleware.AuthenticationMiddleware'] : []),
    ...(messages ? ['django.contrib.messages.middleware.MessageMiddleware'] : []),
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
  ];
}

function templates({tree, contrib}: Site, base: string): string {
  const processors = [
    'django.template.context_processors.request',
    ...(contrib.has('django.contrib.auth') ? ['django.contrib.auth.context_processors.auth'] : []),
    ...(contrib.has('django.contrib.messages')
      ? ['django.contrib.messages.context_processors.messages']
      : []),
  ];
  return `TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [${tree.hasFolder('templates') ? `${base} / "templates"` : ''}],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ${list(processors, true).replaceAll('\n', '\n            ')},
        },
    },
]`;
}

/** A Python list of strings; over several lines where it is the value of a setting. */
export function list(entries: readonly string[], tall = false): string {
  const quoted = entries.map(entry => `"${entry}"`);
  return tall && quoted.length > 0
    ? `[\n${quoted.map(entry => `    ${entry},\n`).join('')}]`
    : `[${quoted.join(', ')}]`;
}
