// Each article is looked up by its smallest shingle hashes: copies share most of them, strangers none, so that only a
// few sketches are compared whatever the number of articles read before.
#include "join/join.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <unordered_map>

#include "join/normal.h"
#include "join/sketch.h"

namespace coranto::join {
namespace {

constexpr size_t keys = 24;          // hashes of an article by which it is found again
constexpr size_t longest_list = 64;  // articles under one key; what more share it are boilerplate
constexpr size_t least_keys = 2;     // shared keys that make a candidate

std::string named(char letter, uint64_t hash) {
  std::array<char, 24> name{};
  std::snprintf(name.data(), name.size(), "%c-%016llx", letter, static_cast<unsigned long long>(hash));
  return name.data();
}

// The same words: most of both, or nearly all of one that is not much shorter (a cut, a few paragraphs added).
bool is_copy(const Likeness& like) { return like.both >= 0.5 || (like.shorter >= 0.75 && like.sizes >= 0.4); }

}  // namespace

struct Joiner::Memory {
  struct Known {
    std::string id, story, original;
    ArticleKind kind;
    Sketch sketch;
  };
  std::vector<Known> known;
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_key;

  std::vector<uint32_t> candidates(const Sketch& sketch) const {
    std::unordered_map<uint32_t, size_t> shared;
    for (size_t i = 0; i < std::min(keys, sketch.hashes.size()); ++i) {
      const auto list = by_key.find(sketch.hashes[i]);
      if (list == by_key.end()) continue;
      for (uint32_t at : list->second) ++shared[at];
    }
    std::vector<uint32_t> found;
    for (const auto& [at, count] : shared) {
      if (count >= std::min(least_keys, sketch.hashes.size())) found.push_back(at);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  // The likest earlier article of the same kind; a teaser is never an article's copy, nor an article a teaser's.
  const Known* original_of(ArticleKind kind, const std::string& id, const Sketch& sketch) const {
    const Known* best = nullptr;
    double most = 0;
    for (uint32_t at : candidates(sketch)) {
      const Known& other = known[at];
      if (other.kind != kind) continue;
      const auto like = compare(sketch, other.sketch);
      const double score = other.id == id ? 2 : is_copy(like) ? like.both : 0;
      if (score > most) most = score, best = &other;
    }
    return best;
  }

  void keep(Known article) {
    const auto at = static_cast<uint32_t>(known.size());
    for (size_t i = 0; i < std::min(keys, article.sketch.hashes.size()); ++i) {
      auto& list = by_key[article.sketch.hashes[i]];
      if (list.size() < longest_list) list.push_back(at);
    }
    known.push_back(std::move(article));
  }
};

Joiner::Joiner() : memory_(std::make_unique<Memory>()) {}
Joiner::~Joiner() = default;

Report Joiner::join(Article article) {
  const std::string normal = normal_form(article.text.empty() ? article.source : article.text);
  const uint64_t hash = XXH3_64bits(normal.data(), normal.size());
  Report report;
  report.id = named('r', hash);
  report.story = named('s', hash);
  if (!article.text.empty()) {
    Sketch sketch = sketch_of(normal);
    if (const auto* other = memory_->original_of(article.kind, report.id, sketch)) {
      report.copy_of = other->original;
      report.story = other->story;
    }
    memory_->keep({report.id, report.story, report.copy_of.empty() ? report.id : report.copy_of, article.kind,
                   std::move(sketch)});
  }
  report.article = std::move(article);
  return report;
}

}  // namespace coranto::join
