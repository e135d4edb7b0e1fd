#include "intake/format.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "intake/charset.h"
#include "intake/unpack.h"

namespace coranto::intake {
namespace {

struct Naming {
  const char* extension;
  Format format;
};
constexpr Naming namings[] = {{".html", Format::html}, {".htm", Format::html},         {".xhtml", Format::html},
                              {".json", Format::json}, {".jsonl", Format::json_lines}, {".ndjson", Format::json_lines},
                              {".csv", Format::csv},   {".tsv", Format::csv},          {".txt", Format::text},
                              {".rss", Format::feed},  {".atom", Format::feed},        {".xml", Format::feed},
                              {".warc", Format::warc}, {".parquet", Format::parquet},  {".md", Format::text}};

constexpr std::string_view feed_roots[] = {"rss", "feed", "rdf:rdf", "urlset", "sitemapindex"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string_view after_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

// Behind what may stand before a root element: a declaration, comments, a document type.
std::string_view from_root(std::string_view text) {
  for (text = after_blanks(text); text.starts_with("<?") || text.starts_with("<!--"); text = after_blanks(text)) {
    const std::string_view close = text.starts_with("<?") ? "?>" : "-->";
    const size_t end = text.find(close);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + close.size());
  }
  return text;
}

std::string_view root_name(std::string_view root) {
  root.remove_prefix(1);
  return root.substr(0, root.find_first_of(" \t\r\n/>"));
}

bool is_feed(std::string_view root) {
  if (root.starts_with("<!doctype") && !root.starts_with("<!doctype html")) {
    root = from_root(root.substr(std::min(root.find('>'), root.size() - 1) + 1));
  }
  if (!root.starts_with('<')) return false;
  std::string_view name = root_name(root);
  if (const size_t colon = name.find(':'); colon != std::string_view::npos && name != "rdf:rdf")
    name.remove_prefix(colon + 1);
  return std::find(std::begin(feed_roots), std::end(feed_roots), name) != std::end(feed_roots);
}

// JSON lines where an object ends with its line.
Format json_by_look(std::string_view head) {
  const size_t line = head.find('\n');
  const auto first = head.substr(0, std::min(line, head.size()));
  const bool whole = first.find_last_not_of(" \t\r") != std::string_view::npos &&
                     (first[first.find_last_not_of(" \t\r")] == '}' || line == std::string_view::npos);
  return head.starts_with('{') && whole ? Format::json_lines : Format::json;
}

Format by_look(std::string_view head) {
  const bool object = head.starts_with('{') && after_blanks(head.substr(1)).starts_with('"');
  const bool array = head.starts_with('[') && after_blanks(head.substr(1)).starts_with('{');
  return object || array ? json_by_look(head) : Format::text;
}

}  // namespace

Format format_of(const std::string& name, std::string_view head) {
  head = head.substr(0, telling);
  if (head.starts_with("WARC/")) return Format::warc;
  if (head.starts_with("PAR1")) return Format::parquet;
  const std::string text = lower(is_utf16(head) ? to_utf8(head, "") : std::string(head));
  const std::string_view plain = std::string_view(text).substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  const auto root = from_root(plain);
  if (root.starts_with("<!doctype html") || root.starts_with("<html")) return Format::html;
  if (is_feed(root)) return Format::feed;
  const std::string extension = lower(std::filesystem::path(unpacked_name(name)).extension().native());
  for (const auto& naming : namings) {
    if (extension == naming.extension) return naming.format;
  }
  return name == "-" ? by_look(after_blanks(plain)) : Format::text;
}

}  // namespace coranto::intake
