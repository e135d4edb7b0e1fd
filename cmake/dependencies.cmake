# What tools/setup.sh has installed: Debian packages by their own names, the rest under .deps/.
set(CORANTO_DEPS ${CMAKE_SOURCE_DIR}/.deps CACHE PATH "Folder that tools/setup.sh has filled")
if(NOT EXISTS ${CORANTO_DEPS}/duckdb/duckdb.h)
  message(FATAL_ERROR "${CORANTO_DEPS} is not set up: run tools/setup.sh (make build does)")
endif()

find_package(GTest REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(HWY REQUIRED IMPORTED_TARGET libhwy)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_package(Threads REQUIRED)

add_library(duckdb SHARED IMPORTED)
set_target_properties(duckdb PROPERTIES
  IMPORTED_LOCATION ${CORANTO_DEPS}/duckdb/libduckdb.so
  INTERFACE_INCLUDE_DIRECTORIES ${CORANTO_DEPS}/duckdb)
