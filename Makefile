# Everything that is done with a checkout; `make help` lists it.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
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
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(READY) ## set up, load DOCS=folder (default: the sample papers) and serve on http://localhost:8000
	@$(BIN)/answerable load "$(FOUND)" --store "$(STORE)"; test $$? -le 1
	@$(BIN)/answerable serve --store "$(STORE)" --port $(PORT)

test: $(READY) ## set up and run the tests
	$(BIN)/pytest

check: $(READY) ## formatting, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

fix: $(READY) ## format and mend what lint can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evaluate: $(READY) ## score the extraction against the hand-made gold in SHARED=../shared
	$(BIN)/python -m tests.evaluation "$(SHARED)"

bench: $(READY) ## ratios of speed and memory, all measured in one run
	$(BIN)/python -m tests.benchmarks "$(SHARED)"

build: $(READY) ## the wheel and the source archive, into dist/
	$(BIN)/python -m build

lock: $(READY) ## write requirements.lock anew from pyproject.toml
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml

clean: ## remove the environment, stores and build results of this checkout
	rm -rf $(VENV) dist answerable.db answerable-samples.db
