#include "selection.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <map>

namespace coranto::programs {
namespace {

// "text=body,title=headline"; returns what is wrong with it.
std::string set_fields(const std::string& pairs, Fields& fields) {
  const std::map<std::string, std::string*> names = {
      {"text", &fields.text},      {"html", &fields.html},     {"source", &fields.source},
      {"url", &fields.url},        {"title", &fields.title},   {"published", &fields.published},
      {"date", &fields.published}, {"byline", &fields.byline}, {"author", &fields.byline}};
  for (const std::string& pair : CLI::detail::split(pairs, ',')) {
    const size_t equals = pair.find('=');
    const auto field = names.find(pair.substr(0, equals));
    if (equals == std::string::npos || equals + 1 == pair.size()) return "a field is written NAME=COLUMN, not " + pair;
    if (field == names.end())
      return "no field is called " + pair.substr(0, equals) +
             "; there are text, html, source, url, title, published, byline";
    *field->second = pair.substr(equals + 1);
  }
  return {};
}

bool taken_number(std::string_view text, uint32_t& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() && number > 0;
}

std::string set_shard(const std::string& text, Shard& shard) {
  const size_t slash = std::min(text.find('/'), text.size());
  const bool whole = taken_number(std::string_view(text).substr(0, slash), shard.index) && slash < text.size() &&
                     taken_number(std::string_view(text).substr(slash + 1), shard.of) && shard.index <= shard.of;
  return whole ? "" : "a shard is written I/N, from 1/N to N/N, not " + text;
}

std::string set_delimiter(const std::string& text, char& delimiter) {
  delimiter = text == "\\t" || text == "tab" ? '\t' : text.empty() ? '\0' : text[0];
  const bool one = text.size() == 1 || delimiter == '\t';
  return one && delimiter != '"' && delimiter != '\n' ? "" : "a delimiter is one character, or tab";
}

// An option whose text `set` reads.
template <typename To>
void add(CLI::App& command, const char* name, const char* form, const char* words, To& to,
         std::string (*set)(const std::string&, To&)) {
  command
      .add_option_function<std::string>(
          name, [&to, set](const std::string& text) { set(text, to); }, words)
      ->type_name(form)
      ->check(CLI::Validator(
          [set](const std::string& text) {
            To scratch;
            return set(text, scratch);
          },
          ""));
}

}  // namespace

void add_selection(CLI::App& command, Selection& selection) {
  add(command, "--fields", "NAME=COLUMN,...",
      "How JSON, CSV and Parquet call text, html, source, url, title, published, byline", selection.fields, set_fields);
  add(command, "--delimiter", "CHARACTER", "Between the cells of CSV (sought in the first line)", selection.delimiter,
      set_delimiter);
  add(command, "--shard", "I/N", "Only the Ith of N parts, which together are the whole", selection.shard, set_shard);
  command.add_option("--limit", selection.limit, "Stop after N pages")->type_name("N")->check(CLI::PositiveNumber);
}

}  // namespace coranto::programs
