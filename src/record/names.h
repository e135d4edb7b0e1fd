// The words that stand for enumerations in the outward format and in the tables, in the order of the enumerators.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace coranto::record {

inline constexpr const char* article_kinds[] = {"article", "teaser", "caption", "page"};
inline constexpr const char* page_kinds[] = {"", "article", "live", "index", "video", "gallery", "stub"};
inline constexpr const char* part_kinds[] = {"title", "byline", "credit", "caption", "teaser", "dateline", "furniture"};
inline constexpr const char* actor_kinds[] = {"person", "organization", "government", "group"};
inline constexpr const char* place_uses[] = {"place", "demonym", "metonym"};
inline constexpr const char* resolutions[] = {"", "country", "province", "district", "city", "subcity"};
inline constexpr const char* time_types[] = {"DATE", "TIME", "DURATION", "SET"};
inline constexpr const char* quotings[] = {"direct", "indirect", "mixed"};
inline constexpr const char* modalities[] = {"happened",   "planned",  "ordered",      "urged",
                                             "threatened", "possible", "hypothetical", "unclear"};
inline constexpr const char* date_sources[] = {"", "metadata", "given", "text"};

template <typename Names, typename Enum>
constexpr std::string_view word_of(const Names& names, Enum value) {
  return names[static_cast<size_t>(value)];
}

// The enumerator that `word` stands for, or `otherwise`.
template <typename Enum, typename Names>
constexpr Enum value_of(const Names& names, std::string_view word, Enum otherwise) {
  for (size_t i = 0; i < std::size(names); ++i) {
    if (word == names[i]) return static_cast<Enum>(i);
  }
  return otherwise;
}

}  // namespace coranto::record
