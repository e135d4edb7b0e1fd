// The operators of modality.tsv as they are looked up: by role, word, and how the act hangs on the word.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "note/modality.h"

namespace coranto::note {

struct Effect {
  std::optional<Modality> modality;
  bool negates = false;
  std::vector<std::string> links;  // for roles "embeds" and "carries": "to", "object", prepositions; empty: any
};

using Effects = std::multimap<std::string, Effect, std::less<>>;

struct ModalityTable::Operators {
  std::map<std::string, Effects, std::less<>> by_role;

  const Effect* find(std::string_view role, std::string_view word, std::string_view link = {}) const {
    const auto effects = by_role.find(role);
    if (effects == by_role.end()) return nullptr;
    const auto [begin, end] = effects->second.equal_range(word);
    if (link == "other-to") {  // "wants X to leave" may differ from "wants to leave"
      for (auto e = begin; e != end; ++e) {
        if (!e->second.links.empty() && e->second.links[0] == link) return &e->second;
      }
    }
    for (auto e = begin; e != end; ++e) {
      const auto& links = e->second.links;
      const auto has = [&](std::string_view l) { return std::find(links.begin(), links.end(), l) != links.end(); };
      const bool clause = is_one_of(link, {"to", "other-to", "that"});
      if (links.empty() || has(link) || (clause && has("clause"))) return &e->second;
    }
    return nullptr;
  }
};

}  // namespace coranto::note
