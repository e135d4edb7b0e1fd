#include "join/join.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "join/grouping.h"
#include "join/normal.h"

namespace coranto::join {
namespace {

// What tells one text of one kind from others, and one carrier of it from others.
uint64_t text_key(const std::string& id, ArticleKind kind) { return hash64(id + static_cast<char>('0' + int(kind))); }
uint64_t telling_key(const std::string& id, ArticleKind kind, const std::string& source) {
  return hash64(id + static_cast<char>('0' + int(kind)) + source);
}

// The first carrier may since have changed its marks and blanks.
bool all_within(const std::vector<Reuse>& reuses, std::string_view text) {
  const auto border = [&](size_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
  };
  return std::all_of(reuses.begin(), reuses.end(), [&](const Reuse& reuse) {
    return std::all_of(reuse.spans.begin(), reuse.spans.end(),
                       [&](Span span) { return border(span.begin) && border(span.end); });
  });
}

using Places = boost::unordered_flat_map<uint64_t, uint32_t>;

}  // namespace

// Of several carriers of one text the first is known by its wording, the others name it.
struct Joiner::Memory {
  std::vector<Known> known;
  KeyIndex index;
  Places by_text, by_telling;

  struct Entry {
    uint32_t place;  // of the text in `known`
    bool first;      // its first carrier, or that one again
  };

  Entry enter(Signature signature, const Article& article) {
    const auto place = static_cast<uint32_t>(known.size());
    const uint64_t telling = telling_key(signature.id, article.kind, article.source);
    if (const auto same = by_telling.find(telling); same != by_telling.end()) return {same->second, true};
    const auto [text, is_new] = by_text.try_emplace(text_key(signature.id, article.kind), place);
    if (!is_new) return {text->second, false};
    by_telling.emplace(telling, place);
    const std::string story = "s-" + signature.id.substr(2);
    Origin origin{std::move(signature.id), article.published, !article.agencies.empty()};
    keep({story, std::move(origin), place, article.kind, std::move(signature.wording), {}, {}});
    return {place, true};
  }

  void keep(Known text) {
    text.keys = keys_of(text.wording);
    index.add(static_cast<uint32_t>(known.size()), text.keys);
    known.push_back(std::move(text));
  }

  // Of the texts from `first` on; gives what each of them shares.
  std::vector<std::vector<Sharing>> group(uint32_t first) {
    index.settle();
    Grouping grouping(known, index, first);
    const auto originals = grouping.originals();
    for (uint32_t i = 0; i < originals.size(); ++i) {
      known[first + i].original = originals[i];
      known[first + i].story = known[originals[i]].story;
      known[first + i].keys = {};
    }
    return grouping.sharings();
  }

  size_t bytes() const {
    constexpr size_t place = sizeof(Places::value_type) + 1;
    size_t out =
        index.bytes() + known.capacity() * sizeof(Known) + place * (by_text.bucket_count() + by_telling.bucket_count());
    for (const Known& text : known) {
      out += text.wording.capacity() * sizeof(uint16_t) + text.origin.id.capacity() + text.story.capacity();
    }
    return out;
  }

  void note_reuses(Known& text, const std::vector<Sharing>& sharings, std::string_view words) const {
    text.reuses.clear();
    for (const Sharing& shared : sharings) {
      text.reuses.push_back(reuse_of(shared, text.origin, known[shared.other].origin, words));
    }
  }

  Report report_of(Entry entry, Article article) const {
    const Known& text = known[entry.place];
    const bool is_copy = !entry.first || text.original != entry.place;
    Report report{text.origin.id, is_copy ? known[text.original].origin.id : "", text.story, std::move(article), {}};
    if (entry.first && all_within(text.reuses, report.article.text)) report.reuses = text.reuses;
    return report;
  }
};

Joiner::Joiner() : memory_(std::make_unique<Memory>()) {}
Joiner::~Joiner() = default;

Signature signature_of(const Article& article) {
  const std::string normal = normal_form(article.text.empty() ? article.source : article.text);
  return {"r-" + hex16(hash64(normal)), article.text.empty() ? Wording() : wording_of(normal)};
}

std::vector<Report> Joiner::join(std::vector<Article> articles) {
  const auto first = static_cast<uint32_t>(memory_->known.size());
  std::vector<Memory::Entry> entries;
  for (const Article& article : articles) entries.push_back(memory_->enter(signature_of(article), article));
  const auto sharings = memory_->group(first);
  std::vector<Report> reports;
  for (size_t i = 0; i < articles.size(); ++i) {
    const uint32_t place = entries[i].place;
    if (place >= first && entries[i].first) {
      memory_->note_reuses(memory_->known[place], sharings[place - first], articles[i].text);
    }
    reports.push_back(memory_->report_of(entries[i], std::move(articles[i])));
  }
  return reports;
}

size_t Joiner::bytes() const { return memory_->bytes(); }

Report Joiner::join(Article article) {
  std::vector<Article> alone;
  alone.push_back(std::move(article));
  return std::move(join(std::move(alone)).front());
}

void Joiner::remember(const Trace& trace) {
  Memory& memory = *memory_;
  const auto place = static_cast<uint32_t>(memory.known.size());
  const auto [text, is_new] = memory.by_text.try_emplace(text_key(trace.id, trace.kind), place);
  if (trace.copy_of != trace.id)
    memory.by_telling.emplace(telling_key(trace.id, trace.kind, trace.source), text->second);
  if (!is_new) return;
  const auto original = memory.by_text.find(text_key(trace.copy_of, trace.kind));
  const bool is_copy = !trace.copy_of.empty() && original != memory.by_text.end();
  memory.keep({trace.story,
               {trace.id, trace.published, trace.agency},
               is_copy ? original->second : place,
               trace.kind,
               trace.wording,
               {},
               trace.reuses});
}

}  // namespace coranto::join
