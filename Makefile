# Everything that is done with this project, by two programs: Python (3.12 or newer) and make.

BIN := .venv/bin
PYTHON ?= $(BIN)/python
READY := .venv/.ready

# `make check` looks at the settings as a deployment would have them; nothing connects to these.
DEPLOYMENT := SECRET_KEY=only-for-the-check-0123456789-abcdefghijklmnopqrstuvwxyz-0123 \
	ALLOWED_HOSTS=tracker.example DATABASE_URL=postgresql://nobody@127.0.0.1:9/none REDIS_URL=redis://127.0.0.1:9/0

.DEFAULT_GOAL := help
.PHONY: help setup run test check messages screenshots bench bench-reading bench-learning bench-pages clean

help:
	@echo "make setup   the environment in .venv, made or brought up to date when needed"
	@echo "make run     the whole stack with the demo newsroom; ARGS=\"--port 9000 --no-demo\" passes options on"
	@echo "make test    all tests with coverage, then make check"
	@echo "make check   style, types, layers, missing migrations, deployment settings"
	@echo "make messages   the catalogues of what pages say (locale/), from code and templates"
	@echo "make screenshots SITE=\"address name password\"   pictures of every page (docs/screenshots/)"
	@echo "make bench   what is measured (benchmarks/): ARGS=\"pages pipeline reading learning\" chooses"
	@echo "make bench-reading CASES=folder   how well labelled documents are read"
	@echo "make bench-learning CASES=folder  what an editor's reviews of them teach"
	@echo "make bench-pages  pages at a million statements beside ten thousand; ARGS=\"--keep folder\" keeps the archives"
	@echo "make clean   remove caches; data in .local and the environment stay"

setup: $(READY)

$(READY): pyproject.toml uv.lock deploy/setup.sh
	@sh deploy/setup.sh
	@touch $@

run: setup
	@$(PYTHON) manage.py up $(ARGS)

# DEMARCHE_ENV: given servers (DATABASE_URL, REDIS_URL) do not make the tests a deployment.
test: setup
	DEMARCHE_ENV=local COVERAGE_CORE=sysmon $(BIN)/pytest -n logical --dist worksteal \
		--cov --cov-report=term:skip-covered --cov-fail-under=90 $(ARGS)
	@$(MAKE) --no-print-directory check

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 6.1 {} +
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTHON) -m tests.servers manage.py makemigrations --check --dry-run
	$(DEPLOYMENT) $(PYTHON) manage.py check --deploy --fail-level WARNING

messages: setup
	@$(PYTHON) manage.py messages

# Of a running demonstration: SITE="http://127.0.0.1:8000 name password".
screenshots: setup
	@$(PYTHON) docs/screenshots/take.py $(SITE)

bench: setup
	$(PYTHON) -m tests.servers -m benchmarks $(ARGS)

# Needs no servers. CASES: a folder like benchmarks/cases, which is read unless another is named.
bench-reading: setup
	@$(PYTHON) -m benchmarks.reading $(CASES) $(ARGS)

# The same for what reviews teach; CASES may name several folders.
bench-learning: setup
	@$(PYTHON) -m benchmarks.learning $(CASES) $(ARGS)

# Starts servers of its own. Generating a million statements takes minutes: ARGS="--keep folder" does it once.
bench-pages: setup
	@$(PYTHON) -m benchmarks.pages $(ARGS)

clean:
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage htmlcov staticfiles
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
