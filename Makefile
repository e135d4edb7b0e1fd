.PHONY: build
build:
	tools/setup.sh
	cmake -S . -B build -G Ninja
	cmake --build build
