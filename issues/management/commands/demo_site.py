"""`manage.py demo_site`: serve the demo's small news site on loopback."""

import threading
from argparse import ArgumentParser
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.management.base import BaseCommand

from issues.demo.site import DemoSite, PressDesk


class DemoServer(ThreadingMixIn, WSGIServer):
    """One thread a request: a poller may hold several connections."""

    daemon_threads = True


class QuietHandler(WSGIRequestHandler):
    """Logs nothing: the pollers log what they fetch."""

    def log_message(self, format: str, *_args: Any) -> None:  # noqa: A002, ARG002  (the parent's name)
        return


class Command(BaseCommand):
    help = "Serve the invented news site that the demonstration polls."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own declaration)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, required=True)
        parser.add_argument(
            "--edits",
            choices=["after_first_read", "published", "never"],
            default="after_first_read",
            help="When the second version of an edited page is out.",
        )
        parser.add_argument(
            "--memory", type=Path, help="A file that keeps which pages were read, over restarts."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        site = DemoSite(PressDesk(options["edits"], memory=options["memory"]))
        server = make_server(
            options["host"], options["port"], site, server_class=DemoServer, handler_class=QuietHandler
        )
        self.stdout.write(f"Demo news site on http://{options['host']}:{server.server_port}/")
        self.stdout.flush()
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            thread.join()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            server.server_close()
