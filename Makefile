# Every target sets up what it needs. Python 3.11 or later and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
TESTING := $(VENV)/.testing

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: site serve test snabb pytest ruff oxlint mypy tsc check kept bench bench-search bench-pages bench-lighthouse bench-mutants lint types skillnad dco lankar paminn driftsatt sbom formular ratta lock clean andringar

site: $(RUNTIME)
	$(BIN)/kunskapsbank bygg

serve: $(RUNTIME)
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs serve

check: $(RUNTIME)
	$(BIN)/kunskapsbank kontrollera $(if $(BAS),--sedan $(BAS))

# At the same time: what reads the code, and the tests. Each tells what it has to say whole; one fault fails it all.
TOGETHER = $(MAKE) --no-print-directory --jobs --keep-going --output-sync

# What checks the scripts needs nothing of Python's, and is done while that is set up.
test:
	@$(TOGETHER) lint types pytest

# For every little step: what neither builds a site nor opens a browser, but for what takes long.
snabb: $(TESTING)
	@$(TOGETHER) lint mypy pytest ONLY=--snabb WORKERS=auto

# More workers than cores, since a test waits while its browser works. The plus sign shows what is said at once.
# The workers, and the commands that tests start, each need the code compiled: it is kept, as Python does unless told not to.
WORKERS ?= 4
pytest: $(TESTING)
	+@env -u MAKEFLAGS -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest -n $(WORKERS) --dist worksteal $(ONLY)

lint: ruff oxlint

types: mypy tsc

ruff: $(TESTING)
	$(BIN)/ruff check --quiet macros tests bench
	$(BIN)/ruff format --quiet --check macros tests bench

oxlint: $(TESTING)
	$(BIN)/oxlint --quiet overrides/assets/js

mypy: $(TESTING)
	$(BIN)/mypy

tsc:
	tsc --project tsconfig.json

# What the code hosts' workflows call, as they call check: BAS is a revision, FIL a filled form, SIDA a page to write.
skillnad: $(RUNTIME)
	@$(BIN)/kunskapsbank skillnad $(BAS) $(if $(SIDA),--sida $(SIDA))

dco: $(RUNTIME)
	@$(BIN)/kunskapsbank signering $(BAS)

lankar: $(RUNTIME)
	@$(BIN)/kunskapsbank lankar

# Mends what has one right answer; VISA=ja only shows it.
ratta: $(RUNTIME)
	@$(BIN)/kunskapsbank ratta $(if $(VISA),--visa) $(FIL)

# What is due for review, and the settings that are not filled in: for whoever keeps and publishes the site.
paminn: $(RUNTIME)
	@$(BIN)/kunskapsbank paminn

driftsatt: $(RUNTIME)
	@$(BIN)/kunskapsbank driftsatt

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
	$(BIN)/python -m bench.peers
	$(BIN)/python -m bench.hostile

bench-search: $(TESTING)
	$(BIN)/python -m bench.search

bench-pages: $(TESTING)
	$(BIN)/python -m bench.pages

# Some minutes; NAMN="a b" tries some faults.
bench-mutants: $(TESTING)
	$(BIN)/python -m bench.mutants $(NAMN)

# Needs npm; on the site that make site built.
bench-lighthouse: $(TESTING)
	$(BIN)/python -m bench.lighthouse

# Rewrites the locks after a change of dependencies in pyproject.toml. Needs uv.
lock:
	uv pip compile $(LOCK) --extra build -o requirements.lock pyproject.toml
	uv pip compile $(LOCK) --extra build --extra test -o requirements-test.lock pyproject.toml

# What the program is made of (CycloneDX), for a release. Needs uv.
sbom:
	uvx --from cyclonedx-bom cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --short-PURLs \
		-o sbom.cdx.json requirements.lock

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
