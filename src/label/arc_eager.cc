#include "label/arc_eager.h"

namespace coranto::label {

void ArcEager::Children::start(size_t length) {
  newest.assign(length, -1);
  before.assign(length, -1);
}

void ArcEager::Children::add(int32_t head, int32_t child) {
  auto& latest = newest[static_cast<size_t>(head)];
  before[static_cast<size_t>(child)] = latest;
  latest = child;
}

void ArcEager::Children::drop_newest(int32_t head, int32_t child) {
  auto& latest = newest[static_cast<size_t>(head)];
  if (latest == child) latest = before[static_cast<size_t>(child)];
}

void ArcEager::start(size_t length) {
  length_ = length;
  next_ = 0;
  stack_.clear();
  returned_.clear();
  heads_.assign(length, -1);
  labels_.assign(length, 0);
  unshiftable_.assign(length, 0);
  starts_.assign(length, 0);
  if (length > 0) starts_[0] = 1;
  left_.start(length);
  right_.start(length);
}

int32_t ArcEager::buffer(size_t i) const {
  if (i < returned_.size()) return returned_[returned_.size() - 1 - i];
  const size_t at = next_ + (i - returned_.size());
  return at < length_ ? static_cast<int32_t>(at) : -1;
}

std::array<int32_t, ArcEager::context_size> ArcEager::context() const {
  const int32_t b0 = buffer(0), s0 = stack(0);
  return {b0, buffer(1), s0, stack(1), stack(2), left_.of(b0), left_.of(s0), right_.of(s0)};
}

bool ArcEager::valid(Action action) const {
  switch (action) {
    case shift:
      if (stack_.empty()) return true;
      return buffer_length() >= 2 && !starts_sentence(buffer(0)) && !unshiftable_[static_cast<size_t>(buffer(0))];
    case reduce:
      return !stack_.empty();
    case left:
    case right:
      return !stack_.empty() && buffer_length() > 0 && !starts_sentence(buffer(0));
    case split:
      return buffer_length() >= 2 && buffer(1) == buffer(0) + 1 && !starts_sentence(buffer(1));
    default:
      return false;
  }
}

void ArcEager::push() {
  if (returned_.empty()) {
    stack_.push_back(static_cast<int32_t>(next_++));
  } else {
    stack_.push_back(returned_.back());
    returned_.pop_back();
  }
}

// Words on the stack and in the buffer stand in their order, so a head in the buffer is right of its child. A word that
// already has a head is the newest right child of it: nothing was attached below it since.
void ArcEager::attach(int32_t head, int32_t child, uint16_t label) {
  auto& old = heads_[static_cast<size_t>(child)];
  if (old >= 0) right_.drop_newest(old, child);
  (head > child ? left_ : right_).add(head, child);
  old = head;
  labels_[static_cast<size_t>(child)] = label;
}

void ArcEager::apply(Action action, uint16_t label) {
  const int32_t s0 = stack(0), b0 = buffer(0);
  switch (action) {
    case shift:
      push();
      break;
    case reduce:
      stack_.pop_back();
      if (heads_[static_cast<size_t>(s0)] < 0 && !stack_.empty()) {
        unshiftable_[static_cast<size_t>(s0)] = 1;
        returned_.push_back(s0);
      }
      break;
    case left:
      attach(b0, s0, label);
      unshiftable_[static_cast<size_t>(b0)] = 0;
      stack_.pop_back();
      break;
    case right:
      attach(s0, b0, label);
      push();
      break;
    case split:
      starts_[static_cast<size_t>(buffer(1))] = 1;
      break;
    default:
      break;
  }
}

}  // namespace coranto::label
