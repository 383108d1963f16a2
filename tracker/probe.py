"""`python -m tracker.probe`: asks this container's own web server how it is. Needs no Django."""

import os
import urllib.error
import urllib.request

ADDRESS = "http://127.0.0.1:8000/healthz?parts=database,broker"


def host_to_name(allowed_hosts: str) -> str:
    """A host name that the site answers to: the first of ALLOWED_HOSTS, ".example.org" by its bare name."""
    first = allowed_hosts.partition(",")[0].strip()
    return "localhost" if first in {"", "*"} else first.removeprefix(".")


def main() -> int:
    request = urllib.request.Request(
        ADDRESS, headers={"Host": host_to_name(os.environ.get("ALLOWED_HOSTS", ""))}
    )
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=8) as answer:
            return 0 if answer.status == 200 else 1
    except urllib.error.HTTPError as error:
        print(error.read(500).decode(errors="replace"))
    except OSError as error:
        print(error)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
