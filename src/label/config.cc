#include "label/config.h"

#include "base/mapped_file.h"

namespace coranto::label {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view next_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return trimmed(line);
}

}  // namespace

Result<Config> Config::open(const std::string& folder) {
  const std::string path = folder + "/config.cfg";
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  Config config;
  std::string section;
  size_t number = 0;
  for (std::string_view rest = file->bytes(); !rest.empty();) {
    const std::string_view line = next_line(rest);
    ++number;
    const auto equals = line.find('=');
    if (line.empty() || line[0] == '#' || line[0] == ';') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
    } else if (equals == std::string_view::npos) {
      return Error{Code::model, "neither [section] nor key = value", path + ":" + std::to_string(number)};
    } else {
      config.values_[section + "." + std::string(trimmed(line.substr(0, equals)))] = trimmed(line.substr(equals + 1));
    }
  }
  return config;
}

std::string_view Config::raw(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? std::string_view() : found->second;
}

std::string_view Config::text(std::string_view key) const {
  std::string_view value = raw(key);
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
  return value;
}

std::vector<std::string> Config::list(std::string_view key) const {
  std::vector<std::string> texts;
  std::string_view value = raw(key);
  for (;;) {
    const auto begin = value.find('"');
    const auto end = begin == std::string_view::npos ? begin : value.find('"', begin + 1);
    if (end == std::string_view::npos) return texts;
    texts.emplace_back(value.substr(begin + 1, end - begin - 1));
    value.remove_prefix(end + 1);
  }
}

}  // namespace coranto::label
