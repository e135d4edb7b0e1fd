#include "note/cue_tables.h"

#include <array>
#include <utility>

#include "base/tsv.h"
#include "note/letters.h"

namespace coranto::note {

namespace {

constexpr std::array<std::pair<std::string_view, Takes>, 12> takes_words = {{{"quote", takes_quote},
                                                                             {"clause", takes_clause},
                                                                             {"aside", takes_aside},
                                                                             {"infinitive", takes_infinitive},
                                                                             {"gerund", takes_gerund},
                                                                             {"object", takes_object},
                                                                             {"for", takes_for},
                                                                             {"of", takes_of},
                                                                             {"as", takes_as},
                                                                             {"small", takes_small},
                                                                             {"addressee", takes_addressee},
                                                                             {"any", takes_any_subject}}};

// The bits of a list of words; 0 for a word that is none of them.
uint32_t takes_of_words(std::string_view words) {
  uint32_t bits = 0;
  for (const std::string& word : split(words, ',')) {
    uint32_t bit = 0;
    for (const auto& [name, value] : takes_words) {
      if (word == name) bit = value;
    }
    if (bit == 0) return 0;
    bits |= bit;
  }
  return bits;
}

Error bad_row(const Table& table, size_t row, std::string reason) {
  return {Code::malformed, std::move(reason), table.path() + ":" + std::to_string(table.line(row))};
}

Result<void> read_cues(const std::string& path, CueTables::Lists& lists) {
  auto table = Table::read(path);
  if (!table) return table.error();
  for (std::string_view name : {"cue", "kind", "takes", "polarity", "channel"}) {
    if (auto column = table->column(name); !column) return column.error();
  }
  for (size_t i = 0; i < table->size(); ++i) {
    auto field = [&](std::string_view name) { return table->row(i)[*table->column(name)]; };
    CueEntry entry{takes_of_words(field("takes")), field("polarity") == "-", field("channel")};
    if (entry.takes == 0) return bad_row(*table, i, "unknown word in column takes: " + field("takes"));
    if (entry.channel == "-") entry.channel.clear();
    if (!is_one_of(field("kind"), {"verb", "noun"})) return bad_row(*table, i, "kind is neither verb nor noun");
    (field("kind") == "verb" ? lists.verbs : lists.nouns)[field("cue")] = entry;
  }
  return {};
}

Result<void> read_channels(const std::string& path, CueTables::Lists& lists) {
  auto table = Table::read(path);
  if (!table) return table.error();
  for (std::string_view name : {"word", "channel", "role"}) {
    if (auto column = table->column(name); !column) return column.error();
  }
  for (size_t i = 0; i < table->size(); ++i) {
    auto field = [&](std::string_view name) { return table->row(i)[*table->column(name)]; };
    if (!is_one_of(field("role"), {"in", "own"})) return bad_row(*table, i, "role is neither in nor own");
    const std::string channel = field("channel");
    lists.channels[lowered(field("word"))] = {channel == "-" ? "" : channel, field("role") == "own"};
  }
  return {};
}

Result<void> read_outlets(const std::string& path, CueTables::Lists& lists) {
  auto table = Table::read(path);
  if (!table) return table.error();
  for (std::string_view name : {"word", "kind"}) {
    if (auto column = table->column(name); !column) return column.error();
  }
  for (size_t i = 0; i < table->size(); ++i) {
    auto field = [&](std::string_view name) { return table->row(i)[*table->column(name)]; };
    if (!is_one_of(field("kind"), {"outlet", "body"})) return bad_row(*table, i, "kind is neither outlet nor body");
    (field("kind") == "outlet" ? lists.outlets : lists.bodies).insert(field("word"));
  }
  return {};
}

template <typename Map>
const typename Map::mapped_type* find(const Map& map, std::string_view key) {
  const auto found = map.find(std::string(key));
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

const CueEntry* CueTables::Lists::verb(std::string_view lemma) const { return find(verbs, lemma); }
const CueEntry* CueTables::Lists::noun(std::string_view lemma) const { return find(nouns, lemma); }
const ChannelWord* CueTables::Lists::channel(std::string_view words) const { return find(channels, lowered(words)); }

CueTables::CueTables(std::unique_ptr<Lists> lists) : lists_(std::move(lists)) {}
CueTables::CueTables(CueTables&&) noexcept = default;
CueTables::~CueTables() = default;

Result<CueTables> CueTables::open(const std::string& data) {
  auto lists = std::make_unique<Lists>();
  const std::string folder = data + "/statements/";
  if (auto read = read_cues(folder + "cues.tsv", *lists); !read) return read.error();
  if (auto read = read_channels(folder + "channels.tsv", *lists); !read) return read.error();
  if (auto read = read_outlets(folder + "outlets.tsv", *lists); !read) return read.error();
  return CueTables(std::move(lists));
}

}  // namespace coranto::note
