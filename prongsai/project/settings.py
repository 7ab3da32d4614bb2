"""Settings of the web application. What differs between machines comes from environment variables."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from prongsai.project.database import database
from prongsai.project.environment import env_bool, env_int, env_list, env_secret, env_text

PACKAGE = Path(__file__).resolve().parent.parent

# Where things lie
DATA_DIR = Path(env_text("DATA_DIR", "var")).resolve()  # everything this site keeps, by default
FILES_DIR = Path(env_text("FILES_DIR", str(DATA_DIR / "files"))).resolve()  # frozen bytes, by sha256
PUBLIC_DIR = Path(
    env_text("PUBLIC_DIR", str(DATA_DIR / "public"))
).resolve()  # what is public, as plain files
SURVEY_KEYS_DIR = Path(  # keys of open surveys; never in a backup together with the database
    env_text("SURVEY_KEYS_DIR", str(DATA_DIR / "survey-keys"))
).resolve()
MADE_DIR = DATA_DIR / "made"  # static files that set-up makes: the typeface for the web
STATIC_ROOT = DATA_DIR / "static"
for folder in (DATA_DIR, MADE_DIR, STATIC_ROOT):  # SQLite and those who serve static files need them to exist
    folder.mkdir(parents=True, exist_ok=True)
STATIC_URL = "/static/"
STATICFILES_DIRS = [MADE_DIR]
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"

# Who is served
DEBUG = env_bool("DEBUG")
SECRET_KEY = env_secret("SECRET_KEY", file=DATA_DIR / "secret_key")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
BASE_URL = env_text("BASE_URL", "http://127.0.0.1:8000")  # how the site calls itself in letters
IS_HTTPS = BASE_URL.startswith("https:")

# A room with tables, tasks, templates or commands has an apps.py; the folder is all it takes to join.
ROOMS = sorted(
    ".".join(("prongsai", *path.parent.relative_to(PACKAGE).parts)) for path in PACKAGE.rglob("apps.py")
)
INSTALLED_APPS = [
    *ROOMS,  # before Wagtail: our templates and strings win
    "wagtail.users",
    "wagtail.sites",  # its page list links there
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "prongsai.project.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "prongsai.project.language.LanguageMiddleware",
    "prongsai.people.doors.DoorsMiddleware",  # closed by default
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "prongsai.project.readonly.ReadOnlyMiddleware",
]
ROOT_URLCONF = "prongsai.project.urls"
WSGI_APPLICATION = "prongsai.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "prongsai.project.language.language_switch",
            ],
        },
    }
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True  # one office on one laptop needs no collectstatic

# What is kept
DATABASES = {"default": database(env_text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'prongsai.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
FRAMEWORKS_DIR = env_text("FRAMEWORKS_DIR")  # further files of rules, without a release
EVIDENCE_REACHES_LOOPBACK = env_bool("EVIDENCE_REACHES_LOOPBACK")  # for tests and demonstrations only
EVIDENCE_GAP_SECONDS = env_int("EVIDENCE_GAP_MILLISECONDS", 1000) / 1000  # between two requests of one site
EVIDENCE_AUTHORITIES = env_list("EVIDENCE_AUTHORITIES")  # addresses of time-stamp services (RFC 3161)
EVIDENCE_ROOTS = env_text("EVIDENCE_ROOTS")  # a PEM file with their root certificates
EVIDENCE_CHROMIUM = env_text("EVIDENCE_CHROMIUM")  # looks for barriers; needs the extra `browser`
# Where captured pages are shown, such as https://captured.example.go.th: another host of this same site.
CAPTURED_ORIGIN = env_text("CAPTURED_ORIGIN").rstrip("/")
DATA_UPLOAD_MAX_MEMORY_SIZE = env_int("UPLOAD_MAX_BYTES", 20_000_000)
FILE_UPLOAD_PERMISSIONS = 0o640

# Who signs in
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["prongsai.people.backends.NameOrEmailBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
SESSION_COOKIE_AGE = 60 * 60 * 12  # a working day
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "prongsai.project.views.csrf_failure"
SECURE_HSTS_SECONDS = env_int("HSTS_SECONDS", 0)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("BEHIND_PROXY") else None
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail previews pages in a frame of its own

# Language and time
LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
# Searched first, so that our wording wins over Wagtail's.
LOCALE_PATHS = [PACKAGE / "project" / name for name in ("locale", "locale_trail", "locale_wagtail")]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True

# The workspace
WAGTAIL_SITE_NAME = "Prongsai"
WAGTAILADMIN_USER_LOGIN_FORM = "prongsai.people.forms.SignInForm"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_CONTENT_LANGUAGES = [("th", _("Thai"))]
WAGTAIL_I18N_ENABLED = False  # the language is in the address, not in the page tree
WAGTAILADMIN_PERMITTED_LANGUAGES = [("th", "ไทย"), ("en", "English")]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no picture is asked for abroad
WAGTAIL_ENABLE_UPDATE_CHECK = False  # no release is asked for abroad
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = bool(env_text("EMAIL_HOST"))
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 1
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]

# Letters
EMAIL_HOST = env_text("EMAIL_HOST", "localhost")
EMAIL_PORT = env_int("EMAIL_PORT", 25)
DEFAULT_FROM_EMAIL = env_text("DEFAULT_FROM_EMAIL", "prongsai@localhost")

# What is written down about running: never an address or a browser's name, and no time finer than the day,
# since a line at ten past nine, beside whoever was seen at a desk then, would tell who answers a survey
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{", "datefmt": "%Y-%m-%d"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env_text("LOG_LEVEL", "WARNING")},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "CRITICAL"},  # our own page for errors writes them down, with a reference
    },
}
