#include "intake/intake.h"

#include <filesystem>

#include "intake/csv.h"
#include "intake/feed.h"
#include "intake/files.h"
#include "intake/format.h"
#include "intake/gate.h"
#include "intake/json.h"
#include "intake/parquet.h"
#include "intake/text.h"
#include "intake/unpack.h"
#include "intake/warc.h"

namespace coranto::intake {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
  std::error_code unknown;
  return fs::exists(path, unknown);
}

bool is_folder(const std::string& path) {
  std::error_code unknown;
  return fs::is_directory(path, unknown);
}

// NAME.json beside NAME.txt or NAME.html, packed or not, says something about it and is no input itself.
bool is_sidecar(const fs::path& path) {
  if (path.extension() != ".json") return false;
  const std::string name = fs::path(path).replace_extension();
  for (const char* extension : {".txt", ".html", ".htm"}) {
    for (const char* packing : {"", ".gz", ".zst"}) {
      if (is_there(name + extension + packing)) return true;
    }
  }
  return false;
}

Result<std::string> stated_day(const std::string& path) {
  const auto sidecar = fs::path(unpacked_name(path)).replace_extension(".json");
  if (sidecar == path || !is_there(sidecar)) return std::string();
  auto bytes = bytes_of(sidecar, 1u << 20);
  if (!bytes) return bytes.error();
  auto stated = stated_in(*bytes, Fields(), sidecar);
  if (!stated) return stated.error();
  const auto day = iso_day(stated->published);
  if (day.empty() && !stated->published.empty())
    return Error{Code::malformed, "`published` is no ISO day: " + stated->published, sidecar};
  return day;
}

// A file that is one page.
void read_page(Stream& file, bool html, const std::string& path, Gate& gate) {
  if (!gate.wants(path)) return;
  auto bytes = bytes_of(file, gate.options().largest_file, path);
  if (!bytes) return gate.fail(bytes.error(), path);
  const auto day = stated_day(path);
  if (!day) return gate.fail(day.error(), path);
  Found found;
  found.page.source = path;
  found.page.published = *day;
  found.bytes = std::move(*bytes);
  found.html = html;
  gate.give(std::move(found), path);
}

void read_lines(Stream& file, const std::string& path, Gate& gate) {
  const uint64_t before = gate.seen();
  const auto read = each_line(file, gate.options().longest_line, path, [&](size_t number, Result<std::string> line) {
    if (!line) return gate.fail(line.error()), !gate.full();
    if (is_blank(*line)) return true;
    Found found;
    found.page.source = path + ":" + std::to_string(number);
    found.bytes = std::move(*line);
    const std::string where = found.page.source;
    gate.give(std::move(found), where);
    return !gate.full();
  });
  if (!read) return gate.fail(read.error());
  if (gate.seen() == before) gate.fail({Code::empty, "is empty", path});
}

void read_whole_feed(Stream& file, const std::string& path, Gate& gate) {
  auto bytes = bytes_of(file, gate.options().largest_file, path);
  bytes ? read_feed(std::move(*bytes), "", path, gate) : gate.fail(bytes.error());
}

void read_file(const std::string& path, Gate& gate) {
  auto opened = open_file(path, gate.options().passed);
  if (!opened) return gate.fail(opened.error());
  Window file(unpacked(std::move(*opened), path));
  if (gate.options().lines) return read_lines(*rest_of(std::move(file)), path, gate);
  const Format format = format_of(path, file.ahead(telling));
  if (format == Format::warc) return read_warc(file, path, gate);
  if (format == Format::csv) return read_csv(file, path, gate);
  if (format == Format::json) return read_json(file, path, gate);
  if (format == Format::parquet) return read_parquet(path, gate);
  const auto rest = rest_of(std::move(file));
  if (format == Format::json_lines) return read_json_lines(*rest, path, gate);
  if (format == Format::feed) return read_whole_feed(*rest, path, gate);
  read_page(*rest, format == Format::html, path, gate);
}

void read_folder(const std::string& folder, Gate& gate) {
  bool readable = true;
  const auto files = files_in(folder, [&](Error error) {
    readable = false;
    gate.fail(std::move(error));
  });
  if (files.empty() && readable) return gate.fail({Code::empty, "holds no files", folder});
  for (const auto& file : files) {
    if (gate.full()) return;
    if (!is_sidecar(file)) read_file(file, gate);
  }
}

}  // namespace

void read(const std::vector<std::string>& paths, const Options& options, const std::function<void(Page)>& page,
          const std::function<void(Error)>& failed) {
  Gate gate(options, page, failed);
  for (const auto& path : paths) {
    if (!gate.full()) is_folder(path) ? read_folder(path, gate) : read_file(path, gate);
  }
}

uint64_t size_of(const std::vector<std::string>& paths) {
  uint64_t bytes = 0;
  for (const auto& path : paths) {
    std::error_code unknown;
    if (path == "-") return 0;
    if (!is_folder(path)) {
      const auto size = fs::file_size(path, unknown);
      bytes += unknown ? 0 : size;
      continue;
    }
    for (const auto& file : files_in(path, [](Error) {})) {
      const auto size = fs::file_size(file, unknown);
      bytes += unknown ? 0 : size;
    }
  }
  return bytes;
}

}  // namespace coranto::intake
