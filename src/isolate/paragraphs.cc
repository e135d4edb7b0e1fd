#include "isolate/paragraphs.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace coranto::isolate {
namespace {

bool is_blank(char32_t point) {
  return point <= ' ' || point == 0xA0 || point == 0x3000 || point == 0xFEFF || (point >= 0x2000 && point <= 0x200B) ||
         point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F;
}

std::string squeezed(std::string_view line) {
  std::string out;
  bool gap = false;
  for (size_t at = 0; at < line.size();) {
    const auto step = utf8::decode(line, at);
    if (is_blank(step.point)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += line.substr(at, step.size);
    }
    at += step.size;
  }
  return out;
}

using Block = std::vector<std::string>;  // lines without a blank line between them

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks(1);
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    auto line = squeezed(text.substr(begin, end - begin));
    if (!line.empty()) {
      blocks.back().push_back(std::move(line));
    } else if (!blocks.back().empty()) {
      blocks.emplace_back();
    }
    begin = end + 1;
  }
  if (blocks.back().empty()) blocks.pop_back();
  return blocks;
}

constexpr size_t narrowest = 40;  // bytes of a line that was broken for want of room

std::vector<std::string> unwrapped(const Block& block) {
  std::vector<std::string> out = {block.front()};
  for (size_t i = 1; i < block.size(); ++i) {
    if (block[i - 1].size() >= narrowest) {
      out.back() += ' ' + block[i];
    } else {
      out.push_back(block[i]);
    }
  }
  return out;
}

// Wrapped at a width: most lines that another follows in the block are of some 40 to 100 bytes and stop in
// mid-sentence, and the next one goes on in lower case often enough.
bool is_wrapped(const std::vector<Block>& blocks) {
  size_t breaks = 0, open = 0, lower = 0;
  for (const auto& block : blocks) {
    for (size_t i = 0; i + 1 < block.size(); ++i) {
      ++breaks;
      open += block[i].size() >= narrowest && block[i].size() <= 120 && !ends_sentence(block[i]);
      lower += begins_lower(block[i + 1]);
    }
  }
  return breaks >= 3 && open * 10 >= breaks * 6 && lower * 10 >= breaks * 3;
}

constexpr std::string_view closers[] = {"”", "’", "\"", "'", ")", "]", "»", "）", "」", "』", "*"};

std::string_view without_closers(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (auto closer : closers) {
      if (text.ends_with(closer)) text.remove_suffix(closer.size()), cut = true;
    }
  }
  return text;
}

bool ends_on(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return text.ends_with(mark); });
}

}  // namespace

bool begins_lower(std::string_view text) {
  return !text.empty() &&
         utf8proc_category(static_cast<utf8proc_int32_t>(utf8::decode(text, 0).point)) == UTF8PROC_CATEGORY_LL;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  const auto blocks = blocks_of(text);
  const bool wrapped = is_wrapped(blocks);
  std::vector<std::string> paragraphs;
  for (const auto& block : blocks) {
    const auto lines = wrapped ? unwrapped(block) : block;
    paragraphs.insert(paragraphs.end(), lines.begin(), lines.end());
  }
  return paragraphs;
}

size_t count_words(std::string_view text) {
  if (text.empty()) return 0;
  return 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

bool ends_sentence(std::string_view text) {
  return ends_on(without_closers(text), {".", "!", "?", "…", "。", "！", "？"});
}

bool breaks_off(std::string_view text) {
  const auto open = without_closers(text);
  if (ends_on(open, {"…", "..."})) return true;
  return !ends_sentence(text) && !ends_on(open, {":", ";", "—", "–", "-", "：", ","}) && open.size() == text.size();
}

}  // namespace coranto::isolate
