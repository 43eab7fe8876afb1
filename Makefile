# Two commands matter: `make demo` and `make test`. Both set up everything they need in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SERVE ?= 1
PORT ?= 8031
DEMO := build/demo
NODE := $(BIN)/python scripts/frontend.py

.PHONY: help install install-dev demo test check lock clean browser

help:
	@echo "make install   set up .venv, the web parts and the gazetteer"
	@echo "make demo      read the invented samples, show the incidents, serve the pages (SERVE=0: stop after the table)"
	@echo "make test      run every test"
	@echo "make check     style, types and import order"

install: build/.installed

build/.installed: requirements.txt requirements-data.txt pyproject.toml package-lock.json scripts/frontend.py
	@mkdir -p build
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what According needs ..."
	@$(PIP) install --quiet --require-hashes -r requirements.txt
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements-data.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@$(NODE)
	@$(BIN)/according gazetteer build --if-missing
	@touch $@

build/.installed-dev: build/.installed requirements-dev.txt
	@$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

install-dev: build/.installed-dev

demo: install
	@SERVE=$(SERVE) PORT=$(PORT) $(BIN)/python scripts/demo.py

browser:
	@sh scripts/browser.sh

test: install-dev browser
	@$(BIN)/python -m pytest

check: install-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

lock:
	@for f in requirements requirements-dev; do $(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe --no-header -o $$f.txt $$f.in; done

clean:
	rm -rf build $(VENV) node_modules according/web/vendor
