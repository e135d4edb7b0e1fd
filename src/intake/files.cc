#include "intake/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace coranto::intake {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

Error cannot_read(const std::string& path, int reason) {
  if (reason == ENOENT) return {Code::not_found, "no such file or folder", path};
  return {Code::unreadable, "cannot be read: " + std::string(std::strerror(reason)), path};
}

void walk(const fs::path& folder, std::vector<std::string>& files, const std::function<void(Error)>& failed) {
  std::error_code error;
  if (fs::exists(folder / "coranto.duckdb", error)) return;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().filename().native().starts_with('.')) continue;
    std::error_code unknown;
    if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
      walk(entry->path(), files, failed);
    } else if (entry->is_regular_file(unknown)) {
      files.push_back(entry->path().native());
    }
  }
  if (error) failed(cannot_read(folder.native(), error.value()));
}

Error too_long(const std::string& path, size_t number, size_t most) {
  return {Code::too_large, "the line is longer than " + std::to_string(most) + " bytes",
          path + ":" + std::to_string(number)};
}

}  // namespace

std::vector<std::string> files_in(const std::string& folder, const std::function<void(Error)>& failed) {
  std::vector<std::string> files;
  walk(folder, files, failed);
  std::sort(files.begin(), files.end());
  return files;
}

Result<std::string> bytes_of(const std::string& path, size_t most) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return cannot_read(path, errno);
  std::string bytes;
  std::array<char, 1 << 16> block;
  for (size_t got; (got = std::fread(block.data(), 1, block.size(), file.get())) > 0;) {
    bytes.append(block.data(), got);
    if (bytes.size() > most) {
      return Error{Code::too_large, "is larger than " + std::to_string(most) + " bytes", path};
    }
  }
  if (std::ferror(file.get())) return cannot_read(path, errno);
  return bytes;
}

Result<void> each_line(const std::string& path, size_t most,
                       const std::function<void(size_t, Result<std::string>)>& line) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return cannot_read(path, errno);
  std::string held;
  size_t number = 1;
  bool over = false;
  const auto give = [&] {
    if (over) {
      line(number, too_long(path, number, most));
    } else {
      if (held.ends_with('\r')) held.pop_back();
      line(number, std::move(held));
    }
    held = {};
    over = false;
    ++number;
  };
  std::array<char, 1 << 16> block;
  for (size_t got; (got = std::fread(block.data(), 1, block.size(), file.get())) > 0;) {
    for (const char *at = block.data(), *end = at + got; at < end;) {
      const char* stop = std::find(at, end, '\n');
      if (!over) held.append(at, stop);
      over = over || held.size() > most;
      if (over) held.clear();
      if (stop != end) give();
      at = stop + (stop != end);
    }
  }
  if (std::ferror(file.get())) return cannot_read(path, errno);
  if (!held.empty() || over) give();
  return {};
}

}  // namespace coranto::intake
