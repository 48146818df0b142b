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
INSTALL = $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off
endif

# Runs a command that says much: its last line is shown where there is a terminal (cut, not wrapped,
# so that it can be erased), and everything that it said where it fails.
define in_one_line
{ { $(1); } 2>&1 || echo FAILED; } | { \
	told=; \
	clear() { if [ -t 1 ]; then printf '\r\033[K'; fi; }; \
	while IFS= read -r line; do \
		clear; \
		if [ "$$line" = FAILED ]; then printf '%s\n' "$$told"; exit 1; fi; \
		told=$$(printf '%s\n%s' "$$told" "$$line"); \
		if [ -t 1 ]; then printf '\033[?7l  %s\033[?7h' "$$line"; fi; \
	done; \
	clear; \
} >&2
endef

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
	@$(call in_one_line,$(INSTALL) -e .)
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready-run
	@echo "jinbiao: adding what the tests need (once)" >&2
	@$(call in_one_line,$(INSTALL) -e '.[dev]')
	@touch $@
