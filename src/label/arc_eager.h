// The arc-eager transition system (Nivre 2004) as spaCy has it: with Break for sentence borders, and with Reduce
// putting a headless word back (non-monotonic; Honnibal and Johnson 2015).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace coranto::label {

class ArcEager {
 public:
  enum Action { shift, reduce, left, right, split, actions };  // spaCy's numbers; split is its Break
  static constexpr uint32_t context_size = 8;

  // Begins a document of `length` tokens; memory is kept from document to document.
  void start(size_t length);

  bool done() const { return stack_.empty() && buffer_length() == 0; }

  // The tokens the parser looks at: B0 B1 S0 S1 S2, newest left child of B0, newest left and right child of S0.
  std::array<int32_t, context_size> context() const;

  bool valid(Action action) const;
  void apply(Action action, uint16_t label);

  // Of each token; -1 and 0 where no arc leads to it.
  const std::vector<int32_t>& heads() const { return heads_; }
  const std::vector<uint16_t>& labels() const { return labels_; }

 private:
  int32_t stack(size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : -1; }
  int32_t buffer(size_t i) const;
  size_t buffer_length() const { return length_ - next_ + returned_.size(); }
  bool starts_sentence(int32_t token) const { return token >= 0 && starts_[static_cast<size_t>(token)]; }
  void push();
  void attach(int32_t head, int32_t child, uint16_t label);

  // A word's newest child on one side, and behind each child the one before it.
  struct Children {
    std::vector<int32_t> newest, before;
    void start(size_t length);
    void add(int32_t head, int32_t child);
    void drop_newest(int32_t head, int32_t child);
    int32_t of(int32_t head) const { return head < 0 ? -1 : newest[static_cast<size_t>(head)]; }
  };

  size_t length_ = 0;
  size_t next_ = 0;  // first token that was never taken from the buffer
  std::vector<int32_t> stack_;
  std::vector<int32_t> returned_;  // put back by Reduce; its end is the front of the buffer
  std::vector<int32_t> heads_;
  std::vector<uint16_t> labels_;
  std::vector<uint8_t> starts_, unshiftable_;
  Children left_, right_;
};

}  // namespace coranto::label
