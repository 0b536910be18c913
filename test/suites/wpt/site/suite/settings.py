"""Settings of a site that has nothing but the tests."""

SECRET_KEY = "not-secret"
DEBUG = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "suite.urls"
ASGI_APPLICATION = "suite.asgi.application"
USE_TZ = True
