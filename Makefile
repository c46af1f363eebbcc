# What one does with chancery. Needs a Rust toolchain (1.94 or later), for `lint` Python 3.11, and for `test` what `.ci/setup`
# installs.
#
# `run`, `score` and `bench` build in release, because people wait for them; `test` and `lint` share
# the dev profile, which compiles in a third of the time.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

TARGET := $(or $(CARGO_TARGET_DIR),target)
CHANCERY := $(TARGET)/release/chancery
# Where `make run` serves its pages.
LISTEN ?= 127.0.0.1:8000
# Seconds for each target of `make fuzz`, and which of them: what holds other files first.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?= zip packed warc pdf word messages parquet files answers feeds sitemaps listings opml robots addresses dates sites \
    documents pages packs readings
# Documents of the register that `make bench` grows; 200000 make a million accounts.
REGISTER_DOCUMENTS ?= 20000
# Pages of the archive of the web that `make bench` adds.
PAGES ?= 20000

# Tests and screenshots of the pages, and what npm has installed there.
BROWSER := crates/web/browser
DRIVER := $(BROWSER)/node_modules/.package-lock.json

.PHONY: help run build setup test program browser api screenshots lint licences bench score train fuzz install clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

build: ## build the release binary
	cargo build --release --locked --package cli

run: build ## open the samples in a browser, in a register of their own
	@folder=$$(mktemp -d "$${TMPDIR:-/tmp}/chancery.XXXXXX"); \
	trap 'rm -rf "$$folder"' EXIT; \
	$(CHANCERY) add --register "$$folder/register.db" samples && \
	echo "Open this address in a browser; interrupt (Ctrl-C) to end, and the register in $$folder is gone." && \
	$(CHANCERY) serve --register "$$folder/register.db" --listen $(LISTEN)

setup: ## install the programs that the tests ask, where they are missing (Debian, as root)
	@.ci/setup

# nextest runs a test a process and is the quicker; it leaves out the examples in the documentation,
# which `cargo test --doc` runs before it. Where nextest is missing, plain `cargo test` runs both.
test: setup ## run every test
	@cargo --version
	@if cargo nextest --version >/dev/null 2>&1; then \
	    INSTA_UPDATE=no cargo test --workspace --locked --doc; \
	    INSTA_UPDATE=no cargo nextest run --workspace --locked --no-fail-fast; \
	else \
	    echo "test: cargo-nextest is not installed; running cargo test"; \
	    INSTA_UPDATE=no cargo test --workspace --locked --no-fail-fast; \
	fi
	@$(MAKE) --no-print-directory browser api

# The program as the other tests have built it, with the samples in a fresh register. Features of dependencies are chosen by all that
# is built at once: without the whole workspace and a test, others would be, and half of typst compiled again for them.
program:
	cargo build --locked --workspace --bin chancery --test web

browser: setup program $(DRIVER) ## test the pages in a browser
	cd $(BROWSER) && CHANCERY=$(abspath $(TARGET))/debug/chancery npm test

api: setup program ## ask the API all that its description allows, and more
	.ci/schemathesis $(TARGET)/debug/chancery

screenshots: build setup $(DRIVER) ## make the pictures of docs/screenshots anew
	cd $(BROWSER) && CHANCERY=$(abspath $(CHANCERY)) npm run screenshots

# Nothing is run while it installs, and no browser is fetched: Debian's is used.
$(DRIVER): $(BROWSER)/package-lock.json
	cd $(BROWSER) && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

# Private items are documented too, so links to them hold.
lint: ## check form, lints, documentation and licences
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" cargo doc --workspace --no-deps --locked --document-private-items
	@$(MAKE) --no-print-directory licences

licences: ## check the dependencies against deny.toml
	.ci/licences

bench: build ## measure speed and memory
	cargo run --release --locked --package bench
	cargo run --release --locked --package bench -- register --documents $(REGISTER_DOCUMENTS)
	cargo run --release --locked --package bench -- papers
	cargo run --release --locked --package bench -- pages --pages $(PAGES)
	cargo run --release --locked --package bench -- served
	cargo run --release --locked --package bench -- followed

# A document whose number is divisible by three is locked: see corpus/README.md.
score: build ## measure accuracy on the corpus: all of it, the open two thirds, the locked third
	@echo "== all" && $(CHANCERY) score --by-language corpus
	@echo "== open" && $(CHANCERY) score --by-language corpus --open
	@echo "== locked" && $(CHANCERY) score --by-language corpus --locked
	@echo "== lessons kept aside" && $(CHANCERY) score --by-language lessons --locked
	@echo "== one engagement in several documents, open" && $(CHANCERY) score --register clusters --open
	@echo "== one engagement in several documents, kept aside" && $(CHANCERY) score --register clusters --locked
	@echo "== web pages, those to which the program was fitted and those kept aside" && \
	    cargo run --release --locked --package layouts --features yardsticks -- layouts layouts/aside

# The corpus is nearer to what people read than the lessons, which are many more: it counts four times.
train: build ## make the models of the packs anew from their examples and the open documents of corpus and lessons
	$(CHANCERY) train packs $(foreach time,1 2 3 4,--corpus corpus) --corpus lessons

# cargo-fuzz asks for a nightly compiler; RUSTC_BOOTSTRAP lets the stable one take its flags. One input may take 2 GB of memory and ten
# seconds; what reads PDF gives up only after twenty. What is found ends the run of its target, not of the others; it lies in
# fuzz/artifacts, and is tried with `RUSTC_BOOTSTRAP=1 cargo fuzz run TARGET FILE`.
fuzz: ## fuzz each target of fuzz/ for FUZZ_SECONDS
	@cargo fuzz --version >/dev/null 2>&1 || { echo "fuzz: install cargo-fuzz first: cargo install --locked cargo-fuzz"; exit 1; }
	@RUSTC_BOOTSTRAP=1 cargo fuzz build || exit 1; found=; \
	for target in $(FUZZ_TARGETS); do \
	    echo "== $$target, $(FUZZ_SECONDS) s"; \
	    mkdir -p fuzz/corpus/$$target; \
	    seeds=fuzz/seeds/$$target; longest=16384; wait=10; \
	    case $$target in files|parquet|pdf) seeds=crates/intake/tests/fixtures; longest=65536; wait=60;; esac; \
	    [ -d $$seeds ] || seeds=samples; \
	    RUSTC_BOOTSTRAP=1 cargo fuzz run $$target fuzz/corpus/$$target $$seeds -- -max_total_time=$(FUZZ_SECONDS) \
	        -max_len=$$longest -timeout=$$wait -rss_limit_mb=2048 -print_final_stats=1 || found="$$found $$target"; \
	done; \
	[ -z "$$found" ] || { echo "fuzz: something was found by:$$found; see fuzz/artifacts"; exit 1; }

install: ## install the program for the user
	cargo install --locked --path crates/cli

clean: ## remove what was built
	cargo clean
