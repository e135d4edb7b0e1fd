// Ids: XXH3 (64 bits) of fields, written as a letter, a hyphen and 16 hex digits.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace coranto {

uint64_t hash64(std::string_view bytes);

// Hash of the fields in their order; where one ends and the next begins counts.
std::string hashed_id(char letter, std::initializer_list<std::string_view> fields);

std::string hex16(uint64_t value);

}  // namespace coranto
