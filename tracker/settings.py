"""The settings: one file, read from the environment (docs/operations.md lists the variables).

Two modes. `local` is one machine and its loopback addresses, with servers that `manage.py up` starts.
`production` takes nothing for granted: what is secret or public has to be given.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.utils import get_random_secret_key
from django.utils.csp import CSP

from tracker.env import Env, read_broker_url, read_database_url, read_mode
from tracker.files import storages
from tracker.logs import one_stream
from tracker.model_settings import read_model
from tracker.paths import LocalPaths

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent

PRODUCTION = read_mode(env) == "production"

LOCAL = LocalPaths(env.folder("DEMARCHE_DATA_DIR", BASE_DIR / ".local"))
DATA_DIR = LOCAL.data

# Without a key on disk (no `manage.py up` yet) each process gets its own: enough for commands, and
# reading the settings writes nothing.
SECRET_KEY = env.text("SECRET_KEY") or LOCAL.read_secret_key() or get_random_secret_key()
DEBUG = env.flag("DEMARCHE_DEBUG", default=False)
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS") or LOOPBACK
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS")

# Whether pages that only read are open to everybody, or behind login.
DEMARCHE_READING_OPEN = env.flag("DEMARCHE_READING_OPEN", default=not PRODUCTION)

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "axes",
    "issues",
    "tracker",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "issues.views.reader.ReadersZone",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "issues.views.as_of.AsOfMiddleware",  # the innermost: it turns a view to the archive of another day
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
ASGI_APPLICATION = "tracker.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data ---------------------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {
    "default": read_database_url(env.text("DATABASE_URL") or LOCAL.database_url),
}
# One pool a process; with a pool Django wants connections to be given back after each request.
DATABASES["default"]["OPTIONS"]["pool"] = {
    "min_size": 1,
    "max_size": env.number("DEMARCHE_DB_POOL", 8, at_least=1),
    "timeout": 10,
}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CELERY_BROKER_URL, CACHE_URL = read_broker_url(env.text("REDIS_URL") or LOCAL.broker_url)
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": "demarche",
    },
}

STORAGES = storages(
    files=DATA_DIR / "files",
    captures=env.folder("DEMARCHE_CAPTURES_DIR", DATA_DIR / "captures"),
    production=PRODUCTION,
)
STATIC_URL = "/static/"
STATIC_ROOT = env.folder("DEMARCHE_STATIC_DIR", BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = not PRODUCTION
# An upload is kept in memory up to this size, and a form may not be larger (bytes).
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# --- Tasks --------------------------------------------------------------------------------------

CELERY_TASK_DEFAULT_QUEUE = "demarche"
CELERY_TASK_SERIALIZER = "json"
CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
# A task is acknowledged when it is done, and is delivered again when its worker dies; so each has
# to be safe to run twice. One that was taken by a machine that vanished comes back after
# visibility_timeout, which therefore has to be longer than the longest task (seconds).
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_VISIBILITY_TIMEOUT = env.number("DEMARCHE_VISIBILITY_TIMEOUT", 300, at_least=10)
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": CELERY_VISIBILITY_TIMEOUT}
CELERY_TASK_TIME_LIMIT = CELERY_VISIBILITY_TIMEOUT * 4 // 5
CELERY_TASK_SOFT_TIME_LIMIT = CELERY_VISIBILITY_TIMEOUT * 3 // 4
# True where nobody else takes tasks from this broker, as `manage.py up` knows of its own.
SOLE_WORKER = env.flag("DEMARCHE_SOLE_WORKER", default=False)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULER = "tracker.celery:BeatScheduler"
POLL_EVERY = env.number("DEMARCHE_POLL_EVERY", 30 if PRODUCTION else 5, at_least=1)
CELERY_BEAT_SCHEDULE = {
    "poll-due-sources": {
        "task": "issues.tasks.poll_due_sources",
        "schedule": float(POLL_EVERY),
        # After an outage the tick that comes next does the work of all that were missed.
        "options": {"expires": POLL_EVERY * 4},
    },
}

# --- Fetching -----------------------------------------------------------------------------------

# How the crawler names itself, so that whoever runs a site can say what it may do (robots.txt) or write.
FETCH_AGENT = "Demarche"
FETCH_USER_AGENT = env.text(
    "DEMARCHE_USER_AGENT", f"{FETCH_AGENT}/0.1 (archive of public statements; set DEMARCHE_USER_AGENT)"
)
# host:port pairs that may be fetched although they are on this machine or its network: the demo's
# news site, an internal mirror. Everything else there is refused. They are not paced either.
FETCH_ALLOW = env.names("DEMARCHE_FETCH_ALLOW")
FETCH_DELAY = env.number("DEMARCHE_FETCH_DELAY", 1)  # seconds between two requests to one host
FETCH_TIMEOUT = env.number("DEMARCHE_FETCH_TIMEOUT", 30, at_least=1)  # seconds for one answer, whole
FETCH_MAX_BYTES = env.number("DEMARCHE_FETCH_MAX_BYTES", 15 * 1024 * 1024, at_least=1024)  # unpacked
# Work that was begun and has not been heard of for so long is given to another worker (seconds).
INGEST_LEASE = env.number("DEMARCHE_INGEST_LEASE", 120, at_least=1)
# How long it is remembered how each poll ended; what it brought stays for ever.
POLL_RUNS_KEPT = timedelta(days=env.number("DEMARCHE_POLL_RUNS_KEPT", 400, at_least=1))
# Whether the suggester is trained on what editors decided (docs/methodology.md).
LEARNING = env.flag("DEMARCHE_LEARNING", default=True)
MODEL = read_model(env)  # the optional second reader

# --- People -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "issues.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "issues.permissions.AccountBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# Five wrong passwords for one name from one address, then a quarter of an hour's rest: a guesser
# from elsewhere does not lock the person out.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_CALLABLE = "issues.views.accounts.locked_out"
AXES_VERBOSE = False

PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# --- Language and time --------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский")]
LOCALE_PATHS = [BASE_DIR / "locale"]
# What a reader chose, kept a year; until then the browser's languages decide, and times are UTC.
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUCTION
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Security -----------------------------------------------------------------------------------

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

if PRODUCTION:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.flag("DEMARCHE_SSL_REDIRECT", default=True)
    # The health check asks inside the container, past the proxy and its certificate.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = env.number("DEMARCHE_HSTS_SECONDS", 365 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("DEMARCHE_HSTS_SUBDOMAINS", default=True)
    SECURE_HSTS_PRELOAD = env.flag("DEMARCHE_HSTS_PRELOAD", default=True)
    # Only a proxy that sets or strips these headers itself may be trusted, so it has to be said.
    if env.flag("DEMARCHE_BEHIND_PROXY", default=False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        USE_X_FORWARDED_HOST = True

# --- Logs: one readable stream ------------------------------------------------------------------

LOGGING = one_stream(env.text("DEMARCHE_LOG_LEVEL", "INFO"))
