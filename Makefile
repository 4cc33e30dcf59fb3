# make demo  sets up and runs the main job on the real case
# make test  sets up and passes everything; this is what CI runs
# make bench runs the benchmarks of docs/performance.md
# make docs  regenerates the pages that are made from code and data
# make lock  resolves the dependencies again (needs uv)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CASE := examples/lishui-kexie-2021

.PHONY: demo test lint check-types unit bench docs lock clean

demo: $(VENV)/.base
	@$(BIN)/wenxiao report $(CASE) -o out || [ $$? -eq 1 ]  # 1: the case has findings, as it should

test: $(VENV)/.dev lint check-types unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

check-types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	@sh tools/debian_packages.sh
	$(BIN)/pytest -n 2

bench: $(VENV)/.dev
	@for each in start demo workbook word audit audit_folder accuracy mutate; do \
	    echo "## bench/$$each.py"; $(BIN)/python bench/$$each.py || exit 1; \
	done

docs: $(VENV)/.dev
	$(BIN)/python tools/generate_docs.py
	$(BIN)/python tools/compile_words.py

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
	    --only-binary :all: pyproject.toml requirements/build.in -o requirements/base.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
	    --only-binary :all: --extra dev -c requirements/base.txt \
	    pyproject.toml requirements/build.in -o requirements/dev.txt

$(VENV)/.base: requirements/base.txt pyproject.toml
	@PYTHON=$(PYTHON) sh tools/set_up.sh $(VENV) base

$(VENV)/.dev: requirements/dev.txt pyproject.toml
	@PYTHON=$(PYTHON) sh tools/set_up.sh $(VENV) dev

clean:
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis
