"""The whole of Démarche on one machine: servers, steps, programs, and one supervisor over them.

Run by `manage.py up`. What it starts is told from everything else by the data folder that each
process carries in its environment (tracker.processes.MARK), and by the ids and start times in
stack.json; so the next run on the same folder clears away what a killed one left.
"""

import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from tracker.leftovers import FolderError, clear_sockets, end_leftovers, hold_folder, write_note
from tracker.paths import LocalPaths
from tracker.ports import HOST, Ports, PortTakenError
from tracker.postgres import create_database, postgres_program
from tracker.processes import Program
from tracker.running import ProgramFailedError, Running, StopRequested
from tracker.secret import make_secret_key
from tracker.servers import UnusableServerError
from tracker.supervisor import Supervisor
from tracker.valkey import valkey_program

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"
DEFAULT_PORT = 8000
DEMO_SITE_PORT = 8700
DEMO_REVIEW_WITHIN = 120  # seconds for the workers to read the demo's press
SIGN_IN = "Sign in as "
SERVERS = 0  # the tier of the servers, which end last
COLOURS = {"up": "1", "web": "36", "worker": "32", "beat": "35", "postgres": "34", "valkey": "31"}


class StackError(Exception):
    """The stack cannot start, or cannot go on; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person asked for. Without `port`, it is the default one or the next that is free."""

    paths: LocalPaths
    port: int | None = None
    demo: bool = True
    collect_static: bool = False


def run(choices: Choices, *, out: TextIO = sys.stdout) -> None:
    """Starts everything and watches over it until a signal. Raises StackError with the reason."""
    paths = choices.paths
    log = Log(out)
    try:
        with ExitStack() as stack:
            stack.enter_context(hold_folder(paths))
            end_leftovers(paths, lambda line: log.write("up", line))
            make_secret_key(paths)
            ports = stack.enter_context(Ports())
            port = ports.take(choices.port) if choices.port else ports.take_free(DEFAULT_PORT)
            stack.callback(_leave_nothing, paths)
            supervisor = stack.enter_context(
                Supervisor(
                    mark=str(paths.data),
                    write=log.write,
                    changed=lambda running: _note(paths, running, log),
                )
            )
            Stack(supervisor, choices, log, port, ports).start()
            supervisor.watch()
    except StopRequested as request:
        log.write("up", f"stopped by {request}; the data stays in {paths.data}")
    except (FolderError, PortTakenError, ProgramFailedError, UnusableServerError) as error:
        raise StackError(str(error)) from error


