"""Settings of a site that has nothing but the files of the suite."""

from pathlib import Path

BASE_DIR = Path(__file__).parent.parent
SECRET_KEY = "not-secret"
DEBUG = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "suite.urls"
USE_TZ = True
