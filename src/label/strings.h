// Numbers of strings, as spaCy's StringStore gives them: the network's embeddings are looked up by these.
#pragma once

#include <cstdint>
#include <string_view>

namespace coranto::label {

// MurmurHash64A with seed 1 (Austin Appleby, 2008): "coffee" -> 3197928453018144401.
uint64_t string_hash(std::string_view text);

// 0 for the empty string; for one of spaCy's reserved names (symbols.inc: "root", "number", "det") its small number;
// else its hash.
uint64_t string_id(std::string_view text);

}  // namespace coranto::label
