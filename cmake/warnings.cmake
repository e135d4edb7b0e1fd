function(coranto_warnings target)
  # g++ 12 warns of overlaps inside std::string that cannot be (GCC bug 105329).
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wnon-virtual-dtor
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
endfunction()
