// What becomes of the parser's arcs: non-projective arcs restored, sentences found.
//
// The parser builds projective trees; a word that belongs to another head wears that head's label behind "||" (Nivre
// and Nilsson 2005, scheme HEAD), and is moved here to the nearest descendant of its head with that label.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/result.h"
#include "label/features.h"

namespace coranto::label {

// Names of labels: plain ones first, then those of the form "label||head's label".
class DependencyLabels {
 public:
  // Fails where a label has more than two parts.
  static Result<DependencyLabels> of(const std::vector<std::string>& labels);

  // Number of a label that `of` was given.
  uint16_t number(const std::string& label) const;
  const std::vector<std::string>& plain() const { return plain_; }
  uint16_t root() const { return root_; }

  bool decorated(uint16_t label) const { return label >= plain_.size(); }
  uint16_t own(uint16_t label) const { return parts_[label - plain_.size()].own; }
  uint16_t heads(uint16_t label) const { return parts_[label - plain_.size()].heads; }

 private:
  struct Parts {
    std::string name;
    uint16_t own, heads;
  };
  uint16_t add_plain(const std::string& label);

  std::vector<std::string> plain_;
  std::vector<Parts> parts_;
  uint16_t root_ = 0;
};

class DependencyTree {
 public:
  // From heads (-1: root) and labels to `head`, `dep` (plain labels) and `sentence_start` of `out`.
  void finish(const std::vector<int32_t>& heads, const std::vector<uint16_t>& labels, const DependencyLabels& names,
              const std::vector<Features>& tokens, Analysis& out);

 private:
  void find_edges(const Analysis& out);
  void widen_edges(const Analysis& out);
  bool heads_within_sentences(const Analysis& out);
  void list_children(const Analysis& out);
  void reattach(const DependencyLabels& names, const std::vector<Features>& tokens, Analysis& out);
  void move(uint32_t token, uint32_t head, Analysis& out);
  uint32_t descendant(uint32_t token, uint16_t label, const std::vector<Features>& tokens, const Analysis& out);

  std::vector<uint32_t> left_edge_, right_edge_;  // of the words below a word
  std::vector<uint8_t> starts_;
  std::vector<uint32_t> first_child_, next_child_;  // from left to right
  std::vector<uint32_t> queue_;
  size_t steps_ = 0;  // left to the search for descendants
};

}  // namespace coranto::label
