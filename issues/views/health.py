"""/healthz: for load balancers, container health checks and monitoring; open to everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from issues.analysis.health import PARTS, health


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when every part works, else 503; the body says which does not.

    `?parts=database,broker` asks for these alone: a web container is not ill because no worker runs.
    """
    asked = request.GET.get("parts", "")
    wanted = [part for part in PARTS if part in asked.split(",")] if asked else list(PARTS)
    if not wanted:
        return JsonResponse({"status": "unknown part", "parts": list(PARTS)}, status=400)
    parts = health(wanted)
    ok = all(part.ok for part in parts)
    body: dict[str, object] = {"status": "ok" if ok else "failing"}
    for part in parts:
        body[part.part] = {"ok": part.ok, "status": part.status}
        if part.seconds_ago is not None:
            body[part.part] = {"ok": part.ok, "status": part.status, "seconds_ago": part.seconds_ago}
    return JsonResponse(body, status=200 if ok else 503)
