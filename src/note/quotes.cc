#include "note/quotes.h"

#include <algorithm>

#include "base/utf8.h"

namespace coranto::note {

namespace {

enum class Mark { none, double_straight, double_curly, double_low, angle, latex, single_straight, single_curly };

struct Reading {
  Mark mark = Mark::none;
  uint32_t size = 1;
  bool may_open = false;
  bool may_close = false;
};

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c < 0x2000);
}

bool is_gap(char32_t c) {
  return c == 0 || c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == '(' || c == '[' || c == '-' || c == 0x2013 ||
         c == 0x2014 || c == '/';
}

bool is_any_opening(char32_t c) { return c == '"' || c == 0x201C || c == 0x2018 || c == '\'' || c == 0xAB; }

// The text as a reader of marks sees it: a place and its neighbours.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  char32_t at(size_t byte) const { return byte < text_.size() ? utf8::decode(text_, byte).point : 0; }
  char32_t before(size_t byte) const {
    if (byte == 0) return 0;
    do --byte;
    while (byte > 0 && (static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80);
    return at(byte);
  }

  Reading read(size_t byte) const {
    const auto step = utf8::decode(text_, byte);
    const char32_t left = before(byte), right = at(byte + step.size);
    const bool gap_left = is_gap(left) || is_any_opening(left);
    const bool gap_right = right == 0 || right == ' ' || right == '\n';
    switch (step.point) {
      case 0x201C:
        return {Mark::double_curly, step.size, true, false};
      case 0x201D:
        return {Mark::double_curly, step.size, begins_line(byte) && is_letter(right), true};
      case 0x201E:
        return {Mark::double_low, step.size, true, false};
      case 0xAB:
        return {Mark::angle, step.size, true, false};
      case 0xBB:
        return {Mark::angle, step.size, false, true};
      case '"':
        return {Mark::double_straight, 1, gap_left && !gap_right, !is_gap(left) || gap_right};
      case '`':
        if (right == '`') return {Mark::latex, 2, true, false};
        return {Mark::single_straight, 1, gap_left && is_letter(right), false};
      case '\'':
        if (right == '\'' && left != '\'') return {Mark::latex, 2, gap_left && is_letter(at(byte + 2)), !is_gap(left)};
        return {Mark::single_straight, 1, gap_left && (is_letter(right) || right == '"') && !decade(byte + 1),
                !is_gap(left) && !is_letter(right)};
      case 0x2018:
        if (right == 0x2018) return {Mark::double_curly, 2 * step.size, true, false};
        return {Mark::single_curly, step.size, !gap_right, false};
      case 0x2019:
        if (right == 0x2019) return {Mark::double_curly, 2 * step.size, false, true};
        return {Mark::single_curly, step.size, false, !is_gap(left) && !is_letter(right)};
      default:
        return {Mark::none, step.size, false, false};
    }
  }

  // A plural possessive inside single marks: a later mark in the paragraph closes better.
  bool is_possessive(size_t byte, const Reading& reading) const {
    if (before(byte) != 's' || at(byte + reading.size) != ' ' || !is_letter(at(byte + reading.size + 1))) return false;
    return closes_later(byte + reading.size, reading.mark);
  }

  bool closes_later(size_t from, Mark mark) const {
    for (size_t i = from; i < text_.size() && text_[i] != '\n'; i += utf8::decode(text_, i).size) {
      const Reading next = read(i);
      if (next.mark != mark) continue;
      if (next.may_open) return false;
      if (next.may_close) return true;
    }
    return false;
  }

 private:
  bool begins_line(size_t byte) const { return byte == 0 || text_[byte - 1] == '\n'; }  // ”Turned the wrong way.”
  bool decade(size_t byte) const { return at(byte) >= '0' && at(byte) <= '9' && at(byte + 2) == 's'; }
  std::string_view text_;
};

bool closes(Mark open, const Reading& reading) {
  if (open == Mark::double_low) return reading.mark == Mark::double_curly;
  if (open == Mark::double_curly && reading.mark == Mark::double_straight) return reading.may_close;
  return open == reading.mark && reading.may_close;
}

bool is_single(Mark mark) { return mark == Mark::single_curly || mark == Mark::single_straight; }

