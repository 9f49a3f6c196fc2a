# Everything is set up in .venv from pinned and hashed requirements: nothing else on the machine changes.
# Needed: make, and a Python 3.11 or later with pip. Another Python: make PYTHON=python3.13 …

PYTHON ?= python3
UV     ?= uv
VENV   := .venv
BIN    := $(VENV)/bin
# The machine's own pip fills the environment, for Debian's Python has no pip to put into one.
PIP    := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check --no-input --quiet
LOCK   := $(UV) pip compile --universal --python-version 3.11 --upgrade --quiet \
          --generate-hashes --no-emit-index-url --no-annotate --no-header
PROSE  := README.md CHANGELOG.md docs

.DEFAULT_GOAL := help
.PHONY: help demo setup test lint format types floors prose check lock clean

help: ## show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1	\2/' | expand -t 18

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "whosays needs Python 3.11 or later; try make PYTHON=…")'
	$(PYTHON) -m venv --without-pip --clear $(VENV)

$(VENV)/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml lint/__init__.py | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q lint
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/run.stamp ## set up, and check the seed article
	$(BIN)/whosays check --profile news --exit-zero tests/gold/seed.txt

setup: $(VENV)/dev.stamp ## set up for work on whosays

test: $(VENV)/dev.stamp ## set up, and run the tests
	$(BIN)/python -m pytest --numprocesses auto

lint: $(VENV)/dev.stamp ## look for slips in the code
	$(BIN)/ruff check .

format: $(VENV)/dev.stamp ## is the code formatted?
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp ## check the types
	$(BIN)/mypy

floors: $(VENV)/dev.stamp ## does each room import only from below?
	$(BIN)/lint-imports

prose: $(VENV)/dev.stamp ## are the rules sound, and do our own pages pass them?
	$(BIN)/whosays rules --format json > /dev/null
	$(BIN)/whosays check --quiet --format concise $(PROSE)

check: format lint types floors prose test ## all of these

lock: ## pin the newest versions that pyproject.toml allows (needs uv)
	$(LOCK) pyproject.toml --all-extras --group dev --output-file requirements/dev.txt
	$(LOCK) pyproject.toml --constraint requirements/dev.txt --output-file requirements/run.txt
	$(LOCK) --constraint requirements/dev.txt --group build --output-file requirements/build.txt

clean: ## remove what was set up
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
