#include "label/package.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/mapped_file.h"
#include "label/architecture.h"

namespace coranto::label {
namespace {

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

// Of a requirement like ">=3.7.5,<3.9.0" the lower bound counts.
bool is_known_version(std::string_view requirement) {
  const size_t digit = requirement.find_first_of("0123456789");
  if (digit == std::string_view::npos) return false;
  const std::string_view version = requirement.substr(digit);
  return version.starts_with("3.7.") || version.starts_with("3.8.");
}

Result<std::string> read_name(const std::string& path) {
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  const auto meta = nlohmann::json::parse(file->bytes(), nullptr, false);
  if (!meta.is_object()) return Error{Code::model, "not a whole JSON object", path};
  const std::string language = text_of(meta, "lang"), version = text_of(meta, "spacy_version");
  if (language != "en") return Error{Code::model, "a model of language \"" + language + "\", not of \"en\"", path};
  if (!is_known_version(version))
    return Error{Code::model, "a model for spaCy " + version + ", not for 3.7 or 3.8", path};
  return language + "_" + text_of(meta, "name") + " " + text_of(meta, "version");
}

}  // namespace

Result<std::string> check_package(const std::string& folder) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored))
    return Error{Code::model, "no such folder; wanted is a spaCy English package folder, the one with config.cfg",
                 folder};
  const auto config = Config::open(folder);
  if (!config) return config.error();
  if (auto fit = check_architecture(*config, folder + "/config.cfg"); !fit) return fit.error();
  return read_name(folder + "/meta.json");
}

}  // namespace coranto::label
