"""Where the local stack keeps its things. Known from the data folder alone, so that any command
finds the running servers without being told."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

# sockaddr_un.sun_path has 104 bytes on macOS and 108 on Linux, its closing NUL included.
LONGEST_SOCKET_PATH = 103
SOCKET_NAMES = (".s.PGSQL.5432.lock", "valkey.sock")
DATABASE = "demarche"


@dataclass(frozen=True, slots=True)
class LocalPaths:
    data: Path

    @property
    def postgres(self) -> Path:
        return self.data / "postgres"

    @property
    def valkey(self) -> Path:
        return self.data / "valkey"

    @property
    def state(self) -> Path:
        """What runs now: process ids with their start times, addresses."""
        return self.data / "stack.json"

    @property
    def lock(self) -> Path:
        return self.data / "stack.lock"

    @property
    def secret_key(self) -> Path:
        return self.data / "secret-key"

    @property
    def sockets(self) -> Path:
        """The folder of the Unix sockets: in the data folder, or, where that path is too long for a
        socket's address, in a folder of the system's temporary one, named after it and the user."""
        inside = self.data / "run"
        if all(len(os.fsencode(inside / name)) <= LONGEST_SOCKET_PATH for name in SOCKET_NAMES):
            return inside
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"demarche-{os.getuid()}-{digest}"

    @property
    def database_url(self) -> str:
        return f"postgresql://postgres@/{DATABASE}?host={quote(str(self.sockets))}"

    @property
    def broker_url(self) -> str:
        return f"unix://{self.sockets / 'valkey.sock'}"

    def read_secret_key(self) -> str:
        """The key that `manage.py up` made for this data folder, "" when there is none."""
        try:
            return self.secret_key.read_text().strip()
        except OSError:
            return ""
