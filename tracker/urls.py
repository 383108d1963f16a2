from django.contrib import admin
from django.urls import include, path

from issues.views.health import healthz

handler400 = "issues.views.errors.bad_request"
handler500 = "issues.views.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("", include("issues.urls")),
]
