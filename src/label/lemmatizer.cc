#include "label/lemmatizer.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <vector>

#include "base/mapped_file.h"
#include "base/unicode.h"
#include "label/msgpack.h"
#include "label/strings.h"
#include "label/tokenizer_rules.h"

namespace coranto::label {
namespace {

using Words = boost::unordered_flat_set<std::string_view, TextHash, SameText>;
using Exceptions = boost::unordered_flat_map<std::string_view, std::vector<std::string_view>, TextHash, SameText>;

struct Rule {
  std::string_view old_ending, new_ending;
};

// The tables of one part of speech; their texts lie in the file.
struct Tables {
  std::vector<Rule> rules;
  Exceptions exceptions;
  Words index;
  bool empty() const { return rules.empty() && exceptions.empty() && index.empty(); }
};

// The value of a feature in "A=1|B=2", empty if it is not there.
std::string_view feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const std::string_view pair = morph.substr(0, morph.find('|'));
    const size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    morph.remove_prefix(std::min(morph.size(), pair.size() + 1));
  }
  return {};
}

// The forms that the rules make of `lower`: known ones first (the last found first), then those that are no words of
// letters. Unknown words go to `unknown`.
std::vector<std::string> forms_by_rule(const Tables& tables, std::string_view lower,
                                       std::vector<std::string>& unknown) {
  std::vector<std::string> forms;
  for (const Rule& rule : tables.rules) {
    if (!lower.ends_with(rule.old_ending)) continue;
    std::string form(lower.substr(0, lower.size() - rule.old_ending.size()));
    form += rule.new_ending;
    if (form.empty()) continue;
    if (tables.index.contains(form))
      forms.insert(forms.begin(), std::move(form));
    else if (!unicode::all_alpha(form))
      forms.push_back(std::move(form));
    else
      unknown.push_back(std::move(form));
  }
  return forms;
}

}  // namespace

struct Lemmatizer::Parts {
  MappedFile file;
  boost::unordered_flat_map<uint64_t, Tables> by_pos;  // key: string_id of the part of speech in lower case

  void read(msgpack::Value root) {
    for (const auto [pos, rules] : root["lemma_rules"].pairs())
      for (const auto rule : rules.items()) {
        std::vector<std::string_view> ends;
        for (const auto end : rule.items()) ends.push_back(end.text());
        if (ends.size() == 2) by_pos[pos.unsigned_integer()].rules.push_back({ends[0], ends[1]});
      }
    for (const auto [pos, words] : root["lemma_exc"].pairs())
      for (const auto [word, lemmas] : words.pairs()) {
        auto& known = by_pos[pos.unsigned_integer()].exceptions[word.text()];
        for (const auto lemma : lemmas.items()) known.push_back(lemma.text());
      }
    for (const auto [pos, words] : root["lemma_index"].pairs()) {
      Words& index = by_pos[pos.unsigned_integer()].index;
      index.reserve(words.size());
      for (const auto word : words.items()) index.insert(word.text());
    }
  }
};

Lemmatizer::Lemmatizer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Lemmatizer::Lemmatizer(Lemmatizer&&) noexcept = default;
Lemmatizer& Lemmatizer::operator=(Lemmatizer&&) noexcept = default;
Lemmatizer::~Lemmatizer() = default;

Result<Lemmatizer> Lemmatizer::open(const std::string& folder) {
  const std::string path = folder + "/lemmatizer/lookups/lookups.bin";
  auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, file.error().where};
  const auto tree = msgpack::Tree::parse(file->bytes(), path);
  if (!tree) return Error{Code::model, tree.error().message, tree.error().where};
  if (!tree->root()["lemma_rules"].is(msgpack::Kind::map))
    return Error{Code::model, "it holds no table lemma_rules", path};
  auto parts = std::make_unique<Parts>(Parts{std::move(*file), {}});
  parts->read(tree->root());
  return Lemmatizer(std::move(parts));
}

bool is_base_form(std::string_view pos, std::string_view morph) {
  const std::string_view form = feature(morph, "VerbForm");
  if (pos == "NOUN" && feature(morph, "Number") == "Sing") return true;
  if (pos == "VERB" && form == "Fin" && feature(morph, "Tense") == "Pres" && feature(morph, "Number").empty())
    return true;
  return form == "Inf" || form == "None" || feature(morph, "Degree") == "Pos";
}

std::string Lemmatizer::lemma(std::string_view text, std::string_view lower, std::string_view pos,
                              std::string_view morph) const {
  if (pos.empty() || pos == "SPACE" || pos == "EOL" || is_base_form(pos, morph)) return std::string(lower);
  const auto at = parts_->by_pos.find(string_id(unicode::lower(pos)));
  if (at == parts_->by_pos.end() || at->second.empty()) return std::string(pos == "PROPN" ? text : lower);
  const Tables& tables = at->second;
  std::vector<std::string> unknown;
  std::vector<std::string> forms = forms_by_rule(tables, lower, unknown);
  if (const auto listed = tables.exceptions.find(lower); listed != tables.exceptions.end())
    for (const std::string_view form : listed->second)
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.emplace(forms.begin(), form);
  if (!forms.empty()) return forms.front();
  return unknown.empty() ? std::string(text) : unknown.front();
}

}  // namespace coranto::label
