#include "label/tokenizer_rules.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "label/msgpack.h"
#include "label/strings.h"

namespace coranto::label {
namespace {

// spaCy's attribute numbers in the file.
constexpr uint64_t orth_attribute = 65, norm_attribute = 67;

Result<Regex> read_regex(msgpack::Value root, const std::string& path, std::string_view name) {
  const auto value = root[name];
  if (value.is(msgpack::Kind::nil)) return Regex();
  if (!value.is(msgpack::Kind::text)) return Error{Code::model, std::string(name) + " is no text", path};
  return Regex::compile(value.text(), path + ":" + std::string(name));
}

// One token of a special case; a size of 0 where it names no text.
Cut read_cut(msgpack::Value token, const Lexemes& lexemes, std::deque<Lexeme>& overflow) {
  std::string_view orth, norm;
  for (const auto pair : token.pairs()) {
    if (pair.key.unsigned_integer() == orth_attribute) orth = pair.value.text();
    if (pair.key.unsigned_integer() == norm_attribute) norm = pair.value.text();
  }
  if (orth.empty()) return {};
  const Lexeme* lexeme = lexemes.get(orth, overflow);
  return {lexeme, norm.empty() ? lexeme->features.norm : string_id(norm), static_cast<uint32_t>(orth.size())};
}

Result<void> read_specials(msgpack::Value exceptions, const std::string& path, const Lexemes& lexemes,
                           TokenizerRules& rules) {
  std::deque<Lexeme> overflow;
  for (const auto pair : exceptions.pairs()) {
    const std::string text(pair.key.text());
    std::string joined;
    std::vector<Cut> cuts;
    for (const auto token : pair.value.items()) {
      cuts.push_back(read_cut(token, lexemes, overflow));
      if (cuts.back().size == 0) break;
      joined += cuts.back().lexeme->text;
    }
    if (text.empty() || joined != text || !overflow.empty() || utf8::first_invalid(text) != std::string::npos)
      return Error{Code::model, "the tokens of special case \"" + text + "\" do not make up its text", path};
    rules.longest_special = std::max(rules.longest_special, text.size());
    rules.specials.emplace(text, std::move(cuts));
  }
  return {};
}

}  // namespace

size_t TextHash::operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }

Result<TokenizerRules> TokenizerRules::open(const std::string& folder, const Lexemes& lexemes) {
  const std::string path = folder + "/tokenizer";
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, file.error().where};
  const auto tree = msgpack::Tree::parse(file->bytes(), path);
  if (!tree) return Error{Code::model, tree.error().message, tree.error().where};
  const auto root = tree->root();
  TokenizerRules rules;
  const std::pair<std::string_view, Regex*> expressions[] = {{"prefix_search", &rules.prefix},
                                                             {"suffix_search", &rules.suffix},
                                                             {"infix_finditer", &rules.infix},
                                                             {"token_match", &rules.token_match},
                                                             {"url_match", &rules.url_match}};
  for (const auto& [name, target] : expressions) {
    auto regex = read_regex(root, path, name);
    if (!regex) return regex.error();
    *target = std::move(*regex);
  }
  if (root["faster_heuristics"].is(msgpack::Kind::boolean))
    rules.faster_heuristics = root["faster_heuristics"].boolean();
  if (!root["exceptions"].is(msgpack::Kind::map)) return Error{Code::model, "it holds no special cases", path};
  if (auto read = read_specials(root["exceptions"], path, lexemes, rules); !read) return read.error();
  return rules;
}

}  // namespace coranto::label
