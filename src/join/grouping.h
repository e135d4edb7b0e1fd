// Which texts are copies of which, judged over all that arrive together and all that are known.
//
// Every text is compared with the few that share keys with it. What is plainly the same is put together first; then it
// can be told which stretches stand in so many reports that they are furniture (notices, boilerplate), and these do not
// count. A text that is made of two others is no copy of either. What remains is joined, the strongest pair first.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "coranto/report.h"
#include "join/groups.h"
#include "join/key_index.h"
#include "join/pairing.h"
#include "join/sharing.h"

namespace coranto::join {

// A text that is known, at its place in the list of all.
struct Known {
  std::string story;
  Origin origin;
  uint32_t original;  // place of the text that it is a copy of; its own if of none
  ArticleKind kind;
  Wording wording;
  std::vector<uint32_t> keys;  // keys_of(wording)
  std::vector<Reuse> reuses;   // in the text of its first carrier
};

class Grouping {
 public:
  // `index` holds `all` by their places; those from `first` on are new: their `original` is asked for. Both must
  // outlive it.
  Grouping(const std::vector<Known>& all, const KeyIndex& index, uint32_t first);

  // Of each new text.
  std::vector<uint32_t> originals();

  // Once the originals are asked for: what each new text shares with texts that it is not joined with, in order of their
  // ids.
  std::vector<std::vector<Sharing>> sharings() const;

 private:
  struct Pair {
    uint32_t a, b;  // a before b
    Pairing pairing;
  };

  bool makes_copy(const Pair& pair) const;
  uint32_t original_of(uint32_t text) const;
  void add_sharing(uint32_t text, uint32_t other, std::vector<Range> words, std::vector<Sharing>& out) const;
  std::tuple<double, const std::string&, const std::string&> rank(const Pair& pair) const;
  bool is_bridge(const Pair& pair) const;
  void add_pairs(uint32_t text);
  Pair compared(uint32_t a, uint32_t b) const;
  void compare_all();
  void number_settled();
  Groups groups() const { return Groups(settled_.size() + all_.size() - first_, settled_.size()); }
  uint32_t node(uint32_t text) const;
  uint32_t group(Groups& groups, uint32_t text) const;
  Groups plain_copies();
  void leave_out_furniture();
  bool is_furniture(const Stretch& stretch, const Pair& pair, Groups& groups) const;
  void add_settled_part(uint32_t text, std::vector<Pair>& pairs) const;
  void mark_compilations();
  bool is_compilation(uint32_t text, const std::vector<Pair>& pairs, Groups& groups) const;

  const std::vector<Known>& all_;
  const KeyIndex& index_;
  uint32_t first_;
  std::vector<Pair> pairs_;
  std::vector<Pair> partial_;  // that make no copies
  std::vector<uint32_t> originals_;
  std::vector<uint32_t> settled_;  // originals of known texts that new ones were compared with
  boost::unordered_flat_map<uint32_t, uint32_t> node_of_;
  boost::unordered_flat_map<uint32_t, std::vector<Range>> joined_;  // by text: words by which it is joined
  boost::unordered_flat_set<uint32_t> compilations_;
};

}  // namespace coranto::join
