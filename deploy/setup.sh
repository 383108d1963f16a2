#!/bin/sh
# Makes .venv with the locked dependencies, or brings it up to date. Quiet unless something is wrong.
set -eu
cd "$(dirname "$0")/.."

new_enough='import sys; sys.exit(sys.version_info < (3, 12))'

if ! .venv/bin/python -c "$new_enough" 2>/dev/null; then
    for candidate in python3.13 python3.14 python3.12 python3 python; do
        if "$candidate" -c "$new_enough" 2>/dev/null; then
            python=$candidate
            break
        fi
    done
    if [ -z "${python:-}" ]; then
        echo "Démarche needs Python 3.12 or newer; found: $(python3 --version 2>&1 || echo none)." >&2
        echo "Install one (on Debian and Ubuntu: apt-get install python3 python3-venv; with pyenv:" >&2
        echo "pyenv install 3.13), so that \`python3 --version\` shows it, and run make again." >&2
        exit 1
    fi
    echo "Making the environment in .venv with $("$python" --version) …"
    if ! "$python" -m venv --clear .venv; then
        echo "Python's venv module does not work here (on Debian: apt-get install python3-venv)." >&2
        exit 1
    fi
fi

# A uv on the PATH that works serves; else one is put into the environment.
if uv --version >/dev/null 2>&1; then
    uv=uv
else
    uv=.venv/bin/uv
    if ! "$uv" --version >/dev/null 2>&1; then
        .venv/bin/python -m pip install --quiet --disable-pip-version-check uv
    fi
fi

# --inexact: uv itself may live in this environment, and is not in the lock file.
UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV='' \
    "$uv" sync --quiet --locked --inexact --python .venv/bin/python
