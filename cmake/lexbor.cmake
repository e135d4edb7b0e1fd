# The HTML parser lexbor, from the C source that tools/setup.sh has unpacked: the modules that parsing needs, no more.
set(lexbor_root ${CORANTO_DEPS}/lexbor/source)
set(lexbor_sources)
foreach(module core dom encoding html ns tag)
  file(GLOB_RECURSE found ${lexbor_root}/lexbor/${module}/*.c)
  list(APPEND lexbor_sources ${found})
endforeach()
file(GLOB found ${lexbor_root}/lexbor/ports/posix/lexbor/core/*.c)
list(APPEND lexbor_sources ${found})

add_library(lexbor STATIC ${lexbor_sources})
target_include_directories(lexbor SYSTEM PUBLIC ${lexbor_root})
target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
target_compile_options(lexbor PRIVATE -w)
