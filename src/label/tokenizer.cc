#include "label/tokenizer.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "label/chunk_splitter.h"

namespace coranto::label {
namespace {

constexpr size_t most_chunks = 65536, most_chunk_bytes = 4 << 20, longest_kept = 256;

// Cuts of chunks met before. Emptied when full: news moves on.
class ChunkCache {
 public:
  // Null if `chunk` is not known.
  const std::vector<Cut>* find(std::string_view chunk) const {
    const auto at = chunks_.find(chunk);
    return at == chunks_.end() ? nullptr : &at->second;
  }

  void keep(std::string_view chunk, const std::vector<Cut>& cuts) {
    if (chunk.size() > longest_kept) return;
    for (const Cut& cut : cuts)
      if (!cut.lexeme->kept) return;
    if (chunks_.size() >= most_chunks || bytes_ >= most_chunk_bytes) chunks_.clear(), bytes_ = 0;
    chunks_.emplace(chunk, cuts);
    bytes_ += chunk.size();
  }

 private:
  boost::unordered_flat_map<std::string, std::vector<Cut>, TextHash, SameText> chunks_;
  size_t bytes_ = 0;
};

// Calls `chunk(Span)` for each run of white space or of anything else, `single_space()` where the chunk just called is
// followed by a space, which then belongs to no chunk.
template <typename Chunk, typename SingleSpace>
void cut_at_spaces(std::string_view text, Chunk chunk, SingleSpace single_space) {
  uint32_t start = 0;
  bool in_space = unicode::is_space(utf8::decode(text, 0).point);
  for (uint32_t at = 0; at < text.size();) {
    const auto [point, size] = utf8::decode(text, at);
    if (unicode::is_space(point) != in_space) {
      if (start < at) chunk(Span{start, at});
      if (point == ' ') single_space();
      start = point == ' ' ? at + 1 : at;
      in_space = !in_space;
    }
    at += size;
  }
  if (start < text.size()) chunk(Span{start, static_cast<uint32_t>(text.size())});
}

}  // namespace

struct Tokenizer::Room::Parts {
  SplitRoom split;
  ChunkCache cache;
  std::vector<Cut> cuts;
};

Tokenizer::Room::Room() : parts_(std::make_unique<Parts>()) {}
Tokenizer::Room::Room(Room&&) noexcept = default;
Tokenizer::Room& Tokenizer::Room::operator=(Room&&) noexcept = default;
Tokenizer::Room::~Room() = default;
void Tokenizer::Room::forget_overflow() { parts_->split.overflow.clear(); }

struct Tokenizer::Parts {
  const Lexemes& lexemes;
  TokenizerRules rules;
  SpecialPhrases phrases;

  const std::vector<Cut>& cuts_of(std::string_view chunk, bool is_utf8, Room::Parts& room) const {
    if (const auto* known = room.cache.find(chunk)) return *known;
    room.cuts.clear();
    if (is_utf8 || utf8::first_invalid(chunk) == std::string_view::npos) {
      ChunkSplitter{rules, lexemes}.split(chunk, room.split, room.cuts);
    } else {
      const Lexeme* lexeme = lexemes.get(chunk, room.split.overflow);
      room.cuts.push_back({lexeme, lexeme->features.norm, static_cast<uint32_t>(chunk.size())});
    }
    room.cache.keep(chunk, room.cuts);
    return room.cuts;
  }

  void add_chunk(std::string_view text, Span chunk, bool is_utf8, Room::Parts& room, std::vector<Piece>& out) const {
    uint32_t at = chunk.begin;
    for (const Cut& cut : cuts_of(chunk.of(text), is_utf8, room)) {
      out.push_back({{at, at + cut.size}, cut.lexeme, cut.norm, false});
      at += cut.size;
    }
  }

  void cut(std::string_view text, Room::Parts& room, std::vector<Piece>& out) const {
    const bool is_utf8 = utf8::first_invalid(text) == std::string_view::npos;
    cut_at_spaces(
        text, [&](Span chunk) { add_chunk(text, chunk, is_utf8, room, out); },
        [&] { out.back().space_after = true; });
  }

  // Special cases whose text the affix rules would cut, or that hold a space.
  void collect_phrases() {
    SplitRoom room;
    std::vector<Cut> cuts;
    const ChunkSplitter splitter{rules, lexemes, false};
    for (const auto& special : rules.specials) {
      const std::string& text = special.first;
      room.infixes.clear();
      rules.infix.find_all(text, room.regex, room.infixes);
      const bool spaced = text.find(' ') != std::string::npos;
      if (rules.faster_heuristics && !spaced && room.infixes.empty() && !prefix_size(rules, text, room.regex) &&
          !suffix_size(rules, text, room.regex))
        continue;
      cuts.clear();
      cut_at_spaces(
          text, [&](Span chunk) { splitter.split(chunk.of(text), room, cuts); }, [] {});
      phrases.add(cuts);
    }
  }
};

Tokenizer::Tokenizer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::open(const std::string& folder, const Lexemes& lexemes) {
  auto rules = TokenizerRules::open(folder, lexemes);
  if (!rules) return rules.error();
  auto parts = std::make_unique<Parts>(Parts{lexemes, std::move(*rules), {}});
  parts->collect_phrases();
  return Tokenizer(std::move(parts));
}

void Tokenizer::tokenize(std::string_view text, Room& room, std::vector<Piece>& out) const {
  out.clear();
  if (text.empty()) return;
  parts_->cut(text, *room.parts_, out);
  parts_->phrases.apply(parts_->rules, text, out);
}

}  // namespace coranto::label
