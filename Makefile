# `make demo` builds the sample graph; `make test` runs every check.
# Both make their own environment in .venv first and need only Python 3.11 to 3.13.

VENV := .venv
BIN := $(VENV)/bin
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c '$(SUPPORTED)' >/dev/null 2>&1 && echo $$p && break; done)

.DEFAULT_GOAL := help
.PHONY: help demo test test-fast lint types contracts browser clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

demo: $(VENV)/.kg  ## build the sample graph from examples/feeds into exports/sample
	$(BIN)/kg build examples/feeds -o exports/sample
	$(BIN)/kg leaderboard exports/sample
	@echo "The page: $(CURDIR)/exports/sample/graph.html"

test: lint types contracts browser  ## lint, types, import contracts and all tests
	$(BIN)/pytest

test-fast: $(VENV)/.dev  ## the tests without the slow ones and the browser
	$(BIN)/pytest -m "not slow and not browser"

lint: $(VENV)/.dev  ## ruff
	$(BIN)/ruff check kg tests benchmarks
	$(BIN)/ruff format --check kg tests benchmarks

types: $(VENV)/.dev  ## mypy --strict
	$(BIN)/mypy kg tests benchmarks

contracts: $(VENV)/.dev  ## import-linter
	$(BIN)/lint-imports --no-cache

# The page is tested in real browsers. Where one is missing and can be installed, it is.
browser:
	@missing=; have() { command -v "$$1" >/dev/null; }; \
	have chromium || have chromium-browser || have google-chrome || missing=chromium; \
	have firefox-esr || have firefox || missing="$$missing firefox-esr"; \
	[ -z "$$missing" ] || { [ "$$(id -u)" = 0 ] && have apt-get && apt-get update -qq \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; } \
		|| echo "Not found, and not to be installed here: $$missing; the tests of the page will say so." >&2

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed; none was found on PATH." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.kg: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.kg

clean:  ## remove the environment and the caches
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache
