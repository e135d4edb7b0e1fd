#include "label/lexeme.h"

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <filesystem>
#include <mutex>
#include <shared_mutex>

#include "base/mapped_file.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "label/msgpack.h"
#include "label/strings.h"

namespace coranto::label {
namespace {

using Norms = boost::unordered_flat_map<uint64_t, uint64_t>;  // id of the word -> id of its norm

constexpr std::pair<std::string_view, std::string_view> base_norms[] = {  // spacy/lang/norm_exceptions.py
    {"'s", "'s"}, {"'S", "'s"}, {"’s", "'s"},  {"’S", "'s"}, {"’", "'"},   {"‘", "'"},   {"´", "'"},  {"`", "'"},
    {"”", "\""},  {"“", "\""},  {"''", "\""},  {"``", "\""}, {"´´", "\""}, {"„", "\""},  {"»", "\""}, {"«", "\""},
    {"‘‘", "\""}, {"’’", "\""}, {"？", "?"},   {"！", "!"},  {"，", ","},  {"；", ";"},  {"：", ":"}, {"。", "."},
    {"।", "."},   {"…", "..."}, {"—", "-"},    {"–", "-"},   {"--", "-"},  {"---", "-"}, {"——", "-"}, {"€", "$"},
    {"£", "$"},   {"¥", "$"},   {"฿", "$"},    {"US$", "$"}, {"C$", "$"},  {"A$", "$"},  {"₺", "$"},  {"₹", "$"},
    {"৳", "$"},   {"₩", "$"},   {"Mex$", "$"}, {"₣", "$"},   {"E£", "$"}};

constexpr size_t most_a_part = 8192;
constexpr size_t long_shape = 100;

std::string_view first_point(std::string_view text) { return text.substr(0, utf8::decode(text, 0).size); }

std::string_view last_points(std::string_view text, size_t count) {
  size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((text[at] & 0xC0) != 0x80) --count;
  }
  return text.substr(at);
}

Norms known_norms(msgpack::Value lookups) {
  Norms norms;
  for (const auto& [word, norm] : base_norms) norms[string_id(word)] = string_id(norm);
  for (const auto pair : lookups["lexeme_norm"].pairs())
    norms[pair.key.unsigned_integer()] = string_id(pair.value.text());
  return norms;
}

}  // namespace

struct Lexemes::Parts {
  struct Part {
    std::shared_mutex mutex;
    boost::unordered_flat_map<uint64_t, const Lexeme*> by_hash;
    std::deque<Lexeme> held;
  };
  Norms norms;
  Classifier ruler_class;
  std::array<Part, 16> parts;

  Lexeme made(std::string_view text) const {
    Lexeme lexeme;
    lexeme.text = text;
    lexeme.lower = unicode::lower(text);
    lexeme.features.orth = string_id(text);
    lexeme.features.lower = string_id(lexeme.lower);
    const auto norm = norms.find(lexeme.features.orth);
    lexeme.features.norm = norm != norms.end() ? norm->second : lexeme.features.lower;
    lexeme.features.prefix = string_id(first_point(text));
    lexeme.features.suffix = string_id(last_points(text, 3));
    lexeme.features.shape = string_id(word_shape(text));
    lexeme.features.is_space = unicode::all_space(text);
    lexeme.ruler_class = ruler_class(lexeme.lower, lexeme.features.is_space);
    return lexeme;
  }
};

Lexemes::Lexemes(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Lexemes::Lexemes(Lexemes&&) noexcept = default;
Lexemes& Lexemes::operator=(Lexemes&&) noexcept = default;
Lexemes::~Lexemes() = default;

Result<Lexemes> Lexemes::open(const std::string& folder, Classifier ruler_class) {
  auto parts = std::make_unique<Parts>();
  parts->ruler_class = std::move(ruler_class);
  const std::string path = folder + "/vocab/lookups.bin";
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    parts->norms = known_norms({});
    return Lexemes(std::move(parts));
  }
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, file.error().where};
  const auto tree = msgpack::Tree::parse(file->bytes(), path);
  if (!tree) return Error{Code::model, tree.error().message, tree.error().where};
  parts->norms = known_norms(tree->root());
  return Lexemes(std::move(parts));
}

const Lexeme* Lexemes::get(std::string_view text, std::deque<Lexeme>& overflow) const {
  const uint64_t hash = string_hash(text);
  auto& part = parts_->parts[hash >> 60];
  bool full;
  {
    std::shared_lock lock(part.mutex);
    const auto found = part.by_hash.find(hash);
    if (found != part.by_hash.end() && found->second->text == text) return found->second;
    full = found != part.by_hash.end() || part.held.size() >= most_a_part;
  }
  Lexeme lexeme = parts_->made(text);
  if (full) return &overflow.emplace_back(std::move(lexeme));
  std::unique_lock lock(part.mutex);
  const auto [at, is_new] = part.by_hash.try_emplace(hash, nullptr);
  if (!is_new) return at->second->text == text ? at->second : &overflow.emplace_back(std::move(lexeme));
  lexeme.kept = true;
  return at->second = &part.held.emplace_back(std::move(lexeme));
}

std::string word_shape(std::string_view text) {
  if (text.size() >= long_shape && utf8::count_points(text) >= long_shape) return "LONG";
  std::string shape;
  char32_t last = 0;
  int run = 0;
  for (size_t at = 0; at < text.size();) {
    const auto [point, size] = utf8::decode(text, at);
    at += size;
    const char32_t mark = unicode::is_alpha(point)   ? (unicode::is_upper(point) ? U'X' : U'x')
                          : unicode::is_digit(point) ? U'd'
                                                     : point;
    run = mark == last && !shape.empty() ? run + 1 : 0;
    last = mark;
    if (run < 4) utf8::append(shape, mark);
  }
  return shape;
}

}  // namespace coranto::label
