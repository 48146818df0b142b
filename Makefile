# Every target sets up what it needs: a fresh machine has Python and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

ifdef UV
CREATE = uv venv --quiet --python $(PYTHON) $(VENV)
INSTALL = VIRTUAL_ENV=$(VENV) uv pip install --compile-bytecode
else
CREATE = $(PYTHON) -m venv $(VENV)
INSTALL = $(BIN)/python -m pip install --disable-pip-version-check
endif

.PHONY: review test lint check format bench eval install soak crash monkey screenshots clean

review: $(VENV)/.ready-run
	@$(BIN)/python -m compileall -q text suggest store tui
	@$(BIN)/jinbiao review seeds

install: $(VENV)/.ready-run

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

format: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(VENV)/.ready-dev
	$(BIN)/python -m bench

eval: $(VENV)/.ready-dev
	@$(BIN)/python -m bench eval

soak: $(VENV)/.ready-dev
	$(BIN)/python -m tests.soak.crash
	$(BIN)/python -m tests.soak.writers

crash: $(VENV)/.ready-dev
	$(BIN)/python -m tests.soak.crash

monkey: $(VENV)/.ready-dev
	$(BIN)/python -m tests.soak.monkey

screenshots: $(VENV)/.ready-dev
	$(BIN)/python docs/screenshot.py

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(VENV)/.ready-run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "jinbiao: needs Python 3.11 or newer; name one: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; \
		exit 1; }
	@echo "jinbiao: setting up $(VENV) (once: a minute or so, 300 MB)" >&2
	@test -x $(BIN)/python || $(CREATE) || { rm -rf $(VENV); exit 1; }
	@$(INSTALL) -e . >&2
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready-run
	@echo "jinbiao: adding what the tests need (once)" >&2
	@$(INSTALL) -e '.[dev]' >&2
	@touch $@