class Log:
    """One stream of lines, each with the name of who said it."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._colours = out.isatty() and "NO_COLOR" not in os.environ

    def write(self, name: str, line: str) -> None:
        prefix = f"{name:<9}|"
        if self._colours:
            prefix = f"\x1b[{COLOURS.get(name, '33')}m{prefix}\x1b[0m"
        try:
            self._out.write(f"{prefix} {line}\n")
            self._out.flush()
        except OSError:
            # The terminal or the pipe is gone; that must not keep us from ending in order.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._out.fileno())
            os.close(nowhere)


class Stack:
    """What is started, in which order, with which environment."""

    def __init__(self, supervisor: Supervisor, choices: Choices, log: Log, port: int, ports: Ports) -> None:
        self._supervisor = supervisor
        self._paths = choices.paths
        self._choices = choices
        self._log = log
        self._port = port
        self._environment: dict[str, str] = {}
        self._site = ""
        if choices.demo:
            site_port = _demo_site_port(choices.paths, ports)
            self._site = f"http://{HOST}:{site_port}"
            # Inside the network, so it has to be allowed by name; beside what is allowed already.
            allowed = (os.environ.get("DEMARCHE_FETCH_ALLOW", ""), f"{HOST}:{site_port}")
            self._environment["DEMARCHE_FETCH_ALLOW"] = ",".join(filter(None, allowed))

    def start(self) -> None:
        """Everything up to the line with the address, then what the demo still has to do."""
        self._start_servers()
        self._log.write("up", "bringing the tables and the reference data up to date")
        self._supervisor.run_once(self._manage("migrate", "migrate", "--no-input", "--verbosity", "0"))
        self._supervisor.run_once(self._manage("reference", "load_reference"))
        if self._choices.collect_static:
            self._supervisor.run_once(self._manage("static", "collectstatic", "--no-input", "-v", "0"))
        accounts = self._open_demo() if self._choices.demo else self._who_may_sign_in()
        self._start_programs()
        for line in (*accounts, f"Démarche runs: http://{HOST}:{self._port}/  (Ctrl-C stops it)"):
            self._log.write("up", line)
        if self._choices.demo:
            self._review_demo()

    def _start_servers(self) -> None:
        if not os.environ.get("DATABASE_URL"):
            is_new = not self._paths.postgres.exists()
            self._log.write("up", "making a database, once" if is_new else "starting the database")
            self._supervisor.start(postgres_program(self._paths), tier=SERVERS)
            create_database(self._paths)
        if not os.environ.get("REDIS_URL"):
            self._supervisor.start(valkey_program(self._paths), tier=SERVERS)
            self._environment["DEMARCHE_SOLE_WORKER"] = "true"

    def _start_programs(self) -> None:
        worker = ("worker", "--concurrency", "2", "--without-gossip", "--without-mingle")
        self._supervisor.start(self._celery(*worker))
        self._supervisor.start(self._celery("beat", "--pidfile="))
        self._supervisor.start(web_program(self._port, self._environment))

    def _open_demo(self) -> list[str]:
        """Serves the news site and makes its sources due; the lines that say who may sign in."""
        memory = str(self._paths.data / "demo-site.json")
        port = self._site.rpartition(":")[2]
        site = self._manage("demo-site", "demo_site", "--port", port, "--memory", memory)
        self._supervisor.start(replace(site, is_ready=lambda: _answers(self._site)))
        opening = self._manage("demo", "demo", "--site-url", self._site)
        # They are said beside the address, where they are looked for.
        said = self._supervisor.run_once(replace(opening, hushed=f"^{SIGN_IN}"))
        return [line for line in said if line.startswith(SIGN_IN)]

    def _who_may_sign_in(self) -> list[str]:
        """How to make the first account, where there is none."""
        asking = self._manage("accounts", "accounts", "--if-none")
        return self._supervisor.run_once(replace(asking, hushed="."))

    def _review_demo(self) -> None:
        """Lets the demo's editor accept what arrives, until all has been read. Not worth dying for."""
        try:
            self._supervisor.run_once(
                self._manage("demo", "demo", "--review", "--wait", str(DEMO_REVIEW_WITHIN))
            )
        except ProgramFailedError as error:
            self._log.write("up", str(error))

    def _manage(self, name: str, *arguments: str) -> Program:
        return Program(name, (sys.executable, "-u", str(MANAGE), *arguments), self._environment)

    def _celery(self, name: str, *arguments: str) -> Program:
        # Celery warns root of pickled tasks, which the settings refuse; -q keeps its banner quiet.
        python = (sys.executable, "-u", "-W", "ignore:You're running the worker with superuser")
        command = (*python, "-m", "celery", "-q", "-A", "tracker", name, "--loglevel", "INFO")
        return Program(name, (*command, *arguments), self._environment, cwd=MANAGE.parent)


def web_program(port: int, environment: dict[str, str]) -> Program:
    """The web server on a port of this machine."""
    options = {
        "interface": "wsgi",
        "host": HOST,
        "port": str(port),
        "workers": "2",
        "blocking-threads": "4",
        "log-level": "warning",
        "workers-kill-timeout": "5",
    }
    flags = [flag for name, value in options.items() for flag in (f"--{name}", value)]
    return Program(
        name="web",
        command=(
            sys.executable, "-u", "-m", "granian", *flags, "--no-ws", "--respawn-failed-workers",
            "tracker.wsgi:application",
        ),
        environment=environment,
        cwd=MANAGE.parent,
        is_ready=lambda: _answers(f"http://{HOST}:{port}/healthz?parts=database"),
    )  # fmt: skip


def _demo_site_port(paths: LocalPaths, ports: Ports) -> int:
    """The same port as last time if it is free: the demo's documents have it in their addresses."""
    note = paths.data / "demo-site.port"
    try:
        port = ports.take(int(note.read_text()))
    except (OSError, ValueError, PortTakenError):
        port = ports.take_free(DEMO_SITE_PORT)
    note.write_text(str(port))
    return port


def _answers(address: str) -> bool:
    """Whether a server answers there, past any proxy that the environment names."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        opener.open(address, timeout=5).close()
    except urllib.error.HTTPError as error:
        return error.code != 503
    except OSError:
        return False
    return True


def _note(paths: LocalPaths, running: Iterable[Running], log: Log) -> None:
    """Notes who runs. On a disk that has become full that fails, and must not keep us from ending in order:
    what a killed run leaves is then told by its mark alone."""
    try:
        write_note(paths, running)
    except OSError as error:
        log.write("up", f"what runs could not be noted: {error}")


def _leave_nothing(paths: LocalPaths) -> None:
    clear_sockets(paths)
    paths.state.unlink(missing_ok=True)
