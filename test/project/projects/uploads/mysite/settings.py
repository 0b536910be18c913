from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

INSTALLED_APPS = ["documents"]
MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware"]
ROOT_URLCONF = "mysite.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY = "for-tests-only"
DEBUG = True
ALLOWED_HOSTS = ["*"]

MEDIA_ROOT = BASE_DIR / "media"
MEDIA_URL = "media/"
# What is larger goes to a file at once.
FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 3
