#include "label/config.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/mapped_file.h"

namespace coranto::label {
namespace {

constexpr int longest_chain = 8;  // of references

bool is_size(const nlohmann::json& value) { return value.is_number_unsigned() && value.get<uint64_t>() <= INT32_MAX; }

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
      config.add(section + "." + std::string(trimmed(line.substr(0, equals))), trimmed(line.substr(equals + 1)));
    }
  }
  return config;
}

void Config::add(const std::string& key, std::string_view value) {
  values_[key] = value;
  if (!value.starts_with('{')) return;
  const auto pairs = nlohmann::json::parse(value, nullptr, false);
  if (!pairs.is_object()) return;
  for (const auto& [name, inner] : pairs.items()) values_[key + "." + name] = inner.dump();
}

std::string_view Config::raw(std::string_view key) const {
  std::string name(key);
  for (int steps = 0; steps < longest_chain; ++steps) {
    const auto found = values_.find(name);
    if (found == values_.end()) return {};
    const std::string_view value = found->second;
    if (!value.starts_with("${") || !value.ends_with("}")) return value;
    name = value.substr(2, value.size() - 3);
    std::replace(name.begin(), name.end(), ':', '.');
  }
  return {};
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

int64_t Config::number(std::string_view key) const {
  const auto value = nlohmann::json::parse(raw(key), nullptr, false);
  return is_size(value) ? value.get<int64_t>() : -1;
}

std::vector<uint32_t> Config::numbers(std::string_view key) const {
  const auto values = nlohmann::json::parse(raw(key), nullptr, false);
  std::vector<uint32_t> numbers;
  if (!values.is_array()) return numbers;
  for (const auto& value : values) {
    if (!is_size(value)) return {};
    numbers.push_back(value.get<uint32_t>());
  }
  return numbers;
}

}  // namespace coranto::label
