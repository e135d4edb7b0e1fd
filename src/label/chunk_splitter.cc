#include "label/chunk_splitter.h"

namespace coranto::label {
namespace {

// A suffix is searched in the last bytes of a long text first. No suffix but a run ("....") is longer than a few code
// points, and a run shows by beginning near where the window begins: then in twice as many.
constexpr size_t suffix_window = 64, window_edge = 16;

}  // namespace

size_t prefix_size(const TokenizerRules& rules, std::string_view text, Regex::Room& room) {
  const auto found = rules.prefix.search(text, room);
  return found ? found->size() : 0;
}

size_t suffix_size(const TokenizerRules& rules, std::string_view text, Regex::Room& room) {
  for (size_t window = suffix_window; window < text.size(); window *= 2) {
    size_t from = text.size() - window;
    while ((text[from] & 0xC0) == 0x80) ++from;
    const auto found = rules.suffix.search(text.substr(from), room);
    if (!found) return 0;
    if (found->size() + window_edge < window) return found->size();
  }
  const auto found = rules.suffix.search(text, room);
  return found ? found->size() : 0;
}

void ChunkSplitter::split(std::string_view chunk, SplitRoom& room, std::vector<Cut>& out) const {
  room.suffixes.clear();
  const std::string_view core = peeled(chunk, room, out);
  if (!core.empty()) split_core(core, room, out);
  for (size_t i = room.suffixes.size(); i-- > 0;) add(room.suffixes[i], room, out);
}

std::string_view ChunkSplitter::peeled(std::string_view rest, SplitRoom& room, std::vector<Cut>& out) const {
  for (size_t last = 0; !rest.empty() && rest.size() != last;) {
    if (rules.token_match.matches_at_start(rest, room.regex) || is_special(rest)) break;
    last = rest.size();
    const size_t pre = prefix_size(rules, rest, room.regex);
    const std::string_view without_prefix = rest.substr(pre);
    if (pre != 0 && !without_prefix.empty() && is_special(without_prefix)) {
      add(rest.substr(0, pre), room, out);
      return without_prefix;
    }
    const size_t suf = suffix_size(rules, without_prefix, room.regex);
    const std::string_view without_suffix = rest.substr(0, rest.size() - suf);
    if (suf != 0 && !without_suffix.empty() && is_special(without_suffix)) {
      room.suffixes.push_back(rest.substr(without_suffix.size()));
      return without_suffix;
    }
    if (pre != 0) add(rest.substr(0, pre), room, out);
    if (suf != 0) room.suffixes.push_back(rest.substr(rest.size() - suf));
    rest = rest.substr(pre, rest.size() - pre - suf);
  }
  return rest;
}

void ChunkSplitter::split_core(std::string_view core, SplitRoom& room, std::vector<Cut>& out) const {
  const auto* special = with_specials ? rules.special(core) : nullptr;
  if (special) {
    out.insert(out.end(), special->begin(), special->end());
  } else if (rules.token_match.matches_at_start(core, room.regex) ||
             rules.url_match.matches_at_start(core, room.regex)) {
    add(core, room, out);
  } else {
    split_infixes(core, room, out);
  }
}

void ChunkSplitter::split_infixes(std::string_view core, SplitRoom& room, std::vector<Cut>& out) const {
  room.infixes.clear();
  rules.infix.find_all(core, room.regex, room.infixes);
  size_t start = 0;
  for (const Span infix : room.infixes) {
    if (infix.begin == 0) continue;
    if (infix.begin != start) add(core.substr(start, infix.begin - start), room, out);
    if (!infix.empty()) add(infix.of(core), room, out);
    start = infix.end;
  }
  if (start < core.size()) add(core.substr(start), room, out);
}

void ChunkSplitter::add(std::string_view text, SplitRoom& room, std::vector<Cut>& out) const {
  const Lexeme* lexeme = lexemes.get(text, room.overflow);
  out.push_back({lexeme, lexeme->features.norm, static_cast<uint32_t>(text.size())});
}

}  // namespace coranto::label
