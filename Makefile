# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
V := .venv/bin
TEXT ?= docs/sample/dushanbe.txt
DATE ?=
ON ?=
DOSSIER ?= dossier
PIP := $(V)/python -m pip --quiet --disable-pip-version-check

.PHONY: all run test check bench lock clean

all: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/tested: .venv/ready requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

run: .venv/ready
	$(V)/foedus check
	$(V)/foedus dossier csto -o $(DOSSIER) --text $(TEXT) $(if $(DATE),--date $(DATE)) $(if $(ON),--on $(ON))

test: .venv/tested
	$(V)/ruff check .
	$(V)/ruff format --check .
	$(V)/mypy
	$(V)/python -m pytest

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --no-config pyproject.toml --group setup -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --no-config --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv dossier readings/*.jsonl store
