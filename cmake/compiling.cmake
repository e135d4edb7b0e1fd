# What keeps compiling cheap: a compiler cache, and headers read once a target.
find_program(CCACHE ccache)
if(CCACHE)
  # Precompiled headers are cached only where these two are said not to matter; nothing here uses __TIME__.
  set(cached ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${cached})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${cached})
endif()

# For what is run once after each build, as tests are: little optimisation, for compiling costs more than running.
function(coranto_quick_build target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

# The headers that most files of a target read, and those named, are read once. Each file still includes what it uses.
function(coranto_precompile target)
  target_precompile_headers(${target} PRIVATE <algorithm> <array> <functional> <memory> <optional> <string>
    <string_view> <unordered_map> <utility> <vector> ${ARGN})
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()
