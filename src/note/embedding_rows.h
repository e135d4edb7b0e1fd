// The rows of embedding.tsv as they are looked up: by kind, word and link.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "note/factuality.h"

namespace coranto::note {

struct Embedding {
  double affirmed = 3, negated = 3;
  bool open = false;  // what it embeds has not happened yet, as far as is said
  bool fact = false;  // what it embeds is told or known: its time is its own, whatever the word's
};

struct EmbeddingTable::Rows {
  std::map<std::string, Embedding, std::less<>> by_key;  // "verb manage to"

  const Embedding* find(std::string_view kind, std::string_view word, std::string_view link = "-") const {
    std::string key(kind);
    key.append(" ").append(word).append(" ").append(link);
    const auto found = by_key.find(key);
    return found == by_key.end() ? nullptr : &found->second;
  }
};

}  // namespace coranto::note
