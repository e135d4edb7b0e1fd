#include "pool/pool.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "pool/day.h"
#include "pool/gist.h"
#include "pool/grouping.h"
#include "pool/likeness.h"
#include "pool/term_index.h"

namespace coranto::pool {
namespace {

// Weaker likeness does not count when groups are compared.
constexpr uint32_t weakest = of_one_story / 4;

// The number that an id "r-…" or "s-…" is made of.
uint64_t number_of(std::string_view id) {
  uint64_t number = 0;
  if (id.size() == 18 && std::from_chars(id.begin() + 2, id.end(), number, 16).ptr == id.end()) return number;
  return hash64(id);
}

struct Near {
  uint32_t report, strength;
};

struct Member {
  uint64_t id, story;
  Day day;
  Gist gist;
  bool placed;          // its story was told
  bool linked = false;  // `near` is complete
  std::vector<Near> near = {};

  // The first report of a story is the one with the least of these.
  auto rank() const { return std::tuple(!day.has_value(), day.value_or(0), id); }
};

}  // namespace

struct Gister::Tables {
  WordWeights weights;
};

Gister::Gister(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Gister::Gister(Gister&&) noexcept = default;
Gister::~Gister() = default;

Result<Gister> Gister::open(const std::string& data) {
  auto weights = WordWeights::read(data + "/pool/words.tsv");
  if (!weights) return weights.error();
  return Gister(std::make_unique<Tables>(Tables{std::move(*weights)}));
}

Gist Gister::gist_of(const Report& report, const Document& document, const Notes& notes) const {
  return pool::gist_of(report, document, notes, tables_->weights);
}

struct Pool::Memory {
  std::vector<Member> members;
  TermIndex index;
  std::unordered_map<uint64_t, uint32_t> by_id;
  std::vector<Move> moves;

  // False if the text is known.
  bool enter(const Report& report, uint64_t story, bool placed) {
    const uint64_t id = number_of(report.id);
    if (!by_id.try_emplace(id, static_cast<uint32_t>(members.size())).second) return false;
    members.push_back({id, story, day_of(report.article.published), report.gist, placed});
    index.add(report.gist);
    return true;
  }

  void bind(uint32_t a, uint32_t b, uint32_t strength) {
    for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
      auto& near = members[one].near;
      const auto known = std::find_if(near.begin(), near.end(), [&](const Near& n) { return n.report == other; });
      if (known == near.end())
        near.push_back({other, strength});
      else
        known->strength = std::max(known->strength, strength);
    }
  }

  void bind_copy(const std::string& id, const std::string& copy_of) {
    if (copy_of.empty() || copy_of == id) return;
    const auto original = by_id.find(number_of(copy_of));
    if (original != by_id.end()) bind(by_id.at(number_of(id)), original->second, bound);
  }

  void link(uint32_t report) {
    if (std::exchange(members[report].linked, true)) return;
    const Member& member = members[report];
    for (const uint32_t other : index.candidates(member.gist)) {
      if (other == report) continue;
      const uint32_t alike = likeness(member.gist, members[other].gist, member.day, members[other].day);
      if (alike >= weakest) bind(report, other, alike);
    }
  }

  // All that `report` may be of one story with, over however many others; ascending by id.
  std::vector<uint32_t> family_of(uint32_t report, std::vector<bool>& seen) {
    std::vector<uint32_t> family = {report};
    seen[report] = true;
    for (size_t i = 0; i < family.size(); ++i) {
      link(family[i]);
      for (const Near& near : members[family[i]].near) {
        if (near.strength < of_one_story || seen[near.report]) continue;
        seen[near.report] = true;
        family.push_back(near.report);
      }
    }
    std::sort(family.begin(), family.end(), [&](uint32_t a, uint32_t b) { return members[a].id < members[b].id; });
    return family;
  }

  void group(const std::vector<uint32_t>& family) {
    std::unordered_map<uint32_t, uint32_t> place;
    for (uint32_t i = 0; i < family.size(); ++i) place[family[i]] = i;
    std::vector<Link> links;
    for (uint32_t i = 0; i < family.size(); ++i) {
      for (const Near& near : members[family[i]].near) {
        const auto other = place.find(near.report);
        if (other != place.end() && i < other->second) links.push_back({i, other->second, near.strength});
      }
    }
    const auto least = groups_of(static_cast<uint32_t>(family.size()), std::move(links));
    std::unordered_map<uint32_t, std::vector<uint32_t>> groups;
    for (uint32_t i = 0; i < family.size(); ++i) groups[least[i]].push_back(family[i]);
    for (const auto& [first, group] : groups) name(group);
  }

  // A story is named after its first report; the name stays while that report is in it.
  void name(const std::vector<uint32_t>& group) {
    const auto before = [&](uint32_t a, uint32_t b) {
      const Member &x = members[a], &y = members[b];
      const bool x_names = x.placed && x.story == x.id, y_names = y.placed && y.story == y.id;
      return x_names != y_names ? x_names : x.rank() < y.rank();
    };
    const uint64_t story = members[*std::min_element(group.begin(), group.end(), before)].id;
    for (const uint32_t report : group) {
      Member& member = members[report];
      if (member.story == story) continue;
      member.story = story;
      if (member.placed) moves.push_back({"r-" + hex16(member.id), "s-" + hex16(story)});
    }
  }
};

Pool::Pool() : memory_(std::make_unique<Memory>()) {}
Pool::~Pool() = default;
Pool::Pool(Pool&&) noexcept = default;

void Pool::place(const std::vector<Report*>& reports) {
  Memory& memory = *memory_;
  const auto first = static_cast<uint32_t>(memory.members.size());
  for (const Report* report : reports) memory.enter(*report, number_of(report->id), false);
  for (const Report* report : reports) memory.bind_copy(report->id, report->copy_of);
  for (uint32_t i = first; i < memory.members.size(); ++i) memory.link(i);
  std::vector<bool> seen(memory.members.size());
  for (uint32_t i = first; i < memory.members.size(); ++i) {
    if (!seen[i]) memory.group(memory.family_of(i, seen));
  }
  for (uint32_t i = first; i < memory.members.size(); ++i) memory.members[i].placed = true;
  for (Report* report : reports) {
    report->story = "s-" + hex16(memory.members[memory.by_id.at(number_of(report->id))].story);
  }
}

void Pool::remember(Account account) {
  Report report{account.id, account.copy_of, account.story, {}};
  report.article.published = account.published;
  report.gist = std::move(account.gist);
  if (memory_->enter(report, number_of(account.story), true)) memory_->bind_copy(account.id, account.copy_of);
}

std::vector<Move> Pool::moved() { return std::exchange(memory_->moves, {}); }

}  // namespace coranto::pool
