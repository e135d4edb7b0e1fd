// Each article is looked up by its smallest shingle hashes: copies share most of them, strangers none, so that only a
// few sketches are compared whatever the number of articles read before.
#include "join/join.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "join/normal.h"
#include "join/sketch.h"

namespace coranto::join {
namespace {

constexpr size_t keys = 24;          // hashes of an article by which it is found again
constexpr size_t longest_list = 64;  // articles under one key; what more share it are boilerplate
constexpr size_t least_keys = 2;     // shared keys that make a candidate

// What tells one text of one kind from others, and one carrier of it from others.
uint64_t text_key(const std::string& id, ArticleKind kind) { return hash64(id + static_cast<char>('0' + int(kind))); }
uint64_t telling_key(const std::string& id, ArticleKind kind, const std::string& source) {
  return hash64(id + static_cast<char>('0' + int(kind)) + source);
}

// The same words: most of both, or nearly all of one that is not much shorter (a cut, a few paragraphs added).
bool is_copy(const Likeness& like) { return like.both >= 0.5 || (like.shorter >= 0.75 && like.sizes >= 0.4); }

}  // namespace

struct Joiner::Memory {
  struct Known {
    std::string id, story, copy_of;
    ArticleKind kind;
    Sketch sketch;
    const std::string& original() const { return copy_of.empty() ? id : copy_of; }
  };
  std::vector<Known> known;
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_key;
  std::unordered_map<uint64_t, uint32_t> by_text, by_telling;

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
  const Known* likest(ArticleKind kind, const Sketch& sketch) const {
    const Known* best = nullptr;
    double most = 0;
    for (uint32_t at : candidates(sketch)) {
      if (known[at].kind != kind) continue;
      const auto like = compare(sketch, known[at].sketch);
      if (is_copy(like) && like.both > most) most = like.both, best = &known[at];
    }
    return best;
  }

  const Known* at(const std::unordered_map<uint64_t, uint32_t>& index, uint64_t key) const {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &known[found->second];
  }

  void keep(Known article, const std::string& source) {
    const auto at = static_cast<uint32_t>(known.size());
    for (size_t i = 0; i < std::min(keys, article.sketch.hashes.size()); ++i) {
      auto& list = by_key[article.sketch.hashes[i]];
      if (list.size() < longest_list) list.push_back(at);
    }
    by_text.try_emplace(text_key(article.id, article.kind), at);
    by_telling.try_emplace(telling_key(article.id, article.kind, source), at);
    known.push_back(std::move(article));
  }
};

Joiner::Joiner() : memory_(std::make_unique<Memory>()) {}
Joiner::~Joiner() = default;

Signature signature_of(const Article& article) {
  const std::string normal = normal_form(article.text.empty() ? article.source : article.text);
  return {"r-" + hex16(hash64(normal)), article.text.empty() ? Sketch() : sketch_of(normal)};
}

Report Joiner::join(Article article) {
  auto [id, sketch] = signature_of(article);
  Report report{id, "", "s-" + id.substr(2), std::move(article)};
  const Article& a = report.article;
  if (a.text.empty()) return report;
  if (const auto* same = memory_->at(memory_->by_telling, telling_key(id, a.kind, a.source))) {
    report.copy_of = same->copy_of;
    report.story = same->story;
    return report;
  }
  const auto* other = memory_->at(memory_->by_text, text_key(id, a.kind));
  if (!other) other = memory_->likest(a.kind, sketch);
  if (other) {
    report.copy_of = other->original();
    report.story = other->story;
  }
  memory_->keep({id, report.story, report.copy_of, a.kind, std::move(sketch)}, a.source);
  return report;
}

void Joiner::remember(const Trace& trace) {
  if (trace.sketch.hashes.empty()) return;
  memory_->keep({trace.id, trace.story, trace.copy_of, trace.kind, trace.sketch}, trace.source);
}

}  // namespace coranto::join
