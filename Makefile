# The doors of the project. `make run` and `make test` need no step before them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PORT ?= 8080
SITE ?= out/demo
BUILD_FLAGS := --explicit-target-dependency-import-check error

.PHONY: help run test test-swift test-browser check format bench clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## Build, fill the demo paper and serve it at http://127.0.0.1:8080
	@scripts/need run
	swift build -c release --product broadsheet $(BUILD_FLAGS)
	@scripts/demo .build/release/broadsheet $(SITE)
	.build/release/broadsheet serve $(SITE) --port $(PORT)

test: test-swift test-browser ## Install what the tests need and run them all

test-swift: ## The tests in Swift
	@scripts/need test
	swift build --build-tests $(BUILD_FLAGS)
	swift test --skip-build --parallel

test-browser: ## The tests in a real browser, with other people's validators
	@scripts/need test
	swift build --product broadsheet $(BUILD_FLAGS)
	@scripts/python
	BROADSHEET=.build/debug/broadsheet .venv/bin/python -m pytest -q Tests/browser

check: ## Style: swift-format in lint mode, and the rules of the house
	swift format lint --strict --recursive Package.swift Plugins Sources Tests
	swift test --filter TidyTests

format: ## Rewrite the sources in the one style
	swift format --in-place --recursive Package.swift Plugins Sources Tests

bench: ## Time the import of many stories and the answers of the server
	swift build -c release --product broadsheet $(BUILD_FLAGS)
	scripts/bench .build/release/broadsheet

clean: ## Remove everything that was built
	rm -rf .build out .venv
