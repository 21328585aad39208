PYTHON ?= python3
BIN := .venv/bin

.PHONY: run demo test check format lock crash-test cluster-test image-test infra-check

run: .venv/.run ## Serve CareerVault at http://127.0.0.1:8080, with its data in data/
	@$(BIN)/python main.py

demo: .venv/.run ## The same with a sample search, in a folder that is thrown away
	@$(BIN)/python main.py demo

test: .venv/.dev .venv/.system ## Run every test
	$(BIN)/pytest $(ARGS)

check: .venv/.dev .venv/.system ## What must be green before a commit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory test ARGS="--cov --cov-report=term:skip-covered $(ARGS)"

format: .venv/.dev ## Put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

crash-test: .venv/.dev ## Kill the real server 50 times and look for what was lost
	$(BIN)/python -m benchmarks.crash

cluster-test: .venv/.dev .venv/.system ## Kill and replace tasks behind a load balancer, in use
	@tests/install_system_packages.sh haproxy
	$(BIN)/python -m tests.cluster

image-test: .venv/.dev ## Build the image, start it, stop it, and look for what was lost
	$(BIN)/python -m tests.image

infra-check: .venv-infra/complete ## What AWS and the usual advice have to say about the templates
	.venv-infra/bin/cfn-lint infra/*.yaml
	.venv-infra/bin/checkov --directory infra --framework cloudformation --compact --quiet
	.venv-infra/bin/python -m tests.infra.bindings
	.venv-infra/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	if command -v terraform >/dev/null; then terraform fmt -check -recursive infra/terraform; fi

lock: .venv/.dev ## Pin the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-strip-extras --python-version 3.11 pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-strip-extras --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.txt

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# A virtual environment of its own: checkov pins a hundred packages, which are nobody else's.
.venv-infra/complete: requirements-infra.txt
	$(PYTHON) -m venv --clear .venv-infra
	.venv-infra/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-infra.txt
	@touch $@

# The journeys drive Debian's Chromium; elsewhere, bring one and set CHROMIUM to its path.
.venv/.system: | .venv/bin/python
	@tests/install_system_packages.sh
	@touch $@
