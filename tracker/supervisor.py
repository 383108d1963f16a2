"""Keeps programs running: one thread, one log stream, restarts with patience, an orderly end.

A program that dies is started again after a growing pause; one that keeps dying ends the whole, with
the reason. Programs end in the reverse order of their tiers: what uses a server before the server.
"""

import os
import re
import selectors
import signal
import time
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Self

from tracker.processes import Program, kill_session, start, start_time_of
from tracker.running import Patience, ProgramFailedError, Running, StopRequested, how_it_ended

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Supervisor:
    """A context: entering takes over the signals, leaving ends every program still running."""

    def __init__(
        self,
        *,
        mark: str,
        write: Callable[[str, str], None],
        changed: Callable[[Iterable[Running]], None] = lambda _: None,
        patience: Patience | None = None,
    ) -> None:
        self._mark = mark
        self._write = write
        self._changed = changed
        self._patience = patience or Patience()
        self._selector = selectors.DefaultSelector()
        self._running: list[Running] = []
        self._requests: list[str] = []
        self._handlers: dict[int, object] = {}

    def __enter__(self) -> Self:
        # A signal writes a byte here, which ends the wait in _pump at once.
        self._wake_reader, self._wake_writer = os.pipe()
        os.set_blocking(self._wake_reader, False)
        os.set_blocking(self._wake_writer, False)
        self._selector.register(self._wake_reader, selectors.EVENT_READ)
        signal.set_wakeup_fd(self._wake_writer, warn_on_full_buffer=False)
        for number in SIGNALS:
            if number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN:
                continue  # started by nohup: it is meant to outlive the terminal
            self._handlers[number] = signal.signal(number, self._note_request)
        self._handlers[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda *_: None)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        signal.set_wakeup_fd(-1)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal() itself returned
        self._selector.close()
        os.close(self._wake_reader)
        os.close(self._wake_writer)

    def start(self, program: Program, *, tier: int = 1) -> None:
        """Starts `program` to be kept running, and waits until it is ready.

        Raises ProgramFailedError when it dies or is not ready in time, StopRequested on a signal.
        """
        running = self._launch(program, tier=tier, keep=True)
        deadline = time.monotonic() + self._patience.ready_within
        while program.is_ready and not program.is_ready():
            self._pump(0.05)
            if running.process.poll() is not None:
                raise self._failure(running, "ended while it was starting")
            if time.monotonic() > deadline:
                raise self._failure(running, f"was not ready within {self._patience.ready_within:g} seconds")

    def run_once(self, program: Program) -> list[str]:
        """Runs `program` to its end; its last lines. Raises ProgramFailedError unless it ends well."""
        running = self._launch(program, tier=1, keep=False)
        while running.process.poll() is None:
            self._pump(1.0)
            self._revive()
        self._finish(running)
        self._forget(running)
        if running.process.returncode:
            raise self._failure(running, f"failed ({how_it_ended(running.process.returncode)})")
        return list(running.tail)

    def watch(self) -> None:
        """Watches over the programs until StopRequested or ProgramFailedError is raised."""
        while True:
            self._pump(1.0)
            self._revive()

    def stop(self) -> None:
        """Ends every program, tier by tier; a second request meanwhile means: at once."""
        asked = len(self._requests)
        if self._running:
            self._write("up", "stopping")
        for tier in sorted({running.tier for running in self._running}, reverse=True):
            group = [running for running in self._running if running.tier == tier]
            for running in group:
                if running.process.poll() is None:
                    running.process.send_signal(signal.Signals[running.program.stop_signal])
            deadline = time.monotonic() + self._patience.end_within
            while any(running.process.poll() is None for running in group):
                if time.monotonic() > deadline or len(self._requests) > asked:
                    break
                self._pump(0.1, heed=False)
            for running in group:
                self._finish(running)
                self._forget(running)

    def _note_request(self, number: int, _frame: FrameType | None) -> None:
        self._requests.append(signal.Signals(number).name)

    def _launch(self, program: Program, *, tier: int, keep: bool) -> Running:
        if program.prepare:
            program.prepare()
        process = start(program, mark=self._mark)
        running = Running(program, tier, keep, process, start_time_of(process.pid) or time.time())
        self._running.append(running)
        self._listen(running)
        self._changed(self._running)
        return running

    def _listen(self, running: Running) -> None:
        output = running.process.stdout
        if output is not None:
            os.set_blocking(output.fileno(), False)
            self._selector.register(output, selectors.EVENT_READ, running)

    def _pump(self, timeout: float, *, heed: bool = True) -> None:
        """Passes on what the programs say, for up to `timeout` seconds or until something happens."""
        for key, _ in self._selector.select(timeout):
            if isinstance(key.data, Running):
                self._read(key.data)
            else:
                os.read(self._wake_reader, 512)
        if heed and self._requests:
            raise StopRequested(self._requests[0])

    def _read(self, running: Running) -> bool:
        """Passes on a chunk of what the program said; False when there is nothing more for now."""
        output = running.process.stdout
        if output is None or output.closed:
            return False
        try:
            chunk = os.read(output.fileno(), 65536)
        except BlockingIOError:
            return False
        *lines, running.rest = (running.rest + chunk).split(b"\n")
        if not chunk or len(running.rest) > 65536:
            lines.append(running.rest)
            running.rest = b""
        for line in lines:
            if text := line.decode(errors="replace").rstrip():
                running.tail.append(text)
                if not (running.program.hushed and re.search(running.program.hushed, text)):
                    self._write(running.program.name, text)
        if not chunk:
            self._selector.unregister(output)
            output.close()
        return bool(chunk)

    def _revive(self) -> None:
        """Starts again what died, each after its pause."""
        now = time.monotonic()
        for running in list(self._running):
            if running.start_again_at is not None:
                if now >= running.start_again_at:
                    self._start_again(running)
            elif running.keep and running.process.poll() is not None:
                self._note_death(running, now)

    def _note_death(self, running: Running, now: float) -> None:
        patience = self._patience
        self._finish(running)
        running.deaths.append(now)
        while running.deaths[0] < now - patience.window:
            running.deaths.popleft()
        how = how_it_ended(running.process.returncode)
        if len(running.deaths) >= patience.deaths:
            raise self._failure(
                running, f"ended {len(running.deaths)} times within {patience.window:g} seconds (last: {how})"
            )
        pause = min(patience.first_pause * 2 ** (len(running.deaths) - 1), patience.longest_pause)
        running.start_again_at = now + pause
        self._write("up", f"{running.program.name} ended ({how}); starting it again in {pause:g} s")

    def _start_again(self, running: Running) -> None:
        if running.program.prepare:
            running.program.prepare()
        running.process = start(running.program, mark=self._mark)
        running.started = start_time_of(running.process.pid) or time.time()
        running.start_again_at = None
        self._listen(running)
        self._changed(self._running)

    def _finish(self, running: Running) -> None:
        """Ends what is left of the program's session, and passes on its last words."""
        if running.start_again_at is not None:  # it was finished when it died
            return
        kill_session(running.process.pid)
        running.process.wait()
        while self._read(running):
            pass
        output = running.process.stdout
        if output is not None and not output.closed:
            # Somebody outside the session still holds the other end: not worth waiting for.
            self._selector.unregister(output)
            output.close()

    def _forget(self, running: Running) -> None:
        self._running.remove(running)
        self._changed(self._running)

    def _failure(self, running: Running, what: str) -> ProgramFailedError:
        said = "".join(f"\n    {line}" for line in running.tail)
        return ProgramFailedError(
            f"{running.program.name} {what}." + (f" Its last words:{said}" if said else "")
        )
