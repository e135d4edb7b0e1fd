#include "intake/files.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "intake/unpack.h"

namespace coranto::intake {
namespace {

namespace fs = std::filesystem;

constexpr size_t block = 64 << 10;

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
  if (error) failed({Code::unreadable, "cannot be read: " + error.message(), folder.native()});
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

Result<std::string> bytes_of(Stream& stream, size_t most, const std::string& where) {
  std::string bytes;
  for (size_t size = 0;; bytes.resize(size)) {
    bytes.resize(size + block);
    const auto got = stream.read(bytes.data() + size, block);
    if (!got) return got.error();
    size += *got;
    if (size > most) return Error{Code::too_large, "is larger than " + std::to_string(most) + " bytes", where};
    if (*got == 0) return bytes.resize(size), bytes;
  }
}

Result<std::string> bytes_of(const std::string& path, size_t most) {
  auto file = open_file(path);
  if (!file) return file.error();
  return bytes_of(*unpacked(std::move(*file), path), most, path);
}

Result<void> each_line(Stream& stream, size_t most, const std::string& where,
                       const std::function<bool(size_t, Result<std::string>)>& line) {
  std::string held;
  size_t number = 0;
  bool over = false;
  const auto give = [&] {
    ++number;
    if (std::exchange(over, false)) return line(number, too_long(where, number, most));
    if (held.ends_with('\r')) held.pop_back();
    return line(number, std::exchange(held, {}));
  };
  std::vector<char> bytes(block);
  for (;;) {
    const auto got = stream.read(bytes.data(), block);
    if (!got) return got.error();
    if (*got == 0) break;
    for (const char *at = bytes.data(), *end = at + *got; at < end;) {
      const char* stop = std::find(at, end, '\n');
      if (!over) held.append(at, stop);
      over = over || held.size() > most;
      if (over) held.clear();
      if (stop != end && !give()) return {};
      at = stop + (stop != end);
    }
  }
  if (!held.empty() || over) give();
  return {};
}

}  // namespace coranto::intake
