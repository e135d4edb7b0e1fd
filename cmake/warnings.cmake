function(coranto_warnings target)
  # g++ 12 warns of overlaps and bounds inside std::string that cannot be (GCC bugs 105329, 105651).
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wnon-virtual-dtor
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread>)
endfunction()