struct Open {
  Mark mark;
  size_t found;  // index in the list of spans
};

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), scan_(text) {}

  std::vector<QuotedSpan> find() {
    for (size_t i = 0; i < text_.size();) {
      if (text_[i] == '\n') {
        end_paragraph(i);
        ++i;
        continue;
      }
      const Reading reading = scan_.read(i);
      if (reading.mark != Mark::none) take(i, reading);
      i += reading.size;
    }
    end_paragraph(text_.size());
    std::erase_if(found_, [](const QuotedSpan& q) { return q.inner.empty(); });
    return std::move(found_);
  }

 private:
  void take(size_t at, const Reading& reading) {
    for (size_t depth = open_.size(); depth-- > 0;) {
      if (!closes(open_[depth].mark, reading)) continue;
      if (reading.mark == Mark::double_straight && reading.may_open && depth + 1 == open_.size() &&
          is_gap(scan_.before(at))) {
        break;
      }
      if (is_single(reading.mark) && scan_.is_possessive(at, reading)) return;
      close(depth, at, reading.size);
      return;
    }
    if (reading.may_open) begin(at, reading);
    if (!reading.may_open && reading.mark == Mark::double_curly && open_.size() == 1 && reading.may_close) {
      close(0, at, reading.size);
    }
  }

  void begin(size_t at, const Reading& reading) {
    if (is_single(reading.mark) && !scan_.closes_later(at + reading.size, reading.mark)) return;
    for (const Open& open : open_) {
      if (open.mark == reading.mark) return;
    }
    QuotedSpan span;
    span.outer.begin = static_cast<uint32_t>(at);
    span.inner.begin = static_cast<uint32_t>(at + reading.size);
    span.nested = !open_.empty();
    open_.push_back({reading.mark, found_.size()});
    found_.push_back(span);
  }

  void close(size_t depth, size_t at, uint32_t size) {
    while (open_.size() > depth) {
      QuotedSpan& span = found_[open_.back().found];
      span.inner.end = static_cast<uint32_t>(at);
      span.outer.end = static_cast<uint32_t>(at + size);
      open_.pop_back();
    }
  }

  void end_paragraph(size_t at) {
    if (open_.empty()) return;
    const Mark outer = open_[0].mark;
    const size_t first = open_[0].found;
    close(0, at, 0);
    size_t next = at;
    while (next < text_.size() && (text_[next] == '\n' || text_[next] == ' ')) ++next;
    const Reading reading = next < text_.size() ? scan_.read(next) : Reading{};
    found_[first].carried_on = reading.mark == outer && reading.may_open;
  }

  std::string_view text_;
  Scan scan_;
  std::vector<Open> open_;
  std::vector<QuotedSpan> found_;
};

// A sentence, or words long enough to be one; names, titles and scare quotes are short and hold no finite verb.
bool is_speech(const Tree& tree, Range words, std::string_view inner) {
  while (!inner.empty() && inner.back() == ' ') inner.remove_suffix(1);
  if (!inner.empty() && is_one_of(inner.substr(inner.size() - 1), {".", "?", "!", ","})) return true;
  for (Index i = words.begin; i < words.end; ++i) {
    if (has_finite_tag(tree[i])) return true;
  }
  return words.end - words.begin >= 8;
}

}  // namespace

std::vector<QuotedSpan> find_quoted_spans(std::string_view text) { return Finder(text).find(); }

Quotations::Quotations(const Tree& tree) : of_token_(tree.size(), -1) {
  for (const QuotedSpan& span : find_quoted_spans(tree.document().text)) {
    Quotation quotation;
    quotation.inner = span.inner;
    quotation.nested = span.nested;
    quotation.carried_on = span.carried_on;
    quotation.tokens.begin = tree.token_at(span.outer.begin);
    quotation.words.begin = tree.token_at(span.inner.begin);
    const Index last = tree.token_at(span.outer.end - 1);
    if (quotation.words.begin == no_token || last == no_token) continue;
    quotation.tokens.end = last + 1;
    quotation.words.end = span.inner.end == span.outer.end ? last + 1 : tree.token_at(span.inner.end);
    if (quotation.words.end == no_token) quotation.words.end = last + 1;
    quotation.speech = is_speech(tree, quotation.words, span.inner.of(tree.document().text));
    if (!span.nested) {
      for (Index i = quotation.tokens.begin; i < quotation.tokens.end; ++i) {
        of_token_[i] = static_cast<int32_t>(all_.size());
      }
    }
    all_.push_back(quotation);
  }
}

const Quotation* Quotations::opening_at(Index i) const {
  const Quotation* quotation = i < of_token_.size() ? at(i) : nullptr;
  return quotation && quotation->tokens.begin == i ? quotation : nullptr;
}

const Quotation* Quotations::closing_at(Index i) const {
  const Quotation* quotation = i < of_token_.size() ? at(i) : nullptr;
  return quotation && quotation->tokens.end == i + 1 ? quotation : nullptr;
}

}  // namespace coranto::note
