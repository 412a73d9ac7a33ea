# Every target sets up what it needs. Python 3.11 or later and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
TESTING := $(VENV)/.testing

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: site serve test check kept bench bench-search bench-pages bench-lighthouse lint types skillnad dco lankar formular lock clean andringar

site: $(RUNTIME)
	$(BIN)/kunskapsbank bygg

serve: $(RUNTIME)
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs serve

check: $(RUNTIME)
	$(BIN)/kunskapsbank kontrollera $(if $(BAS),--sedan $(BAS))

test: $(TESTING)
	$(BIN)/ruff check macros tests bench
	$(BIN)/ruff format --check macros tests bench
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(TESTING)
	$(BIN)/ruff check macros tests bench

types: $(TESTING)
	$(BIN)/mypy

# What the code hosts' workflows call, as they call check: BAS is a revision, FIL a filled form, SIDA a page to write.
skillnad: $(RUNTIME)
	@$(BIN)/kunskapsbank skillnad $(BAS) $(if $(SIDA),--sida $(SIDA))

dco: $(RUNTIME)
	@$(BIN)/kunskapsbank signering $(BAS)

lankar: $(RUNTIME)
	@$(BIN)/kunskapsbank lankar

# The history of the records, out of git; before a site is published. Needs the whole history.
andringar: $(RUNTIME)
	@$(BIN)/kunskapsbank andringar

formular: $(RUNTIME)
	@$(BIN)/kunskapsbank formular --visa $(FIL)

# Accepts what the small site says now, for review as a difference in tests/kept/texts/.
kept: $(TESTING)
	$(BIN)/python -m tests.kept

bench: $(TESTING)
	$(BIN)/python -m bench
	$(BIN)/python -m bench.hostile

bench-search: $(TESTING)
	$(BIN)/python -m bench.search

bench-pages: $(TESTING)
	$(BIN)/python -m bench.pages

# Needs npm; on the site that make site built.
bench-lighthouse: $(TESTING)
	$(BIN)/python -m bench.lighthouse

# Rewrites the locks after a change of dependencies in pyproject.toml. Needs uv.
lock:
	uv pip compile $(LOCK) --extra build -o requirements.lock pyproject.toml
	uv pip compile $(LOCK) --extra build --extra test -o requirements-test.lock pyproject.toml

clean:
	rm -rf $(VENV) site .bygge-*

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(TESTING): requirements-test.lock $(RUNTIME)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@
