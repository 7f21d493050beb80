# Every command of the project; `just` alone lists them.

set shell := ["bash", "-euo", "pipefail", "-c"]

_list:
    @just --list --unsorted

# What CI runs, word for word
check: format-check lint types imports test docs-check

# The quick round while you work: no slow tests, no types
quick:
    ruff check
    pytest -q -m "not slow"

# All tests
test *arguments:
    pytest {{ arguments }}

# Mend what a program can mend
fix:
    ruff check --fix
    ruff format

format-check:
    ruff format --check

lint:
    ruff check

types:
    mypy

# Imports point down, and every module has a layer
imports:
    lint-imports

# What is generated in docs/ is as the program would write it now
docs-check:
    python docs/generate.py --check

# Write what is generated: docs/cli.md, docs/regler.md and what README.md shows
docs:
    python docs/generate.py
    python docs/readme.py

# Write the expected outputs of the reporters anew; read the diff before you commit
golden:
    pytest -q tests/test_reporters.py tests/compare tests/homework --golden

# Try the examples of every rule
rules:
    traek rules test

# Try the standard pack and mark it as tried, so that it loads at once everywhere
seal:
    traek rules test rules/traek_standard --seal

# Measure; not part of `just check`
bench:
    for file in benchmarks/*.py; do echo "== $file"; python "$file"; done

# A clean checkout, the README's commands, sdist, wheel, and the wheel run
ci:
    .ci/run
