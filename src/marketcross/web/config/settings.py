"""Django's settings, made from the typed environment. Nothing here is set twice."""

from pathlib import Path

from marketcross.web.config.environment import environment
from marketcross.web.core.database import addresses
from marketcross.web.core.database.address import django_database

ENVIRONMENT = environment()
PRODUCTION = ENVIRONMENT.mode == "production"
WEB = Path(__file__).resolve().parent.parent
DATA = ENVIRONMENT.data.resolve()

DEBUG = ENVIRONMENT.debug
SECRET_KEY = ENVIRONMENT.secret_key.get_secret_value()
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ROOT_URLCONF = "marketcross.web.config.urls"
WSGI_APPLICATION = "marketcross.web.config.wsgi.application"

INSTALLED_APPS = [
    "procrastinate.contrib.django",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "marketcross.web.publishing",
    "marketcross.web.pathway",
    "marketcross.web.people",
    "marketcross.web.commissioning",
    "marketcross.web.directory",
    "marketcross.web.places",
    "marketcross.web.core",  # after those whose signals it switches off, before those whose templates it replaces
    "django.forms",
]

MIDDLEWARE = [
    "marketcross.web.core.cms.policy.EditorsPolicy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "marketcross.web.core.middleware.RequestContext",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "marketcross.web.core.sessions.middleware.EndingSessions",
    "marketcross.web.core.audit.views_of_records.ViewsOfRecords",
    "marketcross.web.core.access.limits.PublicForms",
    "marketcross.web.core.access.middleware.AccessRules",
]

# --- The database: three roles, three connections to one database -----------------------------------------------------
_GIVEN = {
    "default": ENVIRONMENT.database_url,
    "owner": ENVIRONMENT.database_owner_url or ENVIRONMENT.database_url,
    "reader": ENVIRONMENT.database_reader_url or ENVIRONMENT.database_url,
}
_URLS = (
    {alias: url.get_secret_value() for alias, url in _GIVEN.items() if url}
    if ENVIRONMENT.database_url
    else addresses.embedded(DATA)
)
DATABASES = {alias: django_database(url) for alias, url in _URLS.items()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Who signs in -----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
if ENVIRONMENT.oidc_issuer:
    AUTHENTICATION_BACKENDS.append("marketcross.web.core.sign_in.directory.Directory")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if ENVIRONMENT.mode == "test":  # a slow hash would only slow the tests; test_settings proves production's
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "core:sign_in"
LOGIN_REDIRECT_URL = "core:home"

# --- Sessions and cookies ---------------------------------------------------------------------------------------------
SESSION_IDLE_SECONDS = 60 * 30  # unused for so long, a session ends; the page says so before (core.sessions)
SESSION_LONGEST_SECONDS = 60 * 60 * 12
SESSION_COOKIE_AGE = 60 * 60 * 24  # outlives both, so that what is sent too late is kept for whoever sent it
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "session"
WORK_COOKIE_NAME = "__Host-work" if PRODUCTION else "work"  # opens what somebody without an account is writing
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"

# --- Transport and headers --------------------------------------------------------------------------------------------
if ENVIRONMENT.tls == "proxy":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^health$", r"^ready$"]
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# No inline script or style anywhere on our own pages; Wagtail's admin has its own, wider policy (access.cms).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# --- Background work: each context's jobs stand in its ``jobs.py`` ----------------------------------------------------
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# --- Pages ------------------------------------------------------------------------------------------------------------
FORM_RENDERER = "marketcross.web.core.pages.forms.GovukRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "marketcross.web.core.pages.context.council",
                "marketcross.web.core.pages.context.session",
            ],
        },
    }
]
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [WEB / "core" / "look"]
_HASHED, _PLAIN = "marketcross.web.core.static.HashedFiles", "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION  # a demonstration and tests collect nothing
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _HASHED if PRODUCTION else _PLAIN},
}
MEDIA_ROOT = DATA / "uploads"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "marketcross.web.core.uploads.limit.LargestUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# --- Edited pages (Wagtail, under /cms/) ------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = ENVIRONMENT.council_name
WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0]}"
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False  # it asks no other address for anything
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # accounts are ours
WAGTAILADMIN_LOGIN_URL = "core:sign_in"
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "docx", "csv"]
WAGTAILIMAGES_EXTENSIONS = ["png", "jpg", "jpeg", "webp"]

# --- Messages and logs ------------------------------------------------------------------------------------------------
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = ENVIRONMENT.email_from
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_person": {"()": "marketcross.web.core.logs.NoPerson"}},
    "formatters": {"json": {"()": "marketcross.web.core.logs.Line"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["no_person"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"marketcross": {"level": "INFO"}, "django.server": {"level": "WARNING"}},
}
