# Everything that is done with a checkout; `make help` lists it.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
READY_TO_TEST = $(VENV)/.ready-to-test
LOCK = $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header \
  --no-emit-index-url --no-emit-find-links pyproject.toml
INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes
INSTALL_ITSELF = $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
DOCS ?=
STORE ?= $(if $(DOCS),answerable.db,answerable-samples.db)
PORT ?= 8000
SHARED ?= ../shared
FOUND = $(or $(DOCS),loaders/samples)

.DEFAULT_GOAL := help
.PHONY: help run test check fix evaluate bench build lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.lock
	$(INSTALL_ITSELF)
	@touch $@

$(READY_TO_TEST): $(READY) requirements-dev.lock
	$(INSTALL) -r requirements-dev.lock
	@touch $@

run: $(READY) ## set up, load DOCS=folder (default: the sample papers) and serve on http://localhost:8000
	@$(BIN)/answerable load "$(FOUND)" --store "$(STORE)"; test $$? -le 1
	@$(BIN)/answerable serve --store "$(STORE)" --port $(PORT)

test: $(READY_TO_TEST) ## set up and run the tests
	$(BIN)/pytest

check: $(READY_TO_TEST) ## formatting, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

fix: $(READY_TO_TEST) ## format and mend what lint can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evaluate: $(READY_TO_TEST) ## score the extraction against the hand-made gold in SHARED=../shared
	$(BIN)/python -m tests.evaluation "$(SHARED)"

bench: $(READY_TO_TEST) ## ratios of speed and memory, all measured in one run
	$(BIN)/python -m tests.benchmarks "$(SHARED)"

build: $(READY_TO_TEST) ## the wheel and the source archive, into dist/
	$(BIN)/python -m build

lock: $(READY_TO_TEST) ## write both lock files anew from pyproject.toml
	$(LOCK) --extra checkout --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove the environment, stores and build results of this checkout
	rm -rf $(VENV) dist answerable.db answerable-samples.db
