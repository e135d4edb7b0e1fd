# The front door. `make demo` and `make test` work from a fresh Debian 12: each does all its own set-up.
.PHONY: demo test build setup bench format fuzz clean

demo: build
	tools/demo.sh

test: build
	tools/test.sh

build: setup
	cmake --preset release >/dev/null
	cmake --build --preset release

setup:
	tools/setup.sh

bench: build
	bench/run.sh

format:
	tools/setup.sh format
	git ls-files '*.h' '*.cc' | xargs clang-format-14 -i

# Fuzzes every reader of foreign bytes for SECONDS each.
SECONDS ?= 60
fuzz:
	tools/setup.sh fuzz
	tools/fuzz.sh $(SECONDS)

clean:
	rm -rf build build-sanitizers build-coverage build-fuzz build-threads record
