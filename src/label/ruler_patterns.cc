#include "label/ruler_patterns.h"

#include <algorithm>

#include "base/mapped_file.h"
#include "base/tsv.h"
#include "label/msgpack.h"

namespace coranto::label {
namespace {

Error broken(const std::string& path, size_t rule, const std::string& reason) {
  return {Code::model, reason, path + ":rule " + std::to_string(rule)};
}

std::vector<std::string> texts_of(msgpack::Value list) {
  std::vector<std::string> out;
  for (const auto item : list.items()) out.emplace_back(item.text());
  return out;
}

// Empty where it went well, else what was wrong.
std::string read_string_test(msgpack::Value value, const std::string& where, StringTest& test) {
  using Kind = StringTest::Kind;
  if (value.is(msgpack::Kind::text)) {
    test.kind = Kind::in;
    test.values = {std::string(value.text())};
    return "";
  }
  if (!value.is(msgpack::Kind::map) || value.size() != 1) return "a test that is neither text nor one comparison";
  const auto [key, operand] = *value.pairs().begin();
  const std::string_view name = key.text();
  if (name == "REGEX") {
    auto regex = Regex::compile(operand.text(), where);
    if (!regex) return regex.error().message;
    test.kind = Kind::regex;
    test.regex = std::move(*regex);
    return "";
  }
  if (name != "IN" && name != "NOT_IN") return "comparison " + std::string(name) + " is not known";
  test.kind = name == "IN" ? Kind::in : Kind::not_in;
  test.values = texts_of(operand);
  return "";
}

std::string read_token_test(msgpack::Value value, const std::string& where, TokenTest& test) {
  for (const auto [key, wanted] : value.pairs()) {
    const std::string_view name = key.text();
    std::string wrong;
    if (name == "LOWER")
      wrong = read_string_test(wanted, where, test.lower);
    else if (name == "TAG")
      wrong = read_string_test(wanted, where, test.tag);
    else if (name == "DEP")
      wrong = read_string_test(wanted, where, test.dep);
    else if (name == "IS_SPACE" && wanted.is(msgpack::Kind::boolean))
      test.space = wanted.boolean() ? TokenTest::Space::only : TokenTest::Space::none;
    else
      wrong = "a test of " + std::string(name) + " is not known";
    if (!wrong.empty()) return wrong;
  }
  return "";
}

// The features in order, as spaCy's Morphology keeps them; "_" stands for none.
std::string normal_morph(std::string_view features) {
  if (features == "_") return "";
  auto parts = split(features, '|');
  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const auto& part : parts) out.append(out.empty() ? "" : "|").append(part);
  return out;
}

std::string read_attributes(msgpack::Value value, RulerPatterns& all, RulerAttributes& attributes) {
  for (const auto [key, given] : value.pairs()) {
    const std::string_view name = key.text();
    const auto keep = [&](std::string text) { return &*all.texts.insert(std::move(text)).first; };
    if (name == "MORPH")
      attributes.morph = keep(normal_morph(given.text()));
    else if (name == "POS")
      attributes.pos = keep(std::string(given.text()));
    else if (name == "LEMMA")
      attributes.lemma = keep(std::string(given.text()));
    else if (name == "TAG")
      attributes.tag = keep(std::string(given.text()));
    else if (name == "DEP")
      attributes.dep = keep(std::string(given.text()));
    else
      return "attribute " + std::string(name) + " is not known";
  }
  return "";
}

std::string read_rule(msgpack::Value value, const std::string& where, RulerPatterns& all, RulerRule& rule) {
  for (const auto tokens : value["patterns"].items()) {
    auto& pattern = rule.patterns.emplace_back();
    for (const auto token : tokens.items()) {
      const auto wrong = read_token_test(token, where, pattern.emplace_back());
      if (!wrong.empty()) return wrong;
    }
    rule.index = static_cast<int>(value["index"].integer());
    const int size = static_cast<int>(pattern.size());
    if (rule.index >= size || rule.index < -size) return "the index is outside of the pattern";
  }
  return read_attributes(value["attrs"], all, rule.attributes);
}

}  // namespace

bool StringTest::holds(std::string_view text, Regex::Room& room) const {
  const auto listed = [&] { return std::find(values.begin(), values.end(), text) != values.end(); };
  switch (kind) {
    case Kind::in:
      return listed();
    case Kind::not_in:
      return !listed();
    case Kind::regex:
      return regex.search(text, room).has_value();
    case Kind::any:
      break;
  }
  return true;
}

bool TokenTest::word_holds(std::string_view text, bool is_space, Regex::Room& room) const {
  if (space != Space::any && (space == Space::only) != is_space) return false;
  return lower.holds(text, room);
}

Result<RulerPatterns> RulerPatterns::open(const std::string& folder) {
  const std::string path = folder + "/attribute_ruler/patterns";
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, file.error().where};
  const auto tree = msgpack::Tree::parse(file->bytes(), path);
  if (!tree) return Error{Code::model, tree.error().message, tree.error().where};
  if (!tree->root().is(msgpack::Kind::array)) return Error{Code::model, "it holds no list of rules", path};
  RulerPatterns all;
  for (const auto value : tree->root().items()) {
    const auto wrong = read_rule(value, path, all, all.rules.emplace_back());
    if (!wrong.empty()) return broken(path, all.rules.size() - 1, wrong);
  }
  return all;
}

}  // namespace coranto::label
