#include "label/dependency_tree.h"

#include <algorithm>
#include <utility>

namespace coranto::label {
namespace {

constexpr const char* delimiter = "||";

// Rounds that spaCy allows edges to settle where arcs cross (tokens/doc.pyx, set_children_from_heads).
constexpr int most_rounds = 12;

// Steps of the search for descendants in one document, so that its time is linear: far more than any text takes but one
// that is one sentence of many thousand words. Once they are spent, words stay with their heads.
constexpr size_t least_steps = 1 << 24, steps_a_token = 256;

constexpr uint32_t none = UINT32_MAX;

}  // namespace

uint16_t DependencyLabels::add_plain(const std::string& label) {
  const auto found = std::find(plain_.begin(), plain_.end(), label);
  if (found == plain_.end()) return plain_.push_back(label), static_cast<uint16_t>(plain_.size() - 1);
  return static_cast<uint16_t>(found - plain_.begin());
}

Result<DependencyLabels> DependencyLabels::of(const std::vector<std::string>& labels) {
  DependencyLabels names;
  names.root_ = names.add_plain("ROOT");
  for (const std::string& label : labels) {
    const auto at = label.find(delimiter);
    if (at == std::string::npos) {
      names.add_plain(label);
    } else if (label.find(delimiter, at + 2) != std::string::npos) {
      return Error{Code::model, "a label of more than two parts: " + label, ""};
    } else if (names.number(label) == 0) {
      const uint16_t own = names.add_plain(label.substr(0, at));
      names.parts_.push_back({label, own, names.add_plain(label.substr(at + 2))});
    }
  }
  return names;
}

uint16_t DependencyLabels::number(const std::string& label) const {
  const auto plain = std::find(plain_.begin(), plain_.end(), label);
  if (plain != plain_.end()) return static_cast<uint16_t>(plain - plain_.begin());
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].name == label) return static_cast<uint16_t>(plain_.size() + i);
  }
  return 0;
}

void DependencyTree::widen_edges(const Analysis& out) {
  const auto widen = [&](size_t child) {
    const uint32_t head = out.head[child];
    left_edge_[head] = std::min(left_edge_[head], left_edge_[child]);
    right_edge_[head] = std::max(right_edge_[head], right_edge_[child]);
  };
  for (size_t i = 0; i < out.head.size(); ++i) widen(i);
  for (size_t i = out.head.size(); i-- > 0;) widen(i);
}

bool DependencyTree::heads_within_sentences(const Analysis& out) {
  const size_t length = out.head.size();
  starts_.assign(length, 0);
  for (size_t i = 0; i < length; ++i) {
    if (out.head[i] == i) starts_[left_edge_[i]] = 1;
  }
  size_t begin = 0;
  for (size_t i = 0; i < length; ++i) {
    if (!(i > 0 && starts_[i]) && i + 1 != length) continue;
    for (size_t j = begin; j < i; ++j) {
      if (out.head[j] < begin || out.head[j] > i) return false;
    }
    begin = i;
  }
  return true;
}

void DependencyTree::find_edges(const Analysis& out) {
  const auto length = static_cast<uint32_t>(out.head.size());
  left_edge_.resize(length);
  right_edge_.resize(length);
  for (uint32_t i = 0; i < length; ++i) left_edge_[i] = right_edge_[i] = i;
  for (int round = 0; round < most_rounds; ++round) {
    widen_edges(out);
    if (heads_within_sentences(out)) return;
  }
}

void DependencyTree::list_children(const Analysis& out) {
  const auto length = static_cast<uint32_t>(out.head.size());
  first_child_.assign(length, none);
  next_child_.assign(length, none);
  for (uint32_t i = length; i-- > 0;) {
    if (out.head[i] != i) next_child_[i] = std::exchange(first_child_[out.head[i]], i);
  }
}

// Breadth first, left to right, below the token's head but not through the token; its head where nothing fits.
uint32_t DependencyTree::descendant(uint32_t token, uint16_t label, const std::vector<Features>& tokens,
                                    const Analysis& out) {
  queue_.assign(1, out.head[token]);
  for (size_t at = 0; at < queue_.size(); ++at) {
    for (uint32_t child = first_child_[queue_[at]]; child != none; child = next_child_[child]) {
      if (steps_ == 0) return out.head[token];
      --steps_;
      if (child == token || tokens[child].is_space) continue;
      if (out.dep[child] == label) return child;
      queue_.push_back(child);
    }
  }
  return out.head[token];
}

// A child outside of its head's edges is not found below it, as in spaCy, which looks for children between them.
void DependencyTree::move(uint32_t token, uint32_t head, Analysis& out) {
  const auto place_of = [&](uint32_t parent) {
    uint32_t* at = &first_child_[parent];
    for (; *at < token; at = &next_child_[*at]) steps_ -= steps_ > 0;
    return at;
  };
  if (uint32_t* at = place_of(out.head[token]); *at == token) *at = next_child_[token];
  out.head[token] = head;
  if (token < left_edge_[head] || token > right_edge_[head]) return;
  uint32_t* at = place_of(head);
  next_child_[token] = std::exchange(*at, token);
}

void DependencyTree::reattach(const DependencyLabels& names, const std::vector<Features>& tokens, Analysis& out) {
  list_children(out);
  steps_ = least_steps + steps_a_token * tokens.size();
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const uint16_t label = out.dep[i];
    if (!names.decorated(label)) continue;
    const uint32_t head = descendant(i, names.heads(label), tokens, out);
    if (head != out.head[i]) move(i, head, out);
    out.dep[i] = names.own(label);
  }
}

void DependencyTree::finish(const std::vector<int32_t>& heads, const std::vector<uint16_t>& labels,
                            const DependencyLabels& names, const std::vector<Features>& tokens, Analysis& out) {
  const auto length = static_cast<uint32_t>(heads.size());
  out.head.resize(length);
  out.dep.resize(length);
  for (uint32_t i = 0; i < length; ++i) {
    out.head[i] = heads[i] < 0 ? i : static_cast<uint32_t>(heads[i]);
    out.dep[i] = heads[i] < 0 ? names.root() : labels[i];
  }
  find_edges(out);
  const auto decorated = [&](uint16_t label) { return names.decorated(label); };
  if (std::any_of(out.dep.begin(), out.dep.end(), decorated)) {
    reattach(names, tokens, out);
    find_edges(out);
  }
  out.sentence_start.assign(length, 0);
  for (uint32_t i = 0; i < length; ++i) {
    if (out.head[i] == i) out.sentence_start[left_edge_[i]] = 1;
  }
}

}  // namespace coranto::label
