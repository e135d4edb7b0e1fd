#include "label/package.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/mapped_file.h"
#include "base/tsv.h"

namespace coranto::label {
namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return std::string(quoted ? value.substr(1, value.size() - 2) : value);
}

Result<void> read_config(Package& package) {
  const std::string path = package.folder + "/config.cfg";
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  std::string section;
  for (const std::string& whole : split(file->bytes(), '\n')) {
    const std::string_view line = trimmed(whole);
    const size_t equals = line.find('=');
    if (line.size() > 2 && line.front() == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
    } else if (equals != std::string_view::npos) {
      const std::string key(trimmed(line.substr(0, equals)));
      package.values[section + ":" + key] = unquoted(trimmed(line.substr(equals + 1)));
    }
  }
  return {};
}

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

// Of a requirement like ">=3.7.5,<3.9.0" the lower bound counts.
bool is_known_version(std::string_view requirement) {
  const size_t digit = requirement.find_first_of("0123456789");
  if (digit == std::string_view::npos) return false;
  const std::string_view version = requirement.substr(digit);
  return version.starts_with("3.7") || version.starts_with("3.8");
}

Result<void> read_meta(Package& package) {
  const std::string path = package.folder + "/meta.json";
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  const auto meta = nlohmann::json::parse(file->bytes(), nullptr, false);
  if (!meta.is_object()) return Error{Code::model, "it is no JSON object", path};
  const std::string language = text_of(meta, "lang"), version = text_of(meta, "spacy_version");
  if (language != "en") return Error{Code::model, "the model is of language \"" + language + "\", not \"en\"", path};
  if (!is_known_version(version))
    return Error{Code::model, "the model is made for spaCy " + version + ", not for 3.7 or 3.8", path};
  package.name = language + "_" + text_of(meta, "name") + " " + text_of(meta, "version");
  return {};
}

Result<void> check_parts(const Package& package) {
  const std::string where = package.folder + "/config.cfg";
  const std::string_view pipeline = package.value("nlp", "pipeline");
  for (const char* part : {"tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
    if (pipeline.find('"' + std::string(part) + '"') == std::string_view::npos)
      return Error{Code::model, "its pipeline has no " + std::string(part), where};
  const std::string_view mode = package.value("components.lemmatizer", "mode");
  if (mode != "rule") return Error{Code::model, "lemmatizer mode \"" + std::string(mode) + "\" is not known", where};
  return {};
}

}  // namespace

Result<Package> Package::open(const std::string& folder) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored))
    return Error{Code::model, "no such folder; a spaCy English package folder is needed, the one with config.cfg", folder};
  Package package{folder, {}, {}};
  if (auto read = read_config(package); !read) return read.error();
  if (auto read = read_meta(package); !read) return read.error();
  if (auto check = check_parts(package); !check) return check.error();
  return package;
}

std::string_view Package::value(const std::string& section, const std::string& key) const {
  const auto at = values.find(section + ":" + key);
  return at == values.end() ? std::string_view() : at->second;
}

}  // namespace coranto::label
