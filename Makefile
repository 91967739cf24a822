# The doors of the project. `make run` and `make test` need no step before them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PORT ?= 8080
# The editor's library, fetched and never committed; without it stories are written in a plain text area.
EDITOR := Sources/Press/Theme/newsroom/scripts/prosemirror.js
SITE ?= out/demo
# The parts of `bench` or `soak` to run; all where it is empty. What else can be set: bench/run.py, soak/run.py.
PARTS ?=
# Tested one after another: laws that keep every core busy must not starve what has a time limit.
TEST_ROOMS := Model Markup Interchange Prepress Store Newsroom Press Web Tidy
BUILD_FLAGS := --explicit-target-dependency-import-check error
# The program for use carries Swift's libraries in itself: it is copied to a server as it is, and takes less memory.
RELEASE_FLAGS := -c release --product broadsheet --static-swift-stdlib $(BUILD_FLAGS)

.PHONY: help run test test-swift test-browser check format bench soak clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## Build, fill the demo paper and serve it at http://127.0.0.1:8080
	@scripts/need run
	-@scripts/editor $(EDITOR)
	swift build $(RELEASE_FLAGS)
	@scripts/demo .build/release/broadsheet $(SITE)
	.build/release/broadsheet serve $(SITE) --port $(PORT)

test: test-swift test-browser ## Install what the tests need and run them all

test-swift: ## The tests in Swift
	@scripts/need test
	swift build --build-tests $(BUILD_FLAGS)
	@for room in $(TEST_ROOMS); do \
	  echo "+ swift test --filter $${room}Tests"; \
	  swift test --skip-build --parallel --filter "^$${room}Tests\\."; \
	done

test-browser: ## The tests in a real browser, with other people's validators
	@scripts/need test
	@scripts/editor $(EDITOR)
	swift build --product broadsheet $(BUILD_FLAGS)
	@scripts/python
	BROADSHEET=.build/debug/broadsheet .venv/bin/python -m pytest -q Tests/browser

check: ## Style: swift-format in lint mode, and the rules of the house
	swift format lint --strict --recursive Package.swift Plugins Sources Tests
	swift test --filter TidyTests

format: ## Rewrite the sources in the one style
	swift format --in-place --recursive Package.swift Plugins Sources Tests

bench: ## Measure pages, export, search, views, memory and start against yardsticks, into bench/RESULTS.md (30 minutes)
	@scripts/need bench
	swift build $(RELEASE_FLAGS)
	bench/run.py $(PARTS)

soak: ## Hold the program to its promises under load and under fault (30 minutes)
	@scripts/need soak
	swift build $(RELEASE_FLAGS)
	soak/run.py $(PARTS)

clean: ## Remove everything that was built
	rm -rf .build out .venv
