#include "intake/intake.h"

#include <filesystem>

#include "intake/files.h"
#include "intake/html.h"
#include "intake/json.h"
#include "intake/text.h"
#include "intake/unpack.h"

namespace coranto::intake {
namespace {

namespace fs = std::filesystem;

struct Reader {
  const Options& options;
  const std::function<void(Page)>& page;
  const std::function<void(Error)>& failed;

  void read(const std::string& path) const;
  void read_folder(const std::string& folder) const;
  void read_file(const std::string& path) const;
  void read_lines(Stream& stream, const std::string& path) const;
  Result<Page> web_page(const std::string& path, const std::string& bytes) const;
  Result<Page> text_page(const std::string& path, std::string bytes) const;
  Result<Page> page_of(const std::string& path, std::string bytes) const;
  Result<Page> stated_page(const std::string& json, const std::string& where) const;
  Page dated(Page made, const std::string& published) const;
};

bool is_there(const fs::path& path) {
  std::error_code unknown;
  return fs::exists(path, unknown);
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

std::string extension_of(const std::string& path) { return fs::path(unpacked_name(path)).extension(); }

Page Reader::dated(Page made, const std::string& published) const {
  made.isolated = options.isolated;
  if (!published.empty()) {
    made.published = published;
    made.published_from = DateSource::metadata;
  } else if (!options.published.empty() && made.published.empty()) {
    made.published = options.published;
    made.published_from = DateSource::given;
  }
  return made;
}

Result<std::string> stated_day(const std::string& path) {
  const auto sidecar = fs::path(unpacked_name(path)).replace_extension(".json");
  if (sidecar == path || !is_there(sidecar)) return std::string();
  auto bytes = bytes_of(sidecar, 1u << 20);
  if (!bytes) return bytes.error();
  auto stated = stated_in(*bytes, sidecar);
  if (!stated) return stated.error();
  return stated->published;
}

Result<Page> Reader::text_page(const std::string& path, std::string bytes) const {
  if (auto checked = check_text(bytes, options.longest_line, path); !checked) return checked.error();
  Page made;
  made.source = path;
  made.text = options.isolated ? std::move(bytes) : with_plain_line_ends(bytes);
  return made;
}

Result<Page> Reader::web_page(const std::string& path, const std::string& bytes) const {
  if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) return Error{Code::empty, "is empty", path};
  if (auto text = check_binary(bytes.substr(0, 1 << 16), path); !text && text.error().code == Code::binary)
    return text.error();
  auto made = page_of_html(bytes);
  if (!made) return Error{made.error().code, made.error().message, path};
  made->source = path;
  return made;
}

Result<Page> Reader::page_of(const std::string& path, std::string bytes) const {
  const auto extension = extension_of(path);
  const bool web = extension == ".html" || extension == ".htm" || looks_like_html(bytes);
  auto read = web ? web_page(path, bytes) : text_page(path, std::move(bytes));
  if (!read) return read.error();
  Page made = std::move(*read);
  auto day = stated_day(path);
  if (!day) return day.error();
  return dated(std::move(made), *day);
}

Result<Page> Reader::stated_page(const std::string& json, const std::string& where) const {
  auto stated = stated_in(json, where);
  if (!stated) return stated.error();
  if (auto checked = check_text(stated->text, options.longest_line, where); !checked)
    return Error{checked.error().code, "`text` " + checked.error().message, where};
  Page made;
  made.source = stated->source.empty() ? where : stated->source;
  made.text = options.isolated ? std::move(stated->text) : with_plain_line_ends(stated->text);
  made.title = std::move(stated->title);
  made.byline = std::move(stated->byline);
  return dated(std::move(made), stated->published);
}

void Reader::read_lines(Stream& stream, const std::string& path) const {
  bool any = false;
  const auto read = each_line(stream, options.longest_line, path, [&](size_t number, Result<std::string> line) {
    if (line && line->find_first_not_of(" \t\r") == std::string::npos) return true;
    any = true;
    auto made = line ? stated_page(*line, path + ":" + std::to_string(number)) : line.error();
    made ? page(std::move(*made)) : failed(made.error());
    return true;
  });
  if (!read) return failed(read.error());
  if (!any) failed({Code::empty, "is empty", path});
}

void Reader::read_file(const std::string& path) const {
  auto file = open_file(path);
  if (!file) return failed(file.error());
  const auto stream = unpacked(std::move(*file), path);
  const auto extension = extension_of(path);
  if (extension == ".jsonl" || extension == ".ndjson") return read_lines(*stream, path);
  auto bytes = bytes_of(*stream, options.largest_file, path);
  if (!bytes) return failed(bytes.error());
  auto made = extension == ".json" ? stated_page(*bytes, path) : page_of(path, std::move(*bytes));
  made ? page(std::move(*made)) : failed(made.error());
}

void Reader::read_folder(const std::string& folder) const {
  bool readable = true;
  const auto files = files_in(folder, [&](Error error) {
    readable = false;
    failed(std::move(error));
  });
  if (files.empty() && readable) return failed({Code::empty, "holds no files", folder});
  for (const auto& file : files) {
    if (!is_sidecar(file)) read_file(file);
  }
}

void Reader::read(const std::string& path) const {
  std::error_code unknown;
  fs::is_directory(path, unknown) ? read_folder(path) : read_file(path);
}

}  // namespace

void read(const std::string& path, const Options& options, const std::function<void(Page)>& page,
          const std::function<void(Error)>& failed) {
  Reader{options, page, failed}.read(path);
}

}  // namespace coranto::intake
